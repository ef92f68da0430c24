import { LOCALES, type Locale, type Model, type ResolvedQuery, timeGrainOf } from '@lantu/spec';
import type { Layout } from '../answer/expected.ts';
import { PROVENANCE_PARTS } from '../answer/parts.ts';
import { type AnswerMetric, dimensionOrder, type GroupColumns, type GroupDimension } from './columns.ts';
import { Aliases, identifier, type Select } from './sql.ts';

interface Source {
  readonly from: string;
  /** True where `from` has the answer's metrics themselves, false where it has those they are computed from. */
  readonly transformed: boolean;
  readonly where: readonly string[];
}

/** The select that ends the statement: the groups in order, time written as text, areas with their names. */
export function endingOf(model: Model, resolved: ResolvedQuery, columns: GroupColumns, source: Source) {
  const { from } = source;
  const selected: string[] = [];
  const add = (expression: string, alias: string): number =>
    selected.push(expression === `${from}.${alias}` ? expression : `${expression} AS ${alias}`) - 1;

  const dimensions = columns.dimensions.map((each) => ({
    dimension: each.dimension,
    values: add(written(each, from), each.alias),
  }));
  const metrics = columns.metrics.map((each) => {
    const input = source.transformed ? each : each.base;
    return { metric: each.resolved, values: add(`${from}.${input.alias}`, each.alias), lists: {} };
  });
  const others = columns.others && add(`${from}.${columns.others.alias}`, columns.others.alias);
  const names = labelJoins(model, columns, from);
  const lists = columns.metrics.map((each) => {
    const input = source.transformed ? each.lists : each.base.lists;
    return Object.fromEntries(
      PROVENANCE_PARTS.flatMap((part) => {
        const own = each.lists[part];
        return own === undefined ? [] : [[part, add(`${from}.${input[part]}`, own)]];
      }),
    );
  });
  const layout: Layout = {
    dimensions: dimensions.map((each, index) => {
      const name = names.find((other) => other.index === index);
      if (!name) return each;
      const labels = Object.fromEntries(
        name.columns.map(([locale, expression, alias]) => [locale, add(expression, alias)]),
      );
      return { ...each, labels };
    }),
    metrics: metrics.map((each, index) => ({ ...each, lists: lists[index] ?? {} })),
    ...(others !== undefined && { others }),
    width: selected.length,
  };
  const select: Select = {
    columns: selected,
    from,
    joins: names.map((each) => each.join),
    where: source.where,
    orderBy: orderOf(resolved, columns, source),
    ...(resolved.limit && 'rows' in resolved.limit && { limit: resolved.limit.rows }),
  };
  return { select, layout, tables: names.map((each) => each.table) };
}

/** A dimension's value as the answer has it; a year stays a number. */
function written({ dimension, alias }: GroupDimension, from: string): string {
  const value = `${from}.${alias}`;
  if (dimension.type !== 'time') return value;
  switch (timeGrainOf(dimension)) {
    case 'day':
      return `strftime(${value}, '%Y-%m-%d')`;
    case 'month':
      return `strftime(${value}, '%Y-%m')`;
    case 'quarter':
      return `strftime(${value}, '%Y-Q') || quarter(${value})`;
    case 'year':
      return value;
  }
}

function labelJoins(model: Model, { dimensions }: GroupColumns, from: string) {
  const joined = new Aliases([from]);
  const named = new Aliases(dimensions.map((each) => each.dimension.name));
  return dimensions.flatMap(({ dimension, alias }, index) => {
    const { area, name } = dimension;
    if (!area) return [];
    const table = model.dataset(area.dataset).name;
    const names = joined.take(`${name} names`);
    const columns = LOCALES.flatMap((locale): [Locale, string, string][] => {
      const field = area.names[locale];
      return field === undefined ? [] : [[locale, `${names}.${identifier(field)}`, named.take(`${name} in ${locale}`)]];
    });
    const join = `LEFT JOIN ${identifier(table)} AS ${names} ON ${names}.${identifier(area.key)} = ${from}.${alias}`;
    return [{ index, table, columns, join }];
  });
}

/** "Others" come after all that they are compared with: before the first key that is not one of the other dimensions. */
function orderOf({ order }: ResolvedQuery, columns: GroupColumns, source: Source): string[] {
  const { from } = source;
  const { others, dimensions, metrics } = columns;
  let flag = others ? [`${from}.${others.alias}`] : [];
  return order.flatMap(({ by, direction }) => {
    const dimension = dimensions.find((each) => each.dimension.name === by);
    const metric = metrics.find((each) => each.resolved.name === by);
    const keys = dimension
      ? dimensionOrder(dimension.dimension, `${from}.${dimension.alias}`, direction)
      : [metricOrder(metric, source, direction)];
    if (dimension && dimension.dimension !== others?.of) return keys;
    const first = flag;
    flag = [];
    return [...first, ...keys];
  });
}

function metricOrder(
  metric: AnswerMetric | undefined,
  { from, transformed }: Source,
  direction: 'asc' | 'desc',
): string {
  const alias = transformed ? metric?.alias : metric?.base.alias;
  return `${from}.${alias}${direction === 'desc' ? ' DESC' : ''} NULLS LAST`;
}
