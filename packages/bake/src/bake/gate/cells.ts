import { type Answer, columnOf, LantuError, type Model, type Query, quoteValue, type Value } from '@lantu/spec';
import type { NativeDuckDB } from '../duckdb/native.ts';
import { type Guard, guardCode, guardedModel, guardsOf, withoutRules } from './guards.ts';

/** How many refused cells a message names. */
const NAMED = 3;

/**
 * Refuses an answer with a cell that rests on fewer cases than its metric allows.
 *
 * @throws {LantuError} `data/disclosure` with the cell, the cases and what is allowed
 */
export async function checkAnswer(duckdb: NativeDuckDB, model: Model, answer: Answer): Promise<void> {
  const { order: _, provenance: __, limit, ...query } = answer.query;
  const guards = guardsOf(model, answer.query);
  if (guards.length === 0) return;
  const asked = { ...query, ...(limit && 'top' in limit && { limit }) };
  const shown = new Set(rowKeys(answer));
  await checkCells(duckdb, model, asked, guards, (key) => shown.has(key));
}

/** The same for every group of a rollup. @throws {LantuError} `data/disclosure` */
export async function checkRollup(duckdb: NativeDuckDB, model: Model, query: Query): Promise<void> {
  const { provenance: _, ...asked } = query;
  const free = withoutRules(model);
  const guards = guardsOf(free, asked);
  if (guards.length > 0) await checkCells(duckdb, free, asked, guards, () => true);
}

/** A row of an answer told by its dimensions, and by whether it stands for all others. */
export function rowKeys({ columns, rowCount, othersRows = [] }: Answer): string[] {
  const dimensions = columns.filter((each) => each.role === 'dimension');
  return Array.from({ length: rowCount }, (_, row) =>
    JSON.stringify([...dimensions.map((each) => each.values[row] ?? null), othersRows.includes(row)]),
  );
}

/** The refusal of one cell. */
export function refusal(
  { metric, minimum, measure }: Guard,
  cells: readonly { readonly cell: string; readonly cases: number }[],
  problem: string,
): LantuError {
  const part = measure.metric.code === metric.code ? '' : ` (its part ${quoteValue(measure.metric.code)})`;
  const named = cells.slice(0, NAMED).map(({ cell, cases }) => `${cell}: ${cases}`);
  const more = cells.length > NAMED ? ` … and ${cells.length - NAMED} more` : '';
  return new LantuError('data/disclosure', problem, {
    where: `metric ${quoteValue(metric.code)}${part}`,
    received: `${named.join('; ')}${more}`,
    allowed: `no case, or at least ${minimum} (the metric's minimumCount); a coarser grain, fewer dimensions or fewer filters`,
  });
}

async function checkCells(
  duckdb: NativeDuckDB,
  model: Model,
  query: Query,
  guards: readonly Guard[],
  isShown: (key: string) => boolean,
): Promise<void> {
  const counted = await duckdb.answer(guardedModel(model, guards), {
    ...query,
    metrics: [...query.metrics, ...guards.map((_, index) => ({ metric: guardCode(index) }))],
  });
  const keys = rowKeys(counted);
  for (const [index, guard] of guards.entries()) {
    const cases = columnOf(counted, guardCode(index)).values as readonly (number | null)[];
    const small = cases.flatMap((each, row) =>
      isSmall(each, guard) && isShown(keys[row] as string)
        ? [{ cell: cellName(counted, row), cases: each as number }]
        : [],
    );
    if (small.length > 0) throw refusal(guard, small, 'cells rest on fewer cases than may be published');
  }
}

/** True for a number of cases that someone could be found in. */
function isSmall(cases: number | null, { minimum }: Guard): boolean {
  return cases !== null && cases > 0 && cases < minimum;
}

function cellName({ columns, othersRows = [] }: Answer, row: number): string {
  const places = columns.flatMap(({ role, name, values }) =>
    role === 'dimension' ? [`${name} ${valueName(values[row] ?? null)}`] : [],
  );
  const named = places.length > 0 ? places.join(', ') : 'the total';
  return othersRows.includes(row) ? `${named}, all others` : named;
}

function valueName(value: Value): string {
  return value === null ? '(missing)' : String(value);
}
