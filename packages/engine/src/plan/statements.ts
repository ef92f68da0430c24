import type { Model, ResolvedDimension, ResolvedQuery } from '@lantu/spec';
import type { Layout } from '../answer/expected.ts';
import { type ProvenancePart, ROW_PARTS, type RowPart } from '../answer/parts.ts';
import { dimensionOrder, type GroupColumns, type GroupMetric, groupColumns } from './columns.ts';
import { endingOf } from './ending.ts';
import { Facts } from './facts.ts';
import { Measures } from './measures.ts';
import { Aliases, identifier, type Select, Steps, selectLines } from './sql.ts';
import { transformed } from './transforms.ts';

export interface MainStatement {
  readonly sql: string;
  readonly tables: readonly string[];
  /** The datasets, beside the query's own and the areas, whose values decide what is counted where. */
  readonly parents: readonly string[];
  readonly layout: Layout;
}

/** The statement that gives the answer's columns: facts → grouped (→ with others) (→ transformed) → ordered and named. */
export function mainStatement(model: Model, resolved: ResolvedQuery): MainStatement {
  const parts = begin(model, resolved);
  const { facts, measures, aliases, steps, names } = parts;
  const columns = groupColumns(resolved, aliases, (each) => facts.dimension(each));
  const { base, others } = columns;
  const keys = columns.dimensions.map((each) => each.alias);
  const aggregates = (by: readonly ResolvedDimension[]) =>
    base.flatMap((each) => aggregatesOf(each, by, measures, facts, resolved));
  const isOthers = (value: 'TRUE' | 'FALSE') => (others ? [`${value} AS ${others.alias}`] : []);

  const groups = { columns: [...keys, ...aggregates(resolved.dimensions), ...isOthers('FALSE')], groupBy: keys };
  const rest = others && restOf(columns, others.of, aggregates, isOthers('TRUE'));
  const top = topOf(resolved, columns, measures);

  const rows = addFacts(parts);
  const topValues = names.word('top_values');
  if (top) steps.add(topValues, selectLines({ ...top.select, from: rows }));
  let last = names.word('grouped');
  steps.add(last, selectLines({ ...groups, from: rows }));
  if (top && rest) {
    const remaining = names.word('others');
    const combined = names.word('combined');
    const joins = [`ANTI JOIN ${topValues} ON ${sameValue(topValues, top.alias, rows)}`];
    steps.add(remaining, selectLines({ ...rest, from: rows, joins }));
    steps.add(combined, [`SELECT * FROM ${last}`, 'UNION ALL BY NAME', `SELECT * FROM ${remaining}`]);
    last = combined;
  }
  const hasTransforms = resolved.metrics.some((each) => each.transform);
  if (hasTransforms) {
    const step = transformed(columns, last);
    last = names.word('transformed');
    steps.add(last, selectLines(step));
  }
  const shown = top && `EXISTS (SELECT 1 FROM ${topValues} WHERE ${sameValue(topValues, top.alias, last)})`;
  const ending = endingOf(model, resolved, columns, {
    from: last,
    transformed: hasTransforms,
    where: shown ? [others ? `(${last}.${others.alias} OR ${shown})` : shown] : [],
  });
  const parents = facts.tables.slice(1).filter((name) => !isAreas(model, name));
  return {
    sql: steps.text(ending.select),
    tables: [...new Set([...facts.tables, ...ending.tables])],
    parents,
    layout: ending.layout,
  };
}

/**
 * The statement that gives the different natures, statuses and origins of the rows that any of the query's metrics rests on;
 * undefined where the dataset does not record them by row.
 */
export function provenanceStatement(
  model: Model,
  resolved: ResolvedQuery,
): { readonly sql: string; readonly tables: readonly string[]; readonly parts: readonly RowPart[] } | undefined {
  const fields = resolved.dataset['lantu:provenance'] ?? {};
  const parts = ROW_PARTS.filter((part) => fields[part] !== undefined);
  if (parts.length === 0) return undefined;
  const begun = begin(model, resolved);
  const { facts, measures, steps } = begun;
  const columns = parts.map((part) => provenanceColumn(facts, resolved, part));
  const conditions = resolved.metrics.some((each) => measures.restsOnAll(each))
    ? []
    : [...new Set(resolved.metrics.map((each) => measures.rows(each, resolved.dimensions)))];
  const from = addFacts(begun);
  const either = conditions.length === 1 ? conditions : [conditions.map((each) => `(${each})`).join(' OR ')];
  const where = conditions.length === 0 || conditions.includes('') ? [] : either;
  return { sql: steps.text({ distinct: true, columns, from, where }), tables: facts.tables, parts };
}

function begin(model: Model, resolved: ResolvedQuery) {
  const aliases = new Aliases();
  const facts = new Facts(model, resolved, aliases, new Aliases(['fact']));
  const names = new Aliases(model.catalog.resources.map((each) => each.name));
  return { aliases, facts, measures: new Measures(resolved, facts, aliases), steps: new Steps(), names };
}

/** Adds the steps that give the rows, now that it is known which columns of them are used, and gives the name of the last. */
function addFacts({ facts, measures, steps, names }: ReturnType<typeof begin>): string {
  const rows = names.word('facts');
  steps.add(rows, selectLines(facts.select()));
  if (measures.lastFlags.length === 0) return rows;
  const scoped = names.word('scoped');
  steps.add(scoped, selectLines({ columns: ['*', ...measures.lastFlags], from: rows }));
  return scoped;
}

function aggregatesOf(
  { resolved: metric, alias, lists }: GroupMetric,
  by: readonly ResolvedDimension[],
  measures: Measures,
  facts: Facts,
  resolved: ResolvedQuery,
): string[] {
  const rows = measures.rows(metric, by);
  const listed = Object.entries(lists).map(([part, list]) => {
    const value = provenanceColumn(facts, resolved, part as ProvenancePart);
    const condition = [`${value} IS NOT NULL`, ...(rows === '' ? [] : [`(${rows})`])].join(' AND ');
    const values = `list_sort(list(DISTINCT ${value}) FILTER (WHERE ${condition}))`;
    if (part !== 'exactness') return `${values} AS ${list}`;
    const count = rows === '' ? 'count(*)' : `count(*) FILTER (WHERE ${rows})`;
    return `CASE WHEN ${count} = 1 THEN ${values} END AS ${list}`;
  });
  return [`${measures.value(metric, by)} AS ${alias}`, ...listed];
}

function provenanceColumn(facts: Facts, { dataset }: ResolvedQuery, part: ProvenancePart): string {
  const name = dataset['lantu:provenance']?.[part];
  if (name === undefined) throw new RangeError(`${dataset.name} does not record a row's ${part}`);
  return facts.column(`fact.${identifier(name)}`, name);
}

function topOf(
  { limit }: ResolvedQuery,
  { dimensions }: GroupColumns,
  measures: Measures,
): { readonly alias: string; readonly select: Omit<Select, 'from'> } | undefined {
  if (!limit || 'rows' in limit) return undefined;
  const { top, of, by } = limit;
  const alias = dimensions.find((each) => each.dimension === of)?.alias ?? identifier(of.name);
  const orderBy = [`${measures.value(by, [of])} DESC NULLS LAST`, ...dimensionOrder(of, alias)];
  return { alias, select: { columns: [alias], groupBy: [alias], orderBy, limit: top } };
}

/** The groups of all rows that are of no top value. They lack the column of `of`, which then is NULL among the other groups. */
function restOf(
  { dimensions }: GroupColumns,
  of: ResolvedDimension,
  aggregates: (by: readonly ResolvedDimension[]) => readonly string[],
  flag: readonly string[],
): Omit<Select, 'from' | 'joins'> {
  const by = dimensions.filter((each) => each.dimension !== of);
  const columns = by.map((each) => each.alias);
  return {
    columns: [...columns, ...aggregates(by.map((each) => each.dimension)), ...flag],
    ...(by.length > 0 ? { groupBy: columns } : { having: 'count(*) > 0' }),
  };
}

function sameValue(one: string, alias: string, other: string): string {
  return `${one}.${alias} IS NOT DISTINCT FROM ${other}.${alias}`;
}

function isAreas(model: Model, name: string): boolean {
  return model.catalog['lantu:dimensions'].some((each) => each.kind === 'area' && each.dataset === name);
}
