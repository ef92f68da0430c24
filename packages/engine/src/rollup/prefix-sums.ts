/**
 * Sums over places in an order, for several groups at once: the sum of any stretch is one subtraction. Each running sum is kept as a
 * number and the error of its additions, so that a difference of two large sums is as exact as the sum of the stretch itself.
 */
export class PrefixSums {
  readonly #groups: number;
  readonly #high: Float64Array;
  readonly #low: Float64Array;
  readonly #counts: Int32Array;

  /** @param places how many places there are, @param groups how many groups */
  constructor(places: number, groups: number) {
    this.#groups = groups;
    this.#high = new Float64Array((places + 1) * groups);
    this.#low = new Float64Array((places + 1) * groups);
    this.#counts = new Int32Array((places + 1) * groups);
  }

  /** Adds `value` at a place; NaN is none. All values are added before {@link accumulate}. */
  add(place: number, group: number, value: number): void {
    if (Number.isNaN(value)) return;
    this.#carry((place + 1) * this.#groups + group, value, 0, 1);
  }

  /** Makes running sums of what was added. */
  accumulate(): void {
    for (let at = this.#groups; at < this.#high.length; at += 1) {
      const before = at - this.#groups;
      const low = this.#low[before] as number;
      this.#carry(at, this.#high[before] as number, low, this.#counts[before] as number);
    }
  }

  /** The number of values from place `from` up to and without `to`. */
  count(from: number, to: number, group: number): number {
    const counts = this.#counts;
    return (counts[to * this.#groups + group] as number) - (counts[from * this.#groups + group] as number);
  }

  /** Their sum; 0 of none. */
  sum(from: number, to: number, group: number): number {
    const above = to * this.#groups + group;
    const below = from * this.#groups + group;
    const high = this.#high[above] as number;
    const other = -(this.#high[below] as number);
    const sum = high + other;
    return sum + (errorOf(high, other, sum) + ((this.#low[above] as number) - (this.#low[below] as number)));
  }

  #carry(at: number, value: number, low: number, count: number): void {
    const own = this.#high[at] as number;
    const sum = own + value;
    this.#high[at] = sum;
    this.#low[at] = (this.#low[at] as number) + low + errorOf(own, value, sum);
    this.#counts[at] = (this.#counts[at] as number) + count;
  }
}

/** What rounding took from `a + b` (Knuth's TwoSum). */
function errorOf(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}
