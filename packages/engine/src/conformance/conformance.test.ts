import { type Answer, LantuError, Model } from '@lantu/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planQuery } from '../plan/index.ts';
import { queries } from './arbitrary.ts';
import { agreed, difference } from './compare.ts';
import { fixture } from './fixture.ts';
import { columnsOf, nativeDuckDB } from './native.ts';
import { evaluate } from './reference.ts';

const COUNT = Number(process.env['LANTU_CONFORMANCE_COUNT'] ?? 400);
const SEED = Number(process.env['LANTU_CONFORMANCE_SEED'] ?? 2024);
/** Queries a fixture: the next ones get other rows. */
const BATCH = 2000;
const REFUSALS = ['spec/not-additive', 'spec/unsupported', 'spec/unknown-field'];

describe('the planner', () => {
  it('answers generated queries on native DuckDB as the reference does', async () => {
    const seen = { rows: 0, others: 0, shares: 0, changes: 0, cells: 0 };
    for (let left = COUNT, seed = SEED; left > 0; left -= BATCH, seed += 1) {
      const star = fixture(seed);
      const model = new Model(star.catalog);
      const connection = await nativeDuckDB(star);
      const property = fc.asyncProperty(queries(star.catalog), async (query) => {
        const plan = planOrRefusal(model, query);
        fc.pre(plan !== undefined);
        const results = [];
        for (const statement of plan.statements) results.push(await columnsOf(connection, statement));
        const answer = plan.toAnswer(results, { place: 'duckdb-wasm', vintage: 'fixture' });
        const found = difference(evaluate(star, query), agreed(answer));
        if (found) throw new Error(`${found}\n${plan.sql}`);
        count(seen, answer);
      });
      await fc.assert(property, { numRuns: Math.min(BATCH, left), seed });
      connection.closeSync();
    }
    expect(seen.rows, 'answers with rows').toBeGreaterThan(COUNT * 0.5);
    expect(Math.min(...Object.values(seen)), `the rarest of ${JSON.stringify(seen)}`).toBeGreaterThan(COUNT * 0.01);
  }, 3_600_000);
});

function count(seen: { rows: number; others: number; shares: number; changes: number; cells: number }, answer: Answer) {
  const told = (op: string) =>
    answer.columns.some((each) => each.role === 'metric' && each.transform?.op === op && each.values.some(Boolean));
  if (answer.rowCount > 0) seen.rows += 1;
  if (answer.othersRows) seen.others += 1;
  if (told('share')) seen.shares += 1;
  if (told('change')) seen.changes += 1;
  if (answer.cells && answer.rowCount > 0) seen.cells += 1;
}

function planOrRefusal(model: Model, query: Parameters<typeof planQuery>[1]) {
  try {
    return planQuery(model, query);
  } catch (error) {
    if (error instanceof LantuError && REFUSALS.includes(error.code)) return undefined;
    throw error;
  }
}
