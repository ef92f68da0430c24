import type { Answer, CellProvenance } from '@lantu/spec';
import type { Agreed } from './reference.ts';

const TOLERANCE = 1e-9;

/** What of `answer` is compared. */
export function agreed(answer: Answer): Agreed {
  return {
    names: answer.columns.map((each) => each.name),
    rows: Array.from({ length: answer.rowCount }, (_, row) => answer.columns.map((each) => each.values[row] ?? null)),
    othersRows: answer.othersRows ?? [],
    natures: [...answer.provenance.natures].sort(),
    statuses: [...answer.provenance.statuses].sort(),
    origins: answer.provenance.origins.map((each) => each.id).sort(),
    ...(answer.cells && {
      cells: Object.fromEntries(Object.entries(answer.cells).map(([name, cells]) => [name, cells.map(sortedCell)])),
    }),
  };
}

/** In words, the first thing two answers do not agree on, numbers within a relative 1e-9; undefined where they agree. */
export function difference(expected: unknown, received: unknown, at = 'answer'): string | undefined {
  if (typeof expected === 'number' && typeof received === 'number') {
    const near = Math.abs(expected - received) <= TOLERANCE * Math.max(1, Math.abs(expected), Math.abs(received));
    return near ? undefined : `${at}: ${expected} and ${received}`;
  }
  if (typeof expected === 'object' && typeof received === 'object' && expected !== null && received !== null) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(received)]);
    for (const key of keys) {
      const found = difference(
        (expected as Record<string, unknown>)[key],
        (received as Record<string, unknown>)[key],
        `${at}.${key}`,
      );
      if (found) return found;
    }
    return undefined;
  }
  return expected === received ? undefined : `${at}: ${JSON.stringify(expected)} and ${JSON.stringify(received)}`;
}

function sortedCell(cell: CellProvenance): CellProvenance {
  return {
    ...cell,
    natures: [...cell.natures].sort(),
    statuses: [...cell.statuses].sort(),
    origins: [...cell.origins].sort(),
    quotes: [...cell.quotes].sort(),
  };
}
