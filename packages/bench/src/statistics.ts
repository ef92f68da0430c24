/** The middle value; of an even number of values, the mean of the two in the middle. @throws {RangeError} of no value */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * The value below which the part `p` (0…1) of the values lies, on the straight line between its neighbours (Hyndman and Fan 1996,
 * definition 7).
 *
 * @throws {RangeError} of no value, or where `p` is not from 0 to 1
 */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError('no value has no quantile');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile is asked for with 0…1, received ${p}`);
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** A number that was measured several times. */
export interface Spread {
  readonly median: number;
  /** The first and the third quartile: half of the measurements lie between. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** @throws {RangeError} of no value */
export function spread(values: readonly number[]): Spread {
  return { median: median(values), from: quantile(values, 0.25), to: quantile(values, 0.75), count: values.length };
}

/** A spread, and how well its median is known. */
export interface Estimate extends Spread {
  /** Between these the median of ever more measurements would lie, with a confidence of 95 %; both undefined of fewer than 6 values. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/**
 * The spread with the confidence interval of its median by order statistics, which asks nothing of how the values are distributed: of n
 * sorted values, from the k-th smallest to the k-th largest, k as large as P(fewer than k of n fair coins are heads) ≤ 2.5 % allows
 * (David and Nagaraja 2003, Order Statistics, 7.1).
 *
 * @throws {RangeError} of no value
 */
export function estimate(values: readonly number[]): Estimate {
  const sorted = [...values].sort((a, b) => a - b);
  let below = 0;
  // As a logarithm: of a thousand coins, the probability of no heads is less than the least number.
  let logProbability = -sorted.length * Math.LN2;
  for (let sum = Math.exp(logProbability); sum <= 0.025; sum += Math.exp(logProbability)) {
    logProbability += Math.log((sorted.length - below) / (below + 1));
    below += 1;
  }
  return { ...spread(values), low: below ? sorted[below - 1] : undefined, high: below ? sorted.at(-below) : undefined };
}

/**
 * How many times `values` are `of`, round by round: what slows a machine for a while slows both, and so leaves the ratio alone.
 * Both lists are in the order of the rounds.
 *
 * @throws {RangeError} where they are not of one length, or there is none, or a value of `of` is not above 0
 */
export function ratio(values: readonly number[], of: readonly number[]): Estimate {
  if (values.length !== of.length) {
    throw new RangeError(`a ratio is made round by round, received ${values.length} values for ${of.length}`);
  }
  const wrong = of.find((value) => !(value > 0));
  if (wrong !== undefined) throw new RangeError(`a ratio is made to values above 0, received ${wrong}`);
  return estimate(values.map((value, round) => value / (of[round] ?? Number.NaN)));
}
