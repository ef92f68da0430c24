import { describe, expect, it } from 'vitest';
import { PrefixSums } from './prefix-sums.ts';

describe('PrefixSums', () => {
  it('gives the sum and number of any stretch of any group', () => {
    const sums = new PrefixSums(4, 2);
    for (const [place, value] of [1, 2, Number.NaN, 8].entries()) sums.add(place, 1, value);
    sums.accumulate();
    expect([sums.sum(0, 4, 1), sums.sum(1, 3, 1), sums.sum(2, 3, 1)]).toEqual([11, 2, 0]);
    expect([sums.count(0, 4, 1), sums.count(2, 3, 1), sums.count(0, 4, 0)]).toEqual([3, 0, 0]);
  });

  it('loses nothing of small values beside large ones', () => {
    const sums = new PrefixSums(4, 1);
    for (const [place, value] of [1e16, 0.1, 0.2, -1e16].entries()) sums.add(place, 0, value);
    sums.accumulate();
    expect(sums.sum(1, 3, 0)).toBeCloseTo(0.3, 15);
    expect(sums.sum(1, 2, 0)).toBe(0.1);
  });
});
