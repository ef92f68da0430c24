import { expect, it } from 'vitest';
import { duckdbPlace } from '../src/duckdb/index.ts';
import { Resolver } from '../src/resolver.ts';
import { compareOver, nothingSeen } from './comparison.ts';
import { fixture } from './fixture.ts';
import { batches, settings } from './settings.ts';
import { openFixture } from './site.ts';

it('DuckDB-WASM, asked through the resolver, answers generated queries as the reference does', async () => {
  const all = settings(200);
  const seen = nothingSeen();
  for (const batch of batches(all)) {
    const star = fixture(batch.seed);
    const opened = await openFixture(star, `https://portal.test/conformance-${batch.seed}/datapackage.json`);
    const resolver = new Resolver([duckdbPlace(opened)]);
    await compareOver(star, opened.model, (_, query) => resolver.ask(query), { ...batch, seen });
  }
  expect(seen.rows, 'answers with rows').toBeGreaterThan(all.count / 2);
  expect(Math.min(...Object.values(seen)), `the rarest of ${JSON.stringify(seen)}`).toBeGreaterThan(all.count / 100);
}, 3_600_000);
