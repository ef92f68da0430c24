import { type Answer, columnOf, Model, type Query, queryKey, type Rollup, resolveQuery } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { answerOf, incomeStar } from '../../test/income.ts';
import { vintageOf } from '../vintage.ts';
import { coverOf, RollupTable, rangeIndexOf, rollupFrom, rollupPlace, rollupQuery } from './index.ts';

const star = incomeStar();
const model = new Model(star.catalog);
const context = { signal: new AbortController().signal, onProgress: () => {} };
const vintage = vintageOf(star.catalog, ['income', 'areas']);

/** Of villages, kinds and years, each with what its cells rest on. */
const FULL: Query = {
  dataset: 'income',
  dimensions: [{ field: 'area' }, { field: 'kind' }, { field: 'period' }],
  metrics: ['sum', 'whole', 'lease', 'rows', 'losses', 'stock'].map((code) => ({ metric: `income.${code}` })),
  provenance: 'cells',
};

async function filled(query: Query): Promise<Rollup> {
  const request = rollupQuery(model, query);
  const answer = await answerOf({ ...star, catalog: request.catalog }, request.ask);
  return rollupFrom(request, { ...answer, vintage });
}

const question = (query: Query) => ({ query, key: queryKey(query) });
const sums = (more: Partial<Query>): Query => ({ dataset: 'income', metrics: [{ metric: 'income.sum' }], ...more });

/** What answers of two places have in common: all but who gave them, from which files, and how. */
function common({ answeredBy: _, vintage: __, sql: ___, ...rest }: Answer) {
  return rest;
}

function coverWords(query: Query, rollup: Rollup): string {
  const cover = coverOf(resolveQuery(model, query), new RollupTable(model, rollup));
  return typeof cover === 'string' ? cover : 'covered';
}

describe('rollupPlace', () => {
  it.each<[string, Partial<Query>]>([
    ['a total', {}],
    ['villages, with their names', { dimensions: [{ field: 'area' }] }],
    ['the prefecture that the villages are in', { dimensions: [{ field: 'area', grain: 'prefecture', as: 'in' }] }],
    ['kinds in their own order, with words', { dimensions: [{ field: 'kind' }] }],
    ['a filter on a coarser area', { filters: [{ field: 'area', grain: 'prefecture', op: 'in', values: ['5401'] }] }],
    ['years and cells', { dimensions: [{ field: 'period' }], provenance: 'cells' }],
    [
      'changes, shares and ranks, with cells',
      {
        dimensions: [{ field: 'area' }, { field: 'period' }],
        metrics: [
          { metric: 'income.whole', transform: { op: 'change', to: 'previous', form: 'ratio' } },
          { metric: 'income.sum', transform: { op: 'share', within: ['period'] } },
          { metric: 'income.sum', transform: { op: 'rank' }, as: 'place' },
          { metric: 'income.sum', transform: { op: 'running-total', along: 'period' }, as: 'so far' },
        ],
        provenance: 'cells',
      },
    ],
    [
      'the top village and all others',
      {
        dimensions: [{ field: 'area' }],
        metrics: [{ metric: 'income.sum' }, { metric: 'income.rows' }],
        limit: { top: 1, of: 'area', by: 'income.sum', others: true },
      },
    ],
    [
      'a last period',
      { dimensions: [{ field: 'kind' }], metrics: [{ metric: 'income.losses' }, { metric: 'income.stock' }] },
    ],
    ['rows that one kind alone makes', { dimensions: [{ field: 'period' }], metrics: [{ metric: 'income.lease' }] }],
  ])('answers %s as DuckDB does, to the last word', async (_, more) => {
    const query = sums(more);
    const place = rollupPlace(model, [await filled(FULL)]);
    const asked = question(resolveQuery(model, query).query);
    expect(place.canAnswer(asked)).toBe(true);
    const answer = await place.answer(asked, context);
    expect(common(answer)).toEqual(common(await answerOf(star, query)));
    expect(answer).toMatchObject({ answeredBy: 'rollup', vintage });
  });

  it('answers from the smallest rollup that covers the question', async () => {
    const small = await filled({ ...FULL, dimensions: [{ field: 'kind' }] });
    const marked = {
      ...small,
      statistics: small.statistics.map((each) => ({ ...each, values: each.values.map(() => 7) })),
    };
    const place = rollupPlace(model, [await filled(FULL), marked]);
    const answer = await place.answer(question(sums({ dimensions: [{ field: 'kind' }] })), context);
    expect(columnOf(answer, 'income.sum').values).toEqual([7, 7]);
  });

  it('says of each rollup why it cannot answer', async () => {
    const place = rollupPlace(model, []);
    const byOrigin = question(sums({ dimensions: [{ field: 'origin' }] }));
    expect(place.canAnswer(byOrigin)).toBe('there are no rollups');
    place.add(await filled(FULL));
    expect(place.canAnswer(byOrigin)).toBe('of the rollup with 7 rows, it cannot be grouped by "origin"');
  });

  it('does not use a rollup of files that have changed', async () => {
    const rollup = { ...(await filled(FULL)), vintage: 'income:ffffffffffffffff' };
    expect(rollupPlace(model, [rollup]).canAnswer(question(sums({})))).toMatch(/files that have since changed/);
  });

  it('refuses a rollup whose columns do not fit each other', async () => {
    const rollup = await filled(FULL);
    expect(() => rollupPlace(model, [{ ...rollup, rows: 3 }])).toThrow(/columns of a rollup do not fit/);
  });
});

describe('coverOf', () => {
  it.each<[string, Query, string]>([
    ['another statistic', sums({ metrics: [{ metric: 'income.median' }] }), 'it lacks the statistic {"op":"median"'],
    [
      'a measure',
      sums({ filters: [{ field: 'amount', op: 'range', lt: 0 }] }),
      'it cannot be filtered by {"field":"amount"',
    ],
    ['a finer grain', sums({ dimensions: [{ field: 'area' }] }), 'it cannot be grouped by "area" at the grain village'],
    ['more than its rows', sums({}), 'it has only the rows of the filter {"field":"kind"'],
  ])('says what a rollup lacks that is asked for %s', async (_, query, words) => {
    const filters: Query['filters'] = words.includes('only') ? [{ field: 'kind', op: 'in', values: ['lease'] }] : [];
    const rollup = await filled({
      ...FULL,
      dimensions: [{ field: 'area', grain: 'prefecture' }, { field: 'kind' }],
      filters,
    });
    expect(coverWords(query, rollup)).toContain(words);
  });

  it('gives a median only where a group is one row of the rollup', async () => {
    const metrics = [{ metric: 'income.median' }];
    const rollup = await filled({ ...FULL, dimensions: [{ field: 'area' }, { field: 'kind' }], metrics });
    const dimensions = [{ field: 'area' }, { field: 'kind' }];
    expect(coverWords(sums({ dimensions, metrics }), rollup)).toBe('covered');
    expect(coverWords(sums({ dimensions: [{ field: 'kind' }], metrics }), rollup)).toMatch(
      /cannot be brought together into a median/,
    );
  });
});

describe('RangeIndex', () => {
  it('answers each range as DuckDB answers the question with that filter', async () => {
    const query = sums({
      dimensions: [{ field: 'kind' }],
      metrics: [{ metric: 'income.sum' }, { metric: 'income.rows' }],
    });
    const index = rangeIndexOf(model, query, new RollupTable(model, await filled(FULL)), { field: 'period' });
    if (typeof index === 'string') throw new Error(index);
    expect(index.places).toEqual(['2022', '2023', '2024']);
    for (const [from, to] of [
      [0, 3],
      [0, 1],
      [1, 2],
      [1, 3],
      [2, 2],
    ] as const) {
      const answer = index.range(from, to);
      expect(common(answer)).toEqual(common(await answerOf(star, answer.query)));
    }
    expect(() => index.range(2, 4)).toThrow(RangeError);
  });

  it('says why there is none', async () => {
    const table = new RollupTable(model, await filled(FULL));
    const along = { field: 'period' };
    expect(rangeIndexOf(model, sums({ metrics: [{ metric: 'income.stock' }] }), table, along)).toMatch(
      /the last period/,
    );
    expect(rangeIndexOf(model, sums({ provenance: 'cells' }), table, along)).toMatch(/what a cell rests on/);
  });
});
