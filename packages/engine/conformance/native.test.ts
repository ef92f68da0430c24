import { Model } from '@lantu/spec';
import { expect, it } from 'vitest';
import { compareOver, nothingSeen } from './comparison.ts';
import { fixture } from './fixture.ts';
import { columnsOf, nativeDuckDB } from './native.ts';
import { batches, settings } from './settings.ts';

it('native DuckDB answers generated queries as the reference does', async () => {
  const all = settings(400);
  const seen = nothingSeen();
  for (const batch of batches(all)) {
    const star = fixture(batch.seed);
    const connection = await nativeDuckDB(star);
    const answer: Parameters<typeof compareOver>[2] = async (plan) => {
      const results = [];
      for (const statement of plan.statements) results.push(await columnsOf(connection, statement));
      return plan.toAnswer(results, { place: 'duckdb-wasm', vintage: 'fixture' });
    };
    await compareOver(star, new Model(star.catalog), answer, { ...batch, seen });
    connection.closeSync();
  }
  expect(seen.rows, 'answers with rows').toBeGreaterThan(all.count / 2);
  expect(Math.min(...Object.values(seen)), `the rarest of ${JSON.stringify(seen)}`).toBeGreaterThan(all.count / 100);
}, 3_600_000);
