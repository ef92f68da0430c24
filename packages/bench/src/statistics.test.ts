import { describe, expect, test } from 'vitest';
import { estimate, median, quantile, ratio, spread } from './statistics.ts';

describe('the median', () => {
  test.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('leaves the values in their order', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  test('of no value is refused', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a quantile', () => {
  test('lies on the line between its neighbours', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([1, 2, 3, 4], 0)).toBe(1);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
  });

  test.each([-0.1, 1.1, Number.NaN])('is refused for the part %d', (p) => {
    expect(() => quantile([1], p)).toThrow(RangeError);
  });
});

test('the spread is the middle and the quartiles: one slow round does not move it', () => {
  expect(spread([10, 11, 12, 13, 500])).toEqual({ median: 12, from: 11, to: 13, count: 5 });
});

describe('an estimate', () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => count - index);

  test.each([
    [6, 1, 6],
    [7, 1, 7],
    [9, 2, 8],
    [10, 2, 9],
    [20, 6, 15],
    [50, 18, 33],
    [2000, 956, 1045],
  ])('of %d values knows the median to lie from the %dth to the %dth', (count, low, high) => {
    expect(estimate(upTo(count))).toMatchObject({ median: (count + 1) / 2, low, high });
  });

  test('of five values does not know it', () => {
    expect(estimate(upTo(5))).toMatchObject({ median: 3, low: undefined, high: undefined });
  });

  test('is right 19 times in 20, however the values are distributed', () => {
    let state = 1;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const isRight = () => {
      const { low, high } = estimate(Array.from({ length: 25 }, () => random() ** 4));
      return Number(low) <= 0.5 ** 4 && Number(high) >= 0.5 ** 4;
    };
    const right = Array.from({ length: 2000 }, isRight).filter(Boolean).length;
    expect(right / 2000).toBeGreaterThan(0.94);
    expect(right / 2000).toBeLessThan(0.975);
  });
});

describe('a ratio', () => {
  test('is made within a round, so that a slow round counts like a quick one', () => {
    expect(ratio([20, 200, 30], [10, 100, 15])).toMatchObject({ median: 2, from: 2, to: 2, count: 3 });
  });

  test('is the median of the rounds’ ratios and not the ratio of the medians', () => {
    expect(ratio([1, 20, 30], [10, 10, 10]).median).toBe(2);
    expect(ratio([10, 20, 90], [1, 40, 30]).median).toBe(3);
  });

  test('is refused for lists of different length and for nothing', () => {
    expect(() => ratio([1, 2], [1])).toThrow('received 2 values for 1');
    expect(() => ratio([1, 2], [1, 0])).toThrow('received 0');
  });
});
