import { tickStep } from 'd3-array';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linear, widened } from './linear.ts';

test('the ends of the domain fall on the ends of the range, also turned around', () => {
  const scale = linear([0, 216], [300, 20]);
  expect([scale(0), scale(216), scale(108)]).toEqual([300, 20, 160]);
});

test('a domain without extent falls on the middle', () => {
  expect(linear([7, 7], [0, 100])(7)).toBe(50);
});

test.each([
  [
    [0, 2_160_000],
    [0, 2_500_000],
  ],
  [
    [-7, 32],
    [-10, 40],
  ],
  [
    [0.91, 0.984],
    [0.9, 1],
  ],
  [
    [0, 1],
    [0, 1],
  ],
] as const)('%j is widened to %j', ([low, high], domain) => {
  expect(widened(low, high, 5)).toEqual(domain);
});

test('widening keeps the values inside, and ends: few ticks around zero too', () => {
  const value = fc.double({ min: -1e15, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.integer({ min: 1, max: 10 }), (a, b, count) => {
      fc.pre(Math.abs(a - b) > 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-6));
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [from, to] = widened(low, high, count);
      const blur = (to - from) * 1e-9;
      expect(from).toBeLessThanOrEqual(low + blur);
      expect(to).toBeGreaterThanOrEqual(high - blur);
      expect(to - from).toBeLessThan((high - low) * 20);
      expect(tickStep(from, to, count)).toBeGreaterThan(0);
    }),
  );
});
