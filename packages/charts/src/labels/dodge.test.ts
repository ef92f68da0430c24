import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dodge } from './dodge.ts';

const item = (at: number, size = 10) => ({ at, size });

test('what does not overlap stays where it wants to be', () => {
  expect(dodge([item(50), item(10)], 0, 100)).toEqual([50, 10]);
});

test('two that overlap move apart evenly', () => {
  expect(dodge([item(50), item(50)], 0, 100)).toEqual([45, 55]);
});

test('a group at the edge is pushed inside', () => {
  expect(dodge([item(99), item(98)], 0, 100)).toEqual([95, 85]);
});

test('nothing gives nothing', () => {
  expect(dodge([], 0, 100)).toEqual([]);
});

test('none overlap, all keep their order and stay inside, as long as they fit', () => {
  const items = fc.array(fc.record({ at: fc.integer({ min: -50, max: 450 }), size: fc.integer({ min: 1, max: 40 }) }), {
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(items, (wanted) => {
      const middles = dodge(wanted, 0, 400);
      const placed = wanted
        .map(({ at, size }, index) => ({ at, size, middle: middles[index]! }))
        .sort((a, b) => a.middle - b.middle);
      for (const [index, { at, middle, size }] of placed.entries()) {
        expect(middle - size / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(middle + size / 2).toBeLessThanOrEqual(400 + 1e-6);
        const before = placed[index - 1];
        if (!before) continue;
        expect(middle - before.middle).toBeGreaterThanOrEqual((size + before.size) / 2 - 1e-6);
        expect(before.at).toBeLessThanOrEqual(at);
      }
    }),
  );
});
