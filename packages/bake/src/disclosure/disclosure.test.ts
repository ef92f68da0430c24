import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { complement } from './complement.ts';
import type { Equation } from './equation.ts';
import { protect } from './protect.ts';
import { primaryReason, RESIDENT_CASES } from './rules.ts';

/** A table of `rows` × `columns` inner cells, then the row totals, the column totals and the grand total. */
function table(inner: readonly (readonly number[])[]): {
  values: number[];
  equations: Equation[];
  at: (row: number, column: number) => number;
} {
  const rows = inner.length;
  const columns = inner[0]?.length ?? 0;
  const at = (row: number, column: number) => row * columns + column;
  const rowTotals = inner.map((row) => row.reduce((a, b) => a + b, 0));
  const columnTotals = Array.from({ length: columns }, (_, column) =>
    inner.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const values = [...inner.flat(), ...rowTotals, ...columnTotals, rowTotals.reduce((a, b) => a + b, 0)];
  const cells = (count: number, from: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => from(index));
  const equations = [
    ...cells(rows, (row) => row).map((row) => ({
      total: rows * columns + row,
      parts: cells(columns, (column) => at(row, column)),
    })),
    ...cells(columns, (column) => column).map((column) => ({
      total: rows * columns + rows + column,
      parts: cells(rows, (row) => at(row, column)),
    })),
    { total: values.length - 1, parts: cells(rows, (row) => rows * columns + row) },
  ];
  return { values, equations, at };
}

function primaryOf(values: readonly number[]): number[] {
  return [...values.keys()].filter((cell) => primaryReason(values[cell] ?? null, RESIDENT_CASES) !== null);
}

describe('the rules', () => {
  it('hide counts from 1 to 9 and show 0, 10 and what is missing', () => {
    expect([null, 0, 1, 9, 10].map((value) => primaryReason(value, RESIDENT_CASES))).toEqual([
      null,
      null,
      'small-count',
      'small-count',
      null,
    ]);
  });

  it('hide money of too few contributors, or where one of them dominates', () => {
    const rule = { kind: 'money', contributors: 3, dominance: 0.8 } as const;
    expect(primaryReason(900, rule, { contributors: 2, largest: 500 })).toBe('few-contributors');
    expect(primaryReason(900, rule, { contributors: 5, largest: 800 })).toBe('dominant-contributor');
    expect(primaryReason(900, rule, { contributors: 5, largest: 300 })).toBeNull();
    expect(() => primaryReason(900, rule)).toThrow('contributors');
  });
});

describe('the audit', () => {
  it('finds a single hidden cell beside its published total', () => {
    expect(audit(new Set([0]), [{ total: 2, parts: [0, 1] }])).toEqual([0]);
  });

  it('finds a cell that only two equations together give away', () => {
    const chained = [
      { total: 4, parts: [0, 1] },
      { total: 5, parts: [0, 1, 2] },
    ];
    expect(audit(new Set([0, 1, 2]), chained)).toEqual([2]);
  });

  it('finds cells that hang together in a way that subtraction by hand would miss', () => {
    const ring = [
      { total: 10, parts: [0, 1] },
      { total: 11, parts: [1, 2] },
      { total: 12, parts: [2, 0] },
    ];
    expect(audit(new Set([0, 1, 2]), ring)).toEqual([0, 1, 2]);
  });

  it('finds nothing in a rectangle of four hidden cells', () => {
    const { equations, at } = table([
      [3, 40, 4],
      [50, 60, 70],
      [5, 80, 6],
    ]);
    expect(audit(new Set([at(0, 0), at(0, 2), at(2, 0), at(2, 2)]), equations)).toEqual([]);
  });
});

describe('complementary hiding', () => {
  it('adds the cheapest further cell of each equation', () => {
    const { values, equations, at } = table([
      [3, 40, 41],
      [50, 60, 70],
      [51, 80, 90],
    ]);
    const added = complement(values, [at(0, 0)], equations);
    expect(added).toContain(at(0, 1));
    expect(audit(new Set([at(0, 0), ...added]), equations)).toEqual([]);
  });

  it('refuses a total whose only part must be hidden and that is 0 itself', () => {
    expect(() => complement([0, 3], [1], [{ total: 0, parts: [1] }])).toThrow('cannot be hidden');
  });

  it('leaves no equation with exactly one hidden cell, for any table', () => {
    const tables = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 6,
    });
    fc.assert(
      fc.property(tables, (inner) => {
        const { values, equations } = table(inner);
        const primary = primaryOf(values);
        const hidden = new Set([...primary, ...complement(values, primary, equations)]);
        for (const { total, parts } of equations) {
          expect([total, ...parts].filter((cell) => hidden.has(cell))).not.toHaveLength(1);
        }
      }),
    );
  });
});

describe('protecting a table', () => {
  it('hides further cells until a ring of equations no longer gives its cells away', () => {
    const ring = [
      { total: 6, parts: [0, 1, 3] },
      { total: 7, parts: [1, 2, 4] },
      { total: 8, parts: [2, 0, 5] },
    ];
    const values = [3, 4, 5, 30, 20, 40, 37, 29, 48];
    const primary = new Map([0, 1, 2].map((cell) => [cell, 'small-count'] as const));
    const hidden = protect(values, primary, ring);
    expect(hidden.size).toBeGreaterThan(3);
    expect([...hidden].filter(([, reason]) => reason === 'complementary').map(([cell]) => cell)).toContain(4);
    expect(audit(new Set(hidden.keys()), ring)).toEqual([]);
  });

  it('leaves nothing that can be worked out, for any table', () => {
    const tables = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 6,
    });
    fc.assert(
      fc.property(tables, (inner) => {
        const { values, equations } = table(inner);
        const primary = new Map(primaryOf(values).map((cell) => [cell, 'small-count'] as const));
        let hidden: ReadonlyMap<number, unknown>;
        try {
          hidden = protect(values, primary, equations);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(audit(new Set(hidden.keys()), equations)).toEqual([]);
        expect([...primary.keys()].every((cell) => hidden.has(cell))).toBe(true);
      }),
    );
  });
});
