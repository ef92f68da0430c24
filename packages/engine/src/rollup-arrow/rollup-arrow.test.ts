import { LantuError, type Rollup } from '@lantu/spec';
import { tableFromArrays, tableFromIPC, tableToIPC } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollupFromArrow, rollupToArrow } from './index.ts';

const text = fc.oneof(fc.constantFrom('', '\uFEFFa', 'a\0b'), fc.string({ unit: 'binary', maxLength: 6 }));
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.integer({ min: -128, max: 127 }),
);
const labels = fc.dictionary(text, fc.record({ 'zh-CN': text, bo: text }, { requiredKeys: ['zh-CN'] }), { maxKeys: 3 });

const rollups = fc
  .record({ rows: fc.nat({ max: 40 }), dimensions: fc.nat({ max: 3 }), statistics: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, dimensions, statistics }) => {
    const codes = (size: number) =>
      fc.array(fc.nat({ max: Math.max(size - 1, 0) }), { minLength: rows, maxLength: rows });
    const dimension = fc
      .record({
        kind: fc.constantFrom(text, number, fc.boolean()),
        size: fc.integer({ min: rows > 0 ? 1 : 0, max: 300 }),
      })
      .chain(({ kind, size }) =>
        fc.record(
          {
            values: fc.array(fc.option(kind as fc.Arbitrary<string>), { minLength: size, maxLength: size }),
            labels,
            levels: fc
              .array(fc.option(text), { minLength: size, maxLength: size })
              .map((values) => [{ grain: 'county' as const, values, labels: {} }]),
            codes: codes(size),
          },
          { requiredKeys: ['values', 'codes'] },
        ),
      );
    const cell = fc.record({
      origins: fc.array(text),
      natures: fc.constant(['simulated' as const]),
      statuses: fc.constant(['A' as const]),
      quotes: fc.array(text),
    });
    const statistic = fc.record(
      {
        measure: fc.constantFrom({ op: 'count' as const }, { op: 'sum' as const, field: 'amount' }),
        values: fc.array(fc.option(number), { minLength: rows, maxLength: rows }),
        cells: fc
          .array(cell, { minLength: 1, maxLength: 4 })
          .chain((list) => fc.record({ list: fc.constant(list), codes: codes(list.length) })),
      },
      { requiredKeys: ['measure', 'values'] },
    );
    return fc.record({
      query: fc.constant({
        dataset: 'income',
        dimensions: Array.from({ length: dimensions }, (_, index) => ({ field: `field ${index}` })),
        metrics: [{ metric: 'income.sum' }],
      }),
      vintage: text,
      rows: fc.constant(rows),
      dimensions: fc.array(dimension, { minLength: dimensions, maxLength: dimensions }),
      statistics: fc.array(statistic, { minLength: statistics, maxLength: statistics }),
    });
  });

const SMALL: Rollup = {
  query: {
    dataset: 'income',
    dimensions: [{ field: 'area', grain: 'county' }, { field: 'kind' }],
    metrics: [{ metric: 'income.sum' }],
  },
  vintage: 'income:1',
  rows: 3,
  dimensions: [
    { values: ['540121', null, '540121'], labels: { '540121': { 'zh-CN': '林周县' } }, codes: [0, 1, 2] },
    { values: ['', 'lease'], codes: [1, 0, 1] },
  ],
  statistics: [
    { measure: { op: 'sum', field: 'amount' }, values: [1.5, null, -3] },
    { measure: { op: 'count' }, values: [70_000, 1, 2] },
  ],
};

function refusal(bytes: Uint8Array): LantuError {
  try {
    rollupFromArrow(bytes);
  } catch (error) {
    if (error instanceof LantuError) return error;
    throw error;
  }
  throw new Error('the bytes were taken for a rollup');
}

describe('a rollup as Arrow', () => {
  it('comes back to the last bit, whatever is in it', () => {
    fc.assert(
      fc.property(rollups, (made) => {
        const rollup = made as unknown as Rollup;
        expect(rollupFromArrow(rollupToArrow(rollup))).toEqual(rollup);
      }),
      { numRuns: 300 },
    );
  });

  it('has the same bytes for the same rollup', () => {
    expect(rollupToArrow(structuredClone(SMALL))).toEqual(rollupToArrow(SMALL));
  });

  it('is a table that other libraries read', () => {
    const table = tableFromIPC(rollupToArrow(SMALL));
    expect(table.toArray().map((row) => row?.toJSON())).toEqual([
      { '0 area county': '540121', '1 kind': 'lease', '2 sum amount': 1.5, '3 count': 70_000 },
      { '0 area county': null, '1 kind': '', '2 sum amount': null, '3 count': 1 },
      { '0 area county': '540121', '1 kind': 'lease', '2 sum amount': -3, '3 count': 2 },
    ]);
    expect(table.schema.fields.map((each) => String(each.type))).toEqual([
      'Dictionary<Int8, Utf8>',
      'Dictionary<Int8, Utf8>',
      'Float64',
      'Int32',
    ]);
  });

  it('is read wherever in a buffer it lies', () => {
    const bytes = rollupToArrow(SMALL);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(rollupFromArrow(shifted.subarray(3))).toEqual(SMALL);
  });

  it('is refused where it is cut short, at any byte', () => {
    const bytes = rollupToArrow(SMALL);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(refusal(bytes.subarray(0, length)).message).toMatch(/they do not end as one does/);
    }
  });

  it('is refused where any bit of it fell', () => {
    const bytes = rollupToArrow(SMALL);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const damaged = Uint8Array.from(bytes);
      damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit % 8));
      expect(refusal(damaged).code).toBe('data/corrupt');
    }
  });

  it.each<[string, Uint8Array]>([
    ['a page that says that nothing was found', new TextEncoder().encode('<!doctype html><title>404</title>')],
    ['nothing', new Uint8Array(0)],
    ['Arrow of another kind', tableToIPC(tableFromArrays({ amount: [1, 2] }))],
  ])('is not %s', (_, bytes) => {
    expect(refusal(bytes)).toMatchObject({
      code: 'data/corrupt',
      problem: 'the bytes are no rollup: they do not end as one does',
      received: `${bytes.length} bytes`,
    });
  });

  it('is not written where its columns do not fit each other, or a dimension has values of several types', () => {
    expect(() => rollupToArrow({ ...SMALL, rows: 4 })).toThrow(/columns of a rollup do not fit/);
    const [area, kind] = SMALL.dimensions;
    if (!area || !kind) throw new Error('two dimensions were to be there');
    expect(() => rollupToArrow({ ...SMALL, dimensions: [area, { ...kind, values: ['a', 1] }] })).toThrow(
      /"kind": a dimension has values of several types; received \["a",1\]/,
    );
  });
});
