import type { ResultColumns } from '../plan/index.ts';
import { duckdbInstance } from './instance.ts';

let schemas = 0;

/**
 * One result a statement, over tables given as Arrow IPC streams: for checks of the planner against DuckDB-WASM itself.
 *
 * @param tables by name; they are copied
 * @throws as {@link DuckDBInstance.query}
 */
export function askDuckDB(
  statements: readonly string[],
  tables: Readonly<Record<string, Uint8Array>>,
): Promise<ResultColumns[]> {
  schemas += 1;
  return duckdbInstance().query({
    schema: `asked ${schemas}`,
    tables: Object.entries(tables).map(([name, stream]) => ({
      name,
      version: 'given',
      stream: async () => stream.slice(),
    })),
    statements,
  });
}
