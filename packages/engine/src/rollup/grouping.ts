import type { Value } from '@lantu/spec';
import type { SeenDimension } from './cover.ts';

/** Up to this many places a table of all combinations is quicker than a map of those that occur. */
const DENSE = 1 << 20;

/** Rows of a rollup brought together. */
export interface Grouping {
  readonly dimensions: readonly SeenDimension[];
  /** Numbers of rows of the rollup. */
  readonly rows: Int32Array;
  /** The group of each of `rows`. */
  readonly ids: Int32Array;
  readonly size: number;
  /** Of each group, one of its rows; none where the one group there is without dimensions has no rows. */
  readonly first: Int32Array;
}

/** Groups by the dimensions' values, in the order of first occurrence; without dimensions there is one group, rows or not. */
export function groupRows(rows: Int32Array, dimensions: readonly SeenDimension[]): Grouping {
  let ids: Int32Array = new Int32Array(rows.length);
  let size = 1;
  for (const each of dimensions) {
    const { values, codeOf, source } = each;
    const width = values.length;
    const next = new Int32Array(rows.length);
    const numbers = numbering(size * width);
    for (let index = 0; index < rows.length; index += 1) {
      const code = codeOf[source.codes[rows[index] as number] as number] as number;
      next[index] = numbers.of((ids[index] as number) * width + code);
    }
    ids = next;
    size = numbers.size();
  }
  const first = new Int32Array(size).fill(-1);
  for (let index = rows.length - 1; index >= 0; index -= 1) first[ids[index] as number] = rows[index] as number;
  return { dimensions, rows, ids, size, first };
}

/** The value of `dimension` in a row of the rollup. */
export function valueIn({ values, codeOf, source }: SeenDimension, row: number): Value {
  return values[codeOf[source.codes[row] as number] as number] ?? null;
}

/** Numbers keys in the order in which they are first seen. */
function numbering(keys: number): { of(key: number): number; size(): number } {
  let count = 0;
  if (keys <= DENSE) {
    const table = new Int32Array(keys).fill(-1);
    return {
      of(key) {
        if (table[key] === -1) table[key] = count++;
        return table[key] as number;
      },
      size: () => count,
    };
  }
  const map = new Map<number, number>();
  return {
    of(key) {
      const known = map.get(key);
      if (known !== undefined) return known;
      map.set(key, count);
      return count++;
    },
    size: () => count,
  };
}
