/**
 * A stream of pseudo-random numbers that depends on its keys alone. What one village draws never moves because another was
 * added, and uses only arithmetic that every machine rounds alike: no transcendental function of the platform but `Math.exp`,
 * which V8 computes in software.
 */
export class Random {
  private state: number;

  constructor(...keys: readonly (string | number)[]) {
    this.state = hash(keys.join('\u0000'));
  }

  /** Uniform in [0, 1) with 32 bits (mulberry32, T. Ettinger, public domain). */
  uniform(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** About standard normal: twelve uniforms added (Irwin and Hall), so never beyond ±6. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.uniform();
    return sum;
  }

  /** Log-normal with this median; `spread` is the standard deviation of the logarithm. */
  lognormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** One of `choices`, as often as its weight asks. @throws {RangeError} where there is none. */
  pick<T>(choices: readonly (readonly [T, number])[]): T {
    const last = choices.at(-1);
    if (!last) throw new RangeError('nothing to pick from');
    let rest = this.uniform() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    return last[0];
  }

  /** Poisson with this mean: by multiplication (Knuth) when small, by the normal approximation from 30 on. */
  poisson(mean: number): number {
    if (mean >= 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.uniform(); product > limit; product *= this.uniform()) count += 1;
    return count;
  }
}

/** FNV-1a over UTF-16 units, then MurmurHash3's final mix: near keys give far states. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
