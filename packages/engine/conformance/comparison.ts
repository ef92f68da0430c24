import { type Answer, LantuError, type Model, type Query } from '@lantu/spec';
import fc from 'fast-check';
import { type Plan, planQuery } from '../src/plan/index.ts';
import { queries } from './arbitrary.ts';
import { agreed, difference } from './compare.ts';
import type { Fixture } from './fixture.ts';
import { evaluate } from './reference.ts';

export const REFUSALS = ['spec/not-additive', 'spec/unsupported', 'spec/unknown-field'];

/** How many of the answers that were compared had what. */
export interface Seen {
  rows: number;
  others: number;
  shares: number;
  changes: number;
  cells: number;
}

export function nothingSeen(): Seen {
  return { rows: 0, others: 0, shares: 0, changes: 0, cells: 0 };
}

/**
 * Has `count` generated queries answered by `answer` and by the reference. Queries that the model refuses do not count.
 *
 * @throws an error with the smallest query that is answered differently, and its SQL
 */
export async function compareOver(
  star: Fixture,
  model: Model,
  answer: (plan: Plan, query: Query) => Promise<Answer>,
  { count, seed, seen }: { count: number; seed: number; seen: Seen },
): Promise<void> {
  const property = fc.asyncProperty(queries(star.catalog), async (query) => {
    const plan = planOrRefusal(model, query);
    fc.pre(plan !== undefined);
    const received = await answer(plan, query);
    const found = difference(evaluate(star, query), agreed(received));
    if (found) throw new Error(`${found}\n${plan.sql}`);
    note(seen, received);
  });
  await fc.assert(property, { numRuns: count, seed });
}

function planOrRefusal(model: Model, query: Query): Plan | undefined {
  try {
    return planQuery(model, query);
  } catch (error) {
    if (error instanceof LantuError && REFUSALS.includes(error.code)) return undefined;
    throw error;
  }
}

function note(seen: Seen, answer: Answer): void {
  const told = (op: string) =>
    answer.columns.some((each) => each.role === 'metric' && each.transform?.op === op && each.values.some(Boolean));
  if (answer.rowCount > 0) seen.rows += 1;
  if (answer.othersRows) seen.others += 1;
  if (told('share')) seen.shares += 1;
  if (told('change')) seen.changes += 1;
  if (answer.cells && answer.rowCount > 0) seen.cells += 1;
}
