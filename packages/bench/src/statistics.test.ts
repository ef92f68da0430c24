import { describe, expect, test } from 'vitest';
import { median, quantile, ratio, spread } from './statistics.ts';

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

describe('a ratio', () => {
  test('is made within a round, so that a slow round counts like a quick one', () => {
    expect(ratio([20, 200, 30], [10, 100, 15])).toEqual({ median: 2, from: 2, to: 2, count: 3 });
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
