import type { ResolvedMeasure, ResolvedMetric } from '@lantu/spec';
import { isHolistic, recordedIn } from './cover.ts';
import type { Grouping } from './grouping.ts';
import type { Scope } from './scope.ts';

/** The value of `metric` in each group; null for none. */
export function metricValues({ measures }: ResolvedMetric, grouping: Grouping, scope: Scope): (number | null)[] {
  const [own, divisor] = measures.map((each) => measureValues(each, grouping, scope));
  return Array.from(own ?? [], (value, group) => {
    const below = divisor ? (divisor[group] as number) : 1;
    return Number.isNaN(value) || Number.isNaN(below) || below === 0 ? null : value / below;
  });
}

/** The value of `measure` in each group; NaN for none. */
function measureValues(measure: ResolvedMeasure, grouping: Grouping, scope: Scope): Float64Array {
  const { rows, ids, size } = grouping;
  const resting = scope.resting(measure, grouping);
  const of = (name: 'main' | 'sum' | 'present') => scope.statistic(name, measure).values;
  const fold = (values: Float64Array, start: number, add: (total: number, value: number) => number): Float64Array => {
    const totals = new Float64Array(size).fill(start);
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] as number;
      const value = values[row] as number;
      if (resting[row] === 0 || Number.isNaN(value)) continue;
      const id = ids[index] as number;
      const total = totals[id] as number;
      totals[id] = Number.isNaN(total) ? value : add(total, value);
    }
    return totals;
  };
  const added = (total: number, value: number) => total + value;
  const { op } = measure.measure;
  switch (op) {
    case 'count':
      return fold(of('main'), 0, added);
    case 'sum':
      return fold(of('main'), Number.NaN, added);
    case 'min':
      return fold(of('main'), Number.NaN, Math.min);
    case 'max':
      return fold(of('main'), Number.NaN, Math.max);
    case 'mean': {
      const counts = fold(of('present'), 0, added);
      return fold(of('sum'), Number.NaN, added).map((sum, group) => sum / (counts[group] as number));
    }
    case 'variance':
    case 'stddev': {
      const variance = spread(measure, grouping, scope, resting);
      return op === 'variance' ? variance : variance.map(Math.sqrt);
    }
    case 'median':
    case 'quantile':
      return fold(of('main'), Number.NaN, onlyOne);
    case 'distinct':
      return isHolistic(measure, scope.cover.table)
        ? fold(of('main'), 0, added)
        : different(measure, grouping, scope, resting);
  }
}

/** The sample variance of each group from those of its parts, merged by Chan's formula: no difference of large squares. */
function spread(
  measure: ResolvedMeasure,
  { rows, ids, size }: Grouping,
  scope: Scope,
  resting: Uint8Array,
): Float64Array {
  const counts = scope.statistic('present', measure).values;
  const sums = scope.statistic('sum', measure).values;
  const variances = scope.statistic('main', measure).values;
  const number = new Float64Array(size);
  const mean = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    const count = counts[row] as number;
    if (resting[row] === 0 || count === 0) continue;
    const id = ids[index] as number;
    const before = number[id] as number;
    const all = before + count;
    const apart = (sums[row] as number) / count - (mean[id] as number);
    const own = count > 1 ? (variances[row] as number) * (count - 1) : 0;
    squares[id] = (squares[id] as number) + own + (apart * apart * before * count) / all;
    mean[id] = (mean[id] as number) + (apart * count) / all;
    number[id] = all;
  }
  return squares.map((each, group) => {
    const count = number[group] as number;
    return count > 1 ? each / (count - 1) : Number.NaN;
  });
}

/** The number of different values of a column that is one of the rollup's dimensions. */
function different(
  measure: ResolvedMeasure,
  { rows, ids, size }: Grouping,
  scope: Scope,
  resting: Uint8Array,
): Float64Array {
  const source = recordedIn(scope.cover.table, measure.column?.id ?? '');
  if (!source) throw new RangeError(`the rollup has no ${measure.column?.id}`);
  const places = new Map(source.values.map((value) => [value, 0]));
  for (const [index, value] of [...places.keys()].entries()) places.set(value, index);
  const placeOf = source.values.map((value) => places.get(value) ?? 0);
  const present = scope.statistic('present', measure).values;
  const seen = new Set<number>();
  const counts = new Float64Array(size);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    if (resting[row] === 0 || !((present[row] as number) > 0)) continue;
    const id = ids[index] as number;
    const key = id * places.size + (placeOf[source.codes[row] as number] as number);
    if (seen.has(key)) continue;
    seen.add(key);
    counts[id] = (counts[id] as number) + 1;
  }
  return counts;
}

function onlyOne(): never {
  throw new RangeError('a group of several rows has no such measure');
}
