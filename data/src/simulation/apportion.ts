/**
 * `total` whole units shared out by `weights`, the parts adding up to it exactly: the method of largest remainders (Hamilton);
 * of equal remainders the earlier part gains.
 *
 * @throws {RangeError} where `total` is no whole number, or there is something to share and every weight is 0.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, each) => all + each, 0);
  if (!Number.isInteger(total)) throw new RangeError(`a total of whole units is needed; received ${total}`);
  if (total !== 0 && !(sum > 0))
    throw new RangeError(`${total} units cannot be shared among weights that add up to ${sum}`);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((all, each) => all + each, 0);
  const byRemainder = exact
    .map((value, index) => [value - Math.floor(value), index] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, index] of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/**
 * About the lowest point of [low, high] at which the non-decreasing `count` reaches `target`, by bisection.
 * `high` where none does.
 */
export function lowestReaching(
  target: number,
  low: number,
  high: number,
  count: (x: number) => number,
  halvings = 40,
): number {
  let below = low;
  let reaching = high;
  for (let i = 0; i < halvings; i++) {
    const middle = (below + reaching) / 2;
    if (count(middle) >= target) reaching = middle;
    else below = middle;
  }
  return reaching;
}
