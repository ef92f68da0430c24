import type { ResolvedColumn, ResolvedMeasure, ResolvedMetric, Value } from '@lantu/spec';
import { type Cover, recordedIn } from './cover.ts';
import { type Grouping, groupRows } from './grouping.ts';
import { partsOf } from './statistics.ts';
import type { RollupTable, TableStatistic } from './table.ts';
import { compareLast, keeps } from './values.ts';

/** The rows of a rollup that a question is about, and which of them each of its measures rests on. */
export class Scope {
  readonly cover: Cover;
  readonly rows: Int32Array;
  readonly #resting = new Map<string, Uint8Array>();

  constructor(cover: Cover) {
    this.cover = cover;
    this.rows = rowsAbout(cover);
  }

  statistic(name: keyof ReturnType<typeof partsOf>, measure: ResolvedMeasure): TableStatistic {
    return statisticOf(this.cover.table, name, measure);
  }

  /** 1 for each row of the rollup that has rows `measure` rests on when grouped as in `grouping`. */
  resting(measure: ResolvedMeasure, { dimensions }: Pick<Grouping, 'dimensions'>): Uint8Array {
    const key = JSON.stringify([measure.metric.code, dimensions.map((each) => each.dimension.name)]);
    const known = this.#resting.get(key);
    if (known) return known;
    const { values } = this.statistic('rows', measure);
    const resting = new Uint8Array(this.cover.table.rows);
    for (const row of this.rows) resting[row] = (values[row] as number) > 0 ? 1 : 0;
    const flags = measure.last.flatMap((column) => this.#isLast(column, resting, dimensions) ?? []);
    for (const isLast of flags)
      for (const row of this.rows) resting[row] = (resting[row] as number) & (isLast[row] as number);
    this.#resting.set(key, resting);
    return resting;
  }

  /** 1 for each row of the last period that has rows which decide, anew in each period grouped by; undefined where each is its own. */
  #isLast(column: ResolvedColumn, deciding: Uint8Array, dimensions: Grouping['dimensions']): Uint8Array | undefined {
    const buckets = dimensions.filter((each) => each.dimension.column.id === column.id);
    if (buckets.some((each) => !each.dimension.coarsened)) return undefined;
    const source = recordedIn(this.cover.table, column.id);
    if (!source) throw new RangeError(`the rollup has no ${column.id}`);
    const period = (row: number): Value => source.values[source.codes[row] as number] ?? null;
    const { ids, size } = groupRows(this.rows, buckets);
    const last = new Array<Value>(size).fill(null);
    this.rows.forEach((row, index) => {
      const id = ids[index] as number;
      const best = last[id] ?? null;
      const own = period(row);
      if (deciding[row] && own !== null && (best === null || compareLast(own, best, 'asc') > 0)) last[id] = own;
    });
    const flags = new Uint8Array(this.cover.table.rows);
    this.rows.forEach((row, index) => {
      flags[row] = period(row) === last[ids[index] as number] ? 1 : 0;
    });
    return flags;
  }
}

/** A statistic that a cover was found to have. */
function statisticOf(
  table: RollupTable,
  name: keyof ReturnType<typeof partsOf>,
  measure: ResolvedMeasure,
): TableStatistic {
  const wanted = partsOf(measure)[name];
  const statistic = wanted && table.statistic(wanted);
  if (statistic) return statistic;
  throw new RangeError(`the rollup has no ${name} of ${measure.metric.code}`);
}

function rowsAbout({ table, filters, resolved }: Cover): Int32Array {
  const masks = filters.map(({ source, values, filter }) => ({
    codes: source.codes,
    kept: Uint8Array.from(values, (value) => (keeps(filter, value) ? 1 : 0)),
  }));
  const about = aboutOf(resolved.metrics, table);
  const rows = new Int32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row += 1) {
    if (!masks.every(({ codes, kept }) => kept[codes[row] as number] === 1)) continue;
    if (about && !about.some((values) => (values[row] as number) > 0)) continue;
    rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** The counts of picked rows, where all metrics pick rows by dimensions and none counts; undefined where all rows make groups. */
function aboutOf(metrics: readonly ResolvedMetric[], table: RollupTable): Float64Array[] | undefined {
  const measures = metrics.flatMap((each) => each.measures);
  const counts = metrics.some(({ metric: { measure } }) => measure.op === 'count' || measure.op === 'distinct');
  if (counts || measures.some((each) => partsOf(each).rows.where === undefined)) return undefined;
  return measures.map((each) => statisticOf(table, 'rows', each).values);
}
