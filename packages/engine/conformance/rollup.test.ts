import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type Answer,
  type Dataset,
  LantuError,
  Model,
  parseAs,
  type Query,
  type Rollup,
  resolveQuery,
  rollupSchema,
} from '@lantu/spec';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planQuery } from '../src/plan/index.ts';
import { coverOf, RollupTable, rangeIndexOf, regrouped, rollupFrom, rollupQuery } from '../src/rollup/index.ts';
import { rollupFromArrow, rollupToArrow } from '../src/rollup-arrow/index.ts';
import { queries } from './arbitrary.ts';
import { agreed, difference } from './compare.ts';
import { REFUSALS } from './comparison.ts';
import { type Fixture, fixture } from './fixture.ts';
import { columnsOf, nativeDuckDB } from './native.ts';
import { evaluate } from './reference.ts';
import { batches, settings } from './settings.ts';

/** Rollups a fixture, and of them how many answer one query. */
const ROLLUPS = 40;
const ANSWERS = 4;

it('rollups that native DuckDB filled answer what they cover as the reference does', async () => {
  const all = settings(400);
  const seen = { covered: 0, coarser: 0, filtered: 0, others: 0, last: 0, cells: 0 };
  for (const batch of batches(all)) {
    const { star, model, tables } = await prepared(batch.seed);
    const property = fc.property(queries(star.catalog), (query) => {
      const covers = coversOf(model, query, tables);
      const [first] = covers;
      if (!first) return;
      const expected = evaluate(star, query);
      for (const cover of covers.slice(0, ANSWERS)) {
        const received = regrouped(model, cover);
        const found = difference(expected, agreed(received));
        if (found) throw new Error(`${found}\nfrom the rollup ${JSON.stringify(cover.table.rollup.query)}`);
      }
      const { resolved, table } = first;
      seen.covered += 1;
      if (resolved.dimensions.some((each) => each.coarsened)) seen.coarser += 1;
      if (first.filters.length > 0) seen.filtered += 1;
      if (resolved.limit && 'top' in resolved.limit && resolved.limit.others) seen.others += 1;
      if (resolved.metrics.some((each) => each.measures.some(({ last }) => last.length > 0))) seen.last += 1;
      if (query.provenance && table.rows > 0) seen.cells += 1;
    });
    fc.assert(property, { numRuns: batch.count, seed: batch.seed });
  }
  expect(seen.covered, `covered of ${all.count}`).toBeGreaterThan(all.count / 4);
  expect(Math.min(...Object.values(seen)), `the rarest of ${JSON.stringify(seen)}`).toBeGreaterThan(all.count / 100);
}, 3_600_000);

it('ranges asked by subtraction are answered as the reference does', async () => {
  const all = settings(400);
  const seen = { ranges: 0, rows: 0, binned: 0, periods: 0, spreads: 0 };
  for (const batch of batches(all)) {
    const { star, model, tables } = await prepared(batch.seed);
    const property = fc.property(
      queries(star.catalog),
      fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      (asked, seeds) => {
        const { provenance: _, limit, ...rest } = asked;
        const query: Query = { ...rest, ...(limit && 'rows' in limit && { limit }) };
        const covers = coversOf(model, query, tables);
        const start = (seeds[0] ?? 0) % Math.max(covers.length, 1);
        for (const { table } of [...covers.slice(start), ...covers.slice(0, start)].slice(0, 3 * ANSWERS)) {
          const { dimensions = [] } = table.rollup.query;
          const place = (seeds[0] ?? 0) % Math.max(dimensions.length, 1);
          const { field, grain } = dimensions[place] ?? {};
          if (field === undefined || table.dimensions[place]?.at.type === 'boolean') continue;
          const index = rangeIndexOf(model, query, table, { field, ...(grain && { grain }) });
          if (typeof index === 'string' || index.places.length === 0) continue;
          const from = (seeds[1] ?? 0) % index.places.length;
          const to = from + ((seeds[2] ?? 0) % (index.places.length - from + 1));
          const received = index.range(from, to);
          const found = difference(evaluate(star, received.query), agreed(received));
          if (found)
            throw new Error(
              `${found}\n${JSON.stringify(received.query)}\nfrom the rollup ${JSON.stringify(table.rollup.query)}`,
            );
          seen.ranges += 1;
          if (received.rowCount > 1) seen.rows += 1;
          if (table.dimensions[place]?.bin) seen.binned += 1;
          if (table.dimensions[place]?.at.type === 'time') seen.periods += 1;
          if (query.metrics.some((each) => /variance|stddev/.test(each.metric))) seen.spreads += 1;
        }
      },
    );
    fc.assert(property, { numRuns: batch.count, seed: batch.seed });
  }
  expect(Math.min(...Object.values(seen)), `the rarest of ${JSON.stringify(seen)}`).toBeGreaterThan(all.count / 100);
}, 3_600_000);

const fixtures = new Map<number, Promise<{ star: Fixture; model: Model; tables: readonly RollupTable[] }>>();

/** A fixture and its rollups, filled once. */
function prepared(seed: number) {
  const fill = async () => {
    const star = fixture(seed);
    const model = new Model(star.catalog);
    const connection = await nativeDuckDB(star);
    const tables = await rollupsOf(star, model, connection, seed);
    connection.closeSync();
    return { star, model, tables };
  };
  const known = fixtures.get(seed) ?? fill();
  fixtures.set(seed, known);
  return known;
}

function coversOf(model: Model, query: Query, tables: readonly RollupTable[]) {
  try {
    const resolved = resolveQuery(model, query);
    return tables.map((each) => coverOf(resolved, each)).filter((each) => typeof each !== 'string');
  } catch (error) {
    if (error instanceof LantuError && REFUSALS.includes(error.code)) return [];
    throw error;
  }
}

/** Of each dataset one rollup by all its fields, and others with the dimensions, filters and metrics of generated queries. */
async function rollupsOf(
  star: Fixture,
  model: Model,
  connection: DuckDBConnection,
  seed: number,
): Promise<RollupTable[]> {
  const samples = fc.sample(queries(star.catalog), { numRuns: ROLLUPS, seed });
  const wide = star.catalog.resources.flatMap((dataset): Query[] => {
    const metrics = model.metricsOf(dataset.name).map((each) => ({ metric: each.code }));
    const parents = (dataset.schema.foreignKeys ?? []).flatMap(({ fields, reference }) =>
      namesIn(model.dataset(reference.resource)).map((each) => `${fields}.${each}`),
    );
    const dimensions = [...namesIn(dataset), ...parents].map((field) => ({ field }));
    return metrics.length > 0 ? [{ dataset: dataset.name, dimensions, metrics, provenance: 'cells' }] : [];
  });
  const binned = star.catalog.resources.flatMap((dataset) =>
    dataset.schema.fields
      .filter((each) => each['lantu:role'] === 'measure')
      .map((each): Query => {
        const metrics = model.metricsOf(dataset.name).map(({ code }) => ({ metric: code }));
        const [first = ''] = namesIn(dataset);
        return {
          dataset: dataset.name,
          dimensions: [{ field: first }, { field: each.name, bin: { width: 2 } }],
          metrics,
        };
      }),
  );
  const generated = samples.map((query, index): Query => {
    const fields = (query.filters ?? []).map(({ field, grain }) => ({ field, ...(grain && { grain }) }));
    const own = query.dimensions ?? [];
    const { filters: _, ...rest } = query;
    return index % 3 === 0 ? query : { ...rest, dimensions: [...own, ...fields] };
  });
  const tables: RollupTable[] = [];
  for (const query of [...wide, ...binned, ...generated]) {
    const rollup = await filled(model, query, connection);
    if (rollup) tables.push(new RollupTable(model, travelled(rollup)));
  }
  return tables.sort((a, b) => a.rows - b.rows);
}

/** What arrives of a rollup, which is the same as JSON and as Arrow. */
function travelled(rollup: Rollup): Rollup {
  const asJson = parseAs(rollupSchema, JSON.parse(JSON.stringify(rollup)), 'the rollup');
  const asArrow = rollupFromArrow(rollupToArrow(rollup));
  expect(asArrow).toEqual(asJson);
  return asArrow;
}

function namesIn({ schema }: Dataset): string[] {
  return schema.fields.filter((each) => each['lantu:role'] === 'dimension').map((each) => each.name);
}

async function filled(model: Model, query: Query, connection: DuckDBConnection): Promise<Rollup | undefined> {
  const request = rollupQuery(model, query);
  const plan = planQuery(request.model, request.ask);
  const results = [];
  for (const statement of plan.statements) results.push(await columnsOf(connection, statement));
  const answer: Answer = plan.toAnswer(results, { place: 'duckdb-wasm', vintage: 'fixture' });
  return rollupFrom(request, answer);
}
