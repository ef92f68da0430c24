import {
  type Answer,
  type CellProvenance,
  canonicalQuery,
  type Filter,
  type Grain,
  type Model,
  type Query,
  type ResolvedMeasure,
  resolveQuery,
  type Value,
} from '@lantu/spec';
import { assembled, type Group } from './assemble.ts';
import { type Cover, coverOf } from './cover.ts';
import { type Grouping, groupRows, valueIn } from './grouping.ts';
import { PrefixSums } from './prefix-sums.ts';
import { restOf } from './rests.ts';
import { Scope } from './scope.ts';
import type { RollupTable } from './table.ts';
import { compareLast } from './values.ts';

/** A measure's value in a group over a stretch of places; NaN for none. */
type Stretch = (from: number, to: number, group: number) => number;

/** What a range is asked over: a field of time, numbers or ordered texts, at the grain of the range's bounds. */
export interface Along {
  readonly field: string;
  readonly grain?: Grain;
}

/**
 * An index that answers `query` over ranges of the dimension `along`; or why there is none, in words: `table` does not cover it, or
 * it asks for what does not come of a subtraction (a minimum, a last period, the top of a dimension, the provenance of cells).
 *
 * @throws {LantuError} as `resolveQuery` does
 */
export function rangeIndexOf(model: Model, query: Query, table: RollupTable, along: Along): RangeIndex | string {
  const whole: Filter = { ...along, op: 'range' };
  const resolved = resolveQuery(model, { ...query, filters: [...(query.filters ?? []), whole] });
  const cover = coverOf(resolved, table);
  if (typeof cover === 'string') return cover;
  const { limit, metrics } = resolved;
  if (limit && 'top' in limit) return 'which values are the top depends on the range';
  if (resolved.query.provenance) return 'what a cell rests on is no difference';
  for (const each of metrics.flatMap(({ measures }) => measures)) {
    if (!SUBTRACTABLE.includes(each.measure.op)) return `a ${each.measure.op} is no difference`;
    if (each.last.length > 0) return `the last period of ${JSON.stringify(each.metric.code)} depends on the range`;
  }
  const text = JSON.stringify(canonicalQuery({ ...query, filters: [whole] }).filters?.[0]);
  const ranged = cover.filters.find((each) => JSON.stringify(each.filter) === text);
  return ranged ? new RangeIndex(model, cover, query, along, ranged) : 'it has only one range';
}

const SUBTRACTABLE: readonly string[] = ['count', 'sum', 'mean', 'variance', 'stddev'];

/** Answers a question over one range after another, each by a subtraction of prefix sums: {@link rangeIndexOf} makes it. */
export class RangeIndex {
  /** The values of the dimension, ascending; of bins, their lower edges. */
  readonly places: readonly Exclude<Value, null>[];
  readonly #model: Model;
  readonly #cover: Cover;
  readonly #query: Query;
  readonly #along: Along;
  readonly #grouping: Grouping;
  readonly #values: readonly (readonly Value[])[];
  readonly #rows: PrefixSums;
  readonly #metrics: readonly (readonly Stretch[])[];
  readonly #cells: readonly ReadonlySet<CellProvenance>[];

  constructor(model: Model, cover: Cover, query: Query, along: Along, ranged: Cover['filters'][number]) {
    const { dimensions, resolved } = cover;
    const { values, source } = ranged;
    this.#model = model;
    this.#cover = cover;
    this.#query = query;
    this.#along = along;
    this.places = [...new Set(values)].filter((each) => each !== null).sort((a, b) => compareLast(a, b, 'asc'));
    const numbers = new Map<Value, number>(this.places.map((value, place) => [value, place]));
    const placeOfCode = Int32Array.from(values, (value) => numbers.get(value) ?? -1);

    const scope = new Scope(cover);
    const grouping = groupRows(scope.rows, dimensions);
    this.#grouping = grouping;
    this.#values = Array.from(grouping.first, (row) => dimensions.map((each) => (row < 0 ? null : valueIn(each, row))));
    const placeOf = (row: number) => placeOfCode[source.codes[row] as number] as number;
    const summed = (value: (row: number) => number): PrefixSums => {
      const sums = new PrefixSums(this.places.length, grouping.size);
      grouping.rows.forEach((row, index) => {
        sums.add(placeOf(row), grouping.ids[index] as number, value(row));
      });
      sums.accumulate();
      return sums;
    };
    this.#rows = summed(() => 1);
    const measures = resolved.metrics.map((each) => each.measures);
    this.#metrics = measures.map((parts) => parts.map((each) => stretchOf(each, scope, summed)));
    this.#cells = cellsByPlace(measures.flat(), scope, this.places.length, placeOf);
  }

  /**
   * The answer over the places `from` up to and without `to`: that of the question with the range among its filters. All places are
   * all values; a missing value is in no range.
   *
   * @throws {RangeError} where there are no such places
   */
  range(from: number, to: number): Answer {
    const size = this.places.length;
    if (
      !(
        Number.isInteger(from) &&
        Number.isInteger(to) &&
        from >= 0 &&
        from <= to &&
        to <= size &&
        from < Math.max(size, 1)
      )
    ) {
      throw new RangeError(`no range from ${from} to ${to} among ${size} places`);
    }
    const { resolved, dimensions, table } = this.#cover;
    const query = canonicalQuery({ ...this.#query, filters: [...(this.#query.filters ?? []), this.#filter(from, to)] });
    const groups: Group[] = [];
    for (let group = 0; group < this.#grouping.size; group += 1) {
      if (dimensions.length > 0 && this.#rows.count(from, to, group) === 0) continue;
      groups.push({
        values: this.#values[group] ?? [],
        isOthers: false,
        numbers: this.#metrics.map((parts) => numberOf(parts, from, to, group)),
        rests: [],
      });
    }
    const cells = new Set<CellProvenance>();
    for (const each of this.#cells.slice(from, to)) for (const cell of each) cells.add(cell);
    const asked = { ...resolved, query };
    return assembled({ groups, rest: restOf([...cells], 0) }, this.#model, asked, dimensions, table.rollup.vintage);
  }

  #filter(from: number, to: number): Filter {
    const [gte, lt] = [this.places[from], this.places[to]] as (string | number | undefined)[];
    return { ...this.#along, op: 'range', ...(from > 0 && { gte }), ...(lt !== undefined && { lt }) } as Filter;
  }
}

function numberOf([own, divisor]: readonly Stretch[], from: number, to: number, group: number): number | null {
  const value = own?.(from, to, group) ?? Number.NaN;
  const below = divisor?.(from, to, group) ?? 1;
  return Number.isNaN(value) || Number.isNaN(below) || below === 0 ? null : value / below;
}

function stretchOf(
  measure: ResolvedMeasure,
  scope: Scope,
  summed: (value: (row: number) => number) => PrefixSums,
): Stretch {
  const of = (name: 'main' | 'sum' | 'present') => {
    const { values } = scope.statistic(name, measure);
    return (row: number) => values[row] as number;
  };
  const { op } = measure.measure;
  if (op === 'count') {
    const counts = summed(of('main'));
    return (from, to, group) => counts.sum(from, to, group);
  }
  if (op === 'sum') {
    const sums = summed(of('main'));
    return (from, to, group) => (sums.count(from, to, group) === 0 ? Number.NaN : sums.sum(from, to, group));
  }
  const present = of('present');
  const sum = of('sum');
  const counts = summed(present);
  if (op === 'mean') {
    const sums = summed(sum);
    return (from, to, group) => sums.sum(from, to, group) / counts.sum(from, to, group);
  }
  const variance = of('main');
  const centre = meanOf(scope, present, sum);
  const apart = (row: number) => sum(row) / present(row) - centre;
  const shifted = summed((row) => present(row) * apart(row));
  const squares = summed((row) => {
    const own = present(row) > 1 ? variance(row) * (present(row) - 1) : 0;
    return own + present(row) * apart(row) ** 2;
  });
  return (from, to, group) => {
    const count = counts.sum(from, to, group);
    if (count < 2) return Number.NaN;
    const inner = squares.sum(from, to, group) - shifted.sum(from, to, group) ** 2 / count;
    const spread = Math.max(0, inner) / (count - 1);
    return op === 'variance' ? spread : Math.sqrt(spread);
  };
}

/** The mean over all rows: deviations from it are small, so that their squares lose little. */
function meanOf({ rows }: Scope, present: (row: number) => number, sum: (row: number) => number): number {
  let count = 0;
  let total = 0;
  for (const row of rows) {
    count += present(row);
    if (present(row) > 0) total += sum(row);
  }
  return count > 0 ? total / count : 0;
}

function cellsByPlace(
  measures: readonly ResolvedMeasure[],
  scope: Scope,
  places: number,
  placeOf: (row: number) => number,
): Set<CellProvenance>[] {
  const byPlace = Array.from({ length: places }, () => new Set<CellProvenance>());
  for (const measure of measures) {
    const { cells } = scope.statistic('main', measure);
    if (!cells) continue;
    for (const row of scope.rows) {
      const cell = cells.list[cells.codes[row] as number];
      if (cell) byPlace[placeOf(row)]?.add(cell);
    }
  }
  return byPlace;
}
