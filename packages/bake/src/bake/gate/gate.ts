import type { Answer, Model, Rollup } from '@lantu/spec';
import type { NativeDuckDB } from '../duckdb/native.ts';
import { checkAnswer, checkRollup } from './cells.ts';
import { checkDifferences, type PublishedCells } from './differences.ts';

/** What is to be published of a widget, as far as numbers are in it. */
export interface Numbers {
  readonly answers: readonly Answer[];
  readonly rollup?: Rollup;
}

/**
 * Refuses a widget with a cell that its metric's minimum count forbids, in an answer or in a group of its rollup.
 *
 * @throws {LantuError} `data/disclosure`
 */
export async function checkWidgetCells(
  duckdb: NativeDuckDB,
  model: Model,
  { answers, rollup }: Numbers,
): Promise<void> {
  for (const each of answers.filter(hasNumbers)) await checkAnswer(duckdb, model, each);
  if (rollup) await checkRollup(duckdb, model, rollup.query);
}

/**
 * Refuses widgets that give away together what none of them shows.
 *
 * @throws {LantuError} `data/disclosure`
 */
export async function checkTogether(duckdb: NativeDuckDB, model: Model, widgets: readonly Numbers[]): Promise<void> {
  const published = widgets.flatMap(({ answers, rollup }): PublishedCells[] => [
    ...answers.filter(hasNumbers).map((answer) => ({ query: answer.query, answer })),
    ...(rollup ? [{ query: rollup.query }] : []),
  ]);
  await checkDifferences(duckdb, model, published);
}

/** What a filter offers is published without its figures. */
function hasNumbers({ columns }: Answer): boolean {
  return columns.some((each) => each.role === 'metric');
}
