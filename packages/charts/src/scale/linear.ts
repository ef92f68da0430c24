import { tickIncrement } from 'd3-array';

/**
 * The straight mapping of `domain` on `range`; of a domain without extent, the middle of the range. What d3-scale adds to this,
 * interpolation of colours, dates and strings, costs 9 KB (gzip) and no axis of a chart needs it.
 */
export function linear(
  [low, high]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const slope = high === low ? 0 : (end - start) / (high - low);
  const origin = high === low ? (start + end) / 2 : start;
  return (value) => origin + (value - low) * slope;
}

const PASSES = 2;

/**
 * `low` and `high` moved outwards to ticks of about `count`. Widening can make a coarser step right, so it is done twice, and no more:
 * around zero with very few ticks it would never end.
 */
export function widened(low: number, high: number, count: number): [number, number] {
  let [from, to] = [low, high];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const step = tickIncrement(from, to, count);
    if (step > 0) [from, to] = [Math.floor(from / step) * step, Math.ceil(to / step) * step];
    else if (step < 0) [from, to] = [Math.floor(from * -step) / -step, Math.ceil(to * -step) / -step];
  }
  return [from, to];
}
