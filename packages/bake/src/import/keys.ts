import type { Converted } from '../convert/convert.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Cell } from '../package/table.ts';

/** Rows (from 0) whose cells in `fields` are those of an earlier row, with that row; a missing cell is equal to another. */
export function repeatedRows(
  columns: Readonly<Record<string, readonly Cell[]>>,
  fields: readonly string[],
  rowCount: number,
): { row: number; first: number }[] {
  const parts = fields.map((field) => columns[field] ?? []);
  const seen = new Map<string, number>();
  const repeated: { row: number; first: number }[] = [];
  for (let row = 0; row < rowCount; row++) {
    const key =
      parts.length === 1
        ? `${typeof parts[0]?.[row]} ${parts[0]?.[row]}`
        : JSON.stringify(parts.map((cells) => cells[row] ?? null));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else repeated.push({ row, first });
  }
  return repeated;
}

/**
 * The fields that tell the rows apart: the fewest of the dimensions, in the order area, time, others, that no two rows share.
 * Empty where there are none.
 */
export function guessKey({ columns }: Mapping, { columns: cells, rowCount }: Converted): string[] {
  const dimensions = columns
    .filter(({ use, role }) => use === 'field' && role === 'dimension')
    .sort((a, b) => rank(a.dimension) - rank(b.dimension))
    .map(({ field }) => field);
  for (let length = 1; length <= dimensions.length; length++) {
    const key = dimensions.slice(0, length);
    const complete = key.every((field) => cells[field]?.every((cell) => cell !== null));
    if (complete && repeatedRows(cells, key, rowCount).length === 0) return key;
  }
  return [];
}

function rank(dimension: string | undefined): number {
  return dimension === 'area' ? 0 : dimension === 'period' ? 1 : 2;
}
