import type { ResolvedDimension, ResolvedFilter, ResolvedMeasure, ResolvedQuery, Statistic, Value } from '@lantu/spec';
import { partsOf } from './statistics.ts';
import { filterableValues, type RollupTable, type TableDimension, valuesAt } from './table.ts';

/** A dimension of a question, seen in a rollup: `codeOf` leads from the rollup's code to a place in `values`, all different. */
export interface SeenDimension {
  readonly dimension: ResolvedDimension;
  readonly source: TableDimension;
  readonly values: readonly Value[];
  readonly codeOf: Int32Array;
}

/** How a rollup answers a question. */
export interface Cover {
  readonly table: RollupTable;
  readonly resolved: ResolvedQuery;
  /** In the order of the question's. */
  readonly dimensions: readonly SeenDimension[];
  /** The filters that the rollup itself was not made with. */
  readonly filters: readonly {
    readonly source: TableDimension;
    readonly values: readonly Value[];
    readonly filter: ResolvedFilter['filter'];
  }[];
}

/** How `table` answers a question; or why it cannot, in words. */
export function coverOf(resolved: ResolvedQuery, table: RollupTable): Cover | string {
  const { query: made } = table.rollup;
  if (made.dataset !== resolved.dataset.name) return `it is of the dataset ${JSON.stringify(made.dataset)}`;
  const given = new Set((made.filters ?? []).map((each) => JSON.stringify(each)));
  const asked = new Set((resolved.query.filters ?? []).map((each) => JSON.stringify(each)));
  const missing = [...given].find((each) => !asked.has(each));
  if (missing !== undefined) return `it has only the rows of the filter ${missing}`;

  const dimensions: SeenDimension[] = [];
  for (const dimension of resolved.dimensions) {
    const seen = seenIn(table, dimension);
    if (!seen) return `it cannot be grouped by ${named(dimension)}`;
    dimensions.push(seen);
  }
  const filters: Cover['filters'][number][] = [];
  for (const each of resolved.filters) {
    if (given.has(JSON.stringify(each.filter))) continue;
    const source = table.dimensions.find((one) => filterableValues(one, each));
    const values = source && filterableValues(source, each);
    if (!values) return `it cannot be filtered by ${JSON.stringify(each.filter)}`;
    filters.push({ source, values, filter: each.filter });
  }
  const cover = { table, resolved, dimensions, filters };
  for (const each of resolved.metrics.flatMap(({ measures }) => measures)) {
    const lack = lackOf(each, cover);
    if (lack !== undefined) return `${lack} for the metric ${JSON.stringify(each.metric.code)}`;
  }
  const recorded = Object.keys(resolved.dataset['lantu:provenance'] ?? {}).length > 0;
  if (resolved.query.provenance && recorded && made.provenance !== 'cells')
    return 'it does not say what each cell rests on';
  return cover;
}

/** The dimension of the table that holds `column` as recorded, a value a row. */
export function recordedIn(table: RollupTable, id: string): TableDimension | undefined {
  return table.dimensions.find((each) => each.at.column.id === id && !each.at.coarsened && !each.bin);
}

function seenIn({ dimensions }: RollupTable, dimension: ResolvedDimension): SeenDimension | undefined {
  for (const source of dimensions) {
    const all = valuesAt(source, dimension, dimension.bin);
    if (!all) continue;
    const places = new Map<Value, number>();
    for (const each of all) if (!places.has(each)) places.set(each, places.size);
    return {
      dimension,
      source,
      values: [...places.keys()],
      codeOf: Int32Array.from(all, (each) => places.get(each) ?? 0),
    };
  }
  return undefined;
}

/** What the rollup lacks to give `measure`; undefined where it lacks nothing. */
function lackOf(measure: ResolvedMeasure, cover: Cover): string | undefined {
  const { table, resolved } = cover;
  const { rows, main, present, sum } = partsOf(measure);
  const needed = [rows, main, present, sum].filter((each): each is Statistic => each !== undefined);
  const absent = needed.find((each) => !table.statistic(each));
  if (absent) return `it lacks the statistic ${JSON.stringify(absent)}`;
  const isRecorded = Object.keys(resolved.dataset['lantu:provenance'] ?? {}).length > 0;
  if (isRecorded && !table.statistic(main)?.cells) return `it does not say what ${JSON.stringify(main)} rests on`;
  const period = measure.last.find((each) => !recordedIn(table, each.id));
  if (period) return `it lacks the periods of ${JSON.stringify(period.field.name)} as recorded`;
  if (!isHolistic(measure, table) || isOneRowAGroup(measure, cover)) return undefined;
  return `its groups cannot be brought together into a ${measure.measure.op}`;
}

/** True where the measure of a group cannot be told from its parts': a median; different values, unless the rollup lists them. */
export function isHolistic({ measure, column }: ResolvedMeasure, table: RollupTable): boolean {
  if (measure.op === 'distinct') return !column || !recordedIn(table, column.id);
  return measure.op === 'median' || measure.op === 'quantile';
}

function isOneRowAGroup(measure: ResolvedMeasure, { table, resolved, dimensions }: Cover): boolean {
  const separates = (seen: readonly SeenDimension[]) =>
    table.dimensions.every((source) =>
      seen.some((each) => each.source === source && each.values.length === source.values.length),
    );
  const { limit } = resolved;
  if (!limit || 'rows' in limit) return separates(dimensions);
  const ranks = limit.by.measures.some((each) => each.metric.code === measure.metric.code);
  return (
    !limit.others &&
    separates(dimensions) &&
    (!ranks || separates(dimensions.filter((each) => each.dimension === limit.of)))
  );
}

function named({ name, grain, bin }: ResolvedDimension): string {
  const seen = bin ? ` in bins of ${bin.width} from ${bin.origin}` : grain ? ` at the grain ${grain}` : '';
  return JSON.stringify(name) + seen;
}
