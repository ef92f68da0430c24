import type { ResolvedMetric, Transform } from '@lantu/spec';
import { type AnswerMetric, dimensionOrder, type GroupColumns, periodBefore, timeDimension } from './columns.ts';
import type { Select } from './sql.ts';

type Change = Extract<Transform, { op: 'change' }>;

const JOINED: Readonly<Record<Change['to'], string>> = { previous: 'previous', 'year-ago': 'year_ago' };

/**
 * The step that applies the transforms to `groups`, the name of the step with all groups. "Others" are compared among
 * themselves; they are part of no total but have a share of it, and stand nowhere in the order of their own dimension.
 */
export function transformed(columns: GroupColumns, groups: string): Select {
  const { dimensions, metrics, others } = columns;
  const changes = metrics.flatMap(({ resolved: { transform } }) => (transform?.op === 'change' ? [transform.to] : []));
  return {
    columns: [
      ...[...dimensions.map((each) => each.alias), ...(others ? [others.alias] : [])].map(
        (each) => `${groups}.${each}`,
      ),
      ...metrics.flatMap((each) => [
        named(transformedValue(each, columns, groups), each.alias),
        ...Object.entries(each.lists).map(([part, alias]) => {
          const list = each.base.lists[part as keyof typeof each.lists] as string;
          return named(listOf(each, list, columns, groups), alias);
        }),
      ]),
    ],
    from: groups,
    joins: [...new Set(changes)].map((to) => joinBefore(columns, groups, to)),
  };
}

function named(expression: string, alias: string): string {
  return expression.endsWith(`.${alias}`) ? expression : `${expression} AS ${alias}`;
}

function transformedValue(
  { resolved: { transform }, base }: AnswerMetric,
  columns: GroupColumns,
  groups: string,
): string {
  const value = `${groups}.${base.alias}`;
  if (!transform) return value;
  switch (transform.op) {
    case 'share': {
      const { by, filter } = shareTotal(columns, groups, transform.within ?? []);
      return `${value} / nullif(sum(${value})${filter} OVER (${by}), 0)`;
    }
    case 'rank': {
      const within = transform.within ?? [];
      const by = partition(columns, groups, within);
      const direction = transform.order === 'asc' ? '' : ' DESC';
      const ranked = isComparable(columns, within) ? '' : ` AND NOT ${groups}.${columns.others?.alias}`;
      return `CASE WHEN ${value} IS NOT NULL${ranked} THEN rank() OVER (${spaced(by, `ORDER BY ${value}${direction} NULLS LAST`)}) END`;
    }
    case 'running-total': {
      const total = `sum(${value}) OVER (${runningWindow(columns, groups, transform.along)})`;
      const exact = isWhole(base.resolved) ? `CAST(${total} AS BIGINT)` : total;
      return onlyInOrder(columns, groups, transform.along, exact);
    }
    case 'change': {
      const before = `${JOINED[transform.to]}.${base.alias}`;
      const difference = `${value} - ${before}`;
      if (transform.form === 'difference') return difference;
      return `CASE WHEN ${before} > 0 THEN (${difference}) / ${before} END`;
    }
  }
}

/** What a transformed number rests on: the rows of its own group, and of those that it sums or compares with. */
function listOf(
  { resolved: { transform } }: AnswerMetric,
  list: string,
  columns: GroupColumns,
  groups: string,
): string {
  const own = `${groups}.${list}`;
  if (transform?.op === 'running-total') {
    const all = `list_sort(list_distinct(flatten(list(${own}) OVER (${runningWindow(columns, groups, transform.along)}))))`;
    return onlyInOrder(columns, groups, transform.along, all);
  }
  if (transform?.op === 'change') {
    return `list_sort(list_distinct(list_concat(${own}, ${JOINED[transform.to]}.${list})))`;
  }
  return own;
}

function shareTotal(columns: GroupColumns, groups: string, within: readonly string[]): { by: string; filter: string } {
  const filter = isComparable(columns, within) ? '' : ` FILTER (WHERE NOT ${groups}.${columns.others?.alias})`;
  return { by: partition(columns, groups, within, filter === ''), filter };
}

/** True where a partition by `within` has either only others or none, so that they can be treated like any group. */
function isComparable({ others }: GroupColumns, within: readonly string[]): boolean {
  return !others || within.includes(others.of.name);
}

function partition(columns: GroupColumns, groups: string, within: readonly string[], apart = true): string {
  const { dimensions, others } = columns;
  const by = dimensions.filter((each) => within.includes(each.dimension.name)).map((each) => `${groups}.${each.alias}`);
  if (others && apart) by.push(`${groups}.${others.alias}`);
  return by.length === 0 ? '' : `PARTITION BY ${by.join(', ')}`;
}

function runningWindow(columns: GroupColumns, groups: string, along: string): string {
  const others = columns.dimensions.filter((each) => each.dimension.name !== along).map((each) => each.dimension.name);
  const order = columns.dimensions
    .filter((each) => each.dimension.name === along)
    .flatMap((each) => dimensionOrder(each.dimension, `${groups}.${each.alias}`));
  return spaced(partition(columns, groups, others), `ORDER BY ${order.join(', ')} ROWS UNBOUNDED PRECEDING`);
}

/** True where the metric is a number of rows or a sum of integers, which stay exact. */
function isWhole({ measures: [measure] }: ResolvedMetric): boolean {
  return measure.column === undefined || measure.column.field.type === 'integer';
}

function onlyInOrder({ others }: GroupColumns, groups: string, along: string, expression: string): string {
  return others?.of.name === along ? `CASE WHEN NOT ${groups}.${others.alias} THEN ${expression} END` : expression;
}

function joinBefore(columns: GroupColumns, groups: string, to: Change['to']): string {
  const before = JOINED[to];
  const time = timeDimension(columns);
  const same = columns.dimensions.filter((each) => each !== time).map((each) => each.alias);
  if (columns.others) same.push(columns.others.alias);
  return [
    `LEFT JOIN ${groups} AS ${before}`,
    `  ON ${before}.${time.alias} = ${periodBefore(time.dimension, `${groups}.${time.alias}`, to)}`,
    ...same.map((alias) => `  AND ${before}.${alias} IS NOT DISTINCT FROM ${groups}.${alias}`),
  ].join('\n  ');
}

function spaced(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ');
}
