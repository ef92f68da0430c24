import { type Answer, columnOf, Model, type Query } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { answerOf, INCOME, incomeStar } from '../../test/income.ts';
import { planQuery } from './plan.ts';

const ask = (query: Partial<Query>, rows = INCOME): Promise<Answer> =>
  answerOf(incomeStar(rows), { dataset: 'income', metrics: [{ metric: 'income.sum' }], ...query });

const rowsOf = (answer: Answer) =>
  Array.from({ length: answer.rowCount }, (_, row) => answer.columns.map((each) => each.values[row]));

const sumBy = (field: string, more: Partial<Query> = {}): Partial<Query> => ({ dimensions: [{ field }], ...more });

describe('the SQL of a plan', () => {
  it('reads from the facts to the ordered answer', () => {
    const plan = planQuery(new Model(incomeStar().catalog), {
      dataset: 'income',
      dimensions: [{ field: 'area', grain: 'prefecture' }, { field: 'period' }],
      metrics: [
        { metric: 'income.sum' },
        { metric: 'income.sum', transform: { op: 'change', to: 'previous', form: 'ratio' } },
      ],
      filters: [{ field: 'kind', op: 'in', values: ['lease', "it's"] }],
      order: [{ by: 'income.sum', direction: 'desc' }],
      limit: { rows: 5 },
    });
    expect(plan.tables).toEqual(['income', 'areas']);
    expect(plan.sql).toMatchInlineSnapshot(`
      "WITH facts AS (
        SELECT
          "area levels"."prefecture" AS "area",
          fact."year" AS "period",
          fact."amount" AS "amount"
        FROM "income" AS fact
        LEFT JOIN "areas" AS "area levels" ON "area levels"."code" = fact."area"
        WHERE fact."kind" IN ('it''s', 'lease')
      ),
      grouped AS (
        SELECT
          "area",
          "period",
          sum("amount") AS "income.sum"
        FROM facts
        GROUP BY "area", "period"
      ),
      transformed AS (
        SELECT
          grouped."area",
          grouped."period",
          grouped."income.sum",
          CASE WHEN previous."income.sum" > 0 THEN (grouped."income.sum" - previous."income.sum") / previous."income.sum" END AS "income.sum:change"
        FROM grouped
        LEFT JOIN grouped AS previous
          ON previous."period" = grouped."period" - 1
          AND previous."area" IS NOT DISTINCT FROM grouped."area"
      )
      SELECT
        transformed."area",
        transformed."period",
        transformed."income.sum",
        transformed."income.sum:change",
        "area names"."name" AS "area in zh-CN",
        "area names"."name_bo" AS "area in bo",
        "area names"."name_en" AS "area in en"
      FROM transformed
      LEFT JOIN "areas" AS "area names" ON "area names"."code" = transformed."area"
      ORDER BY transformed."income.sum" DESC NULLS LAST, transformed."area" NULLS LAST, transformed."period" NULLS LAST
      LIMIT 5;

      WITH facts AS (
        SELECT
          fact."status" AS "status",
          fact."origin" AS "origin"
        FROM "income" AS fact
        WHERE fact."kind" IN ('it''s', 'lease')
      )
      SELECT DISTINCT
        "status",
        "origin"
      FROM facts;"
    `);
  });

  it('is the same for equal questions', () => {
    const model = new Model(incomeStar().catalog);
    const one: Query = {
      dataset: 'income',
      metrics: [{ metric: 'income.sum' }],
      filters: [{ field: 'kind', op: 'in', values: ['b', 'a', 'a'] }],
    };
    const other: Query = {
      ...one,
      filters: [{ field: 'kind', op: 'in', values: ['a', 'b'] }],
      order: [],
      dimensions: [],
    };
    expect(planQuery(model, other).sql).toBe(planQuery(model, one).sql);
    expect(planQuery(model, other).query).toEqual(planQuery(model, one).query);
  });
});

describe('an answer', () => {
  it('tells how an income grew', async () => {
    const change = { op: 'change', to: 'previous', form: 'ratio' } as const;
    const answer = await ask({
      dimensions: [{ field: 'period' }],
      metrics: [{ metric: 'income.sum' }, { metric: 'income.sum', transform: change, as: 'growth' }],
      filters: [{ field: 'area', op: 'in', values: ['a'] }],
    });
    expect(columnOf(answer, 'period').values).toEqual(['2023', '2024']);
    expect(columnOf(answer, 'income.sum').values).toEqual([1_400_000, 2_160_000]);
    expect(columnOf(answer, 'growth').values).toEqual([null, 760 / 1400]);
    expect(columnOf(answer, 'growth')).toMatchObject({
      title: { 'zh-CN': '收入（较上期）', en: 'Income (against the period before)' },
      unit: { kind: 'ratio' },
      transform: change,
      better: 'more',
    });
  });

  it('has no change over a gap, and no percentage from a loss', async () => {
    const change = (form: 'ratio' | 'difference') =>
      ({ metric: 'income.sum', transform: { op: 'change', to: 'previous', form }, as: form }) as const;
    const answer = await ask({
      dimensions: [{ field: 'area' }, { field: 'period' }],
      metrics: [change('difference'), change('ratio')],
      filters: [{ field: 'area', op: 'in', values: ['b', 'c'] }],
    });
    expect(rowsOf(answer)).toEqual([
      ['b', '2022', null, null],
      ['b', '2023', null, null],
      ['b', '2024', null, null],
      ['c', '2022', null, null],
      ['c', '2023', 140, null],
    ]);
  });

  it('is one row without a dimension, also of no rows; and none with one', async () => {
    const nothing: Query['filters'] = [{ field: 'kind', op: 'in', values: ['none'] }];
    const metrics = [{ metric: 'income.sum' }, { metric: 'income.rows' }];
    expect(rowsOf(await ask({ metrics, filters: nothing }))).toEqual([[null, 0]]);
    const empty = await ask(sumBy('area', { filters: nothing }));
    expect(empty.rowCount).toBe(0);
    expect(empty.columns.map((each) => each.name)).toEqual(['area', 'income.sum']);
    expect(empty.provenance.statuses).toEqual([]);
  });

  it('has no rows for what its metrics are not about, unless something is counted', async () => {
    const lease = await ask(sumBy('period', { metrics: [{ metric: 'income.lease' }] }));
    expect(rowsOf(lease)).toEqual([
      ['2022', -70],
      ['2024', 60],
    ]);
    const counted = await ask(sumBy('period', { metrics: [{ metric: 'income.lease' }, { metric: 'income.losses' }] }));
    expect(rowsOf(counted)).toEqual([
      ['2022', -70, 2],
      ['2023', null, 0],
      ['2024', 60, 0],
    ]);
  });

  it('names areas and categories in the languages they have names in, categories in their own order', async () => {
    const answer = await ask({ dimensions: [{ field: 'area', grain: 'prefecture' }, { field: 'kind' }] });
    const area = columnOf(answer, 'area');
    expect(area).toMatchObject({ title: { 'zh-CN': '地区' }, grain: 'prefecture', values: ['5401', '5401'] });
    expect(area).toMatchObject({ labels: { '5401': { 'zh-CN': '拉萨市', bo: 'ལྷ་ས།', en: 'Lhasa' } } });
    expect(columnOf(answer, 'kind')).toMatchObject({
      values: ['lease', 'industry'],
      labels: { lease: { 'zh-CN': '资产出租', en: 'Leases' }, industry: { 'zh-CN': '产业' } },
    });
    expect(columnOf(answer, 'kind')).not.toHaveProperty('ordered');
  });

  it('has the others of a top-N from their own rows, after all, and unranked', async () => {
    const answer = await ask({
      dimensions: [{ field: 'area' }],
      metrics: [
        { metric: 'income.median' },
        { metric: 'income.sum' },
        { metric: 'income.sum', transform: { op: 'share' } },
        { metric: 'income.sum', transform: { op: 'rank' } },
      ],
      order: [{ by: 'income.sum' }],
      limit: { top: 1, of: 'area', by: 'income.sum', others: true },
    });
    const [top, others] = rowsOf(answer);
    expect(top?.slice(0, 3)).toEqual(['a', 1_780_000, 3_560_000]);
    expect(top?.[3]).toBeCloseTo(3_560_000 / 3_560_090, 12);
    expect(others?.slice(0, 3)).toEqual([null, 15, 90]);
    expect(others?.[3]).toBeCloseTo(90 / 3_560_090, 12);
    expect([top?.[4], others?.[4]]).toEqual([1, null]);
    expect(answer.othersRows).toEqual([1]);
  });

  it('ranks the shown values among all, whether the others are shown or not', async () => {
    const ranked = (others: boolean) =>
      ask({
        dimensions: [{ field: 'area' }],
        metrics: [
          { metric: 'income.sum' },
          { metric: 'income.rows' },
          { metric: 'income.sum', transform: { op: 'rank' } },
        ],
        limit: { top: 1, of: 'area', by: 'income.rows', others },
      });
    expect(rowsOf(await ranked(false))).toEqual([['b', 30, 3, 3]]);
    expect(rowsOf(await ranked(true))[0]).toEqual(['b', 30, 3, 3]);
  });

  it('counts a stock in the last period, one for all groups', async () => {
    const answer = await ask(sumBy('area', { metrics: [{ metric: 'income.stock' }] }));
    expect(rowsOf(answer)).toEqual([
      ['a', 2_160_000],
      ['b', 60],
      ['c', null],
    ]);
    const byYear = await ask(sumBy('period', { metrics: [{ metric: 'income.stock' }] }));
    expect(columnOf(byYear, 'income.stock').values).toEqual([-70, 1_400_100, 2_160_060]);
  });

  it('counts none where nothing is below a threshold in the last period, and not those of an earlier one', async () => {
    expect(rowsOf(await ask({ metrics: [{ metric: 'income.losses' }] }))).toEqual([[0]]);
    const until2022: Query['filters'] = [{ field: 'period', op: 'range', lte: '2022' }];
    expect(rowsOf(await ask({ metrics: [{ metric: 'income.losses' }], filters: until2022 }))).toEqual([[2]]);
  });
});

describe('what an answer rests on', () => {
  it('says that a cell was suppressed, also where a threshold leaves it out', async () => {
    const in2023: Query['filters'] = [{ field: 'period', op: 'in', values: ['2023'] }];
    const sum = await ask({ filters: in2023 });
    expect(sum.provenance.statuses).toEqual(['A', 'E', 'Q']);
    expect(sum.provenance.origins.map((each) => each.id)).toEqual(['paper', 'model']);
    const losses = await ask({ metrics: [{ metric: 'income.losses' }], filters: in2023 });
    expect(losses.provenance.statuses).toContain('Q');
  });

  it('says no more than that: rows of an earlier period do not count for a stock', async () => {
    const answer = await ask({ metrics: [{ metric: 'income.stock' }] });
    expect(answer.provenance.statuses).toEqual(['A']);
    expect(answer.provenance.asOf).toBe('2025-12-31');
  });

  it('gives the quotes of each cell, and how exact it is where it is of one row', async () => {
    const answer = await ask(
      sumBy('period', { provenance: 'cells', filters: [{ field: 'period', op: 'range', gte: '2023' }] }),
    );
    expect(answer.cells?.['income.sum']).toEqual([
      { origins: ['paper', 'model'], natures: ['transcribed'], statuses: ['A', 'E', 'Q'], quotes: ['2023年140万元'] },
      { origins: ['paper'], natures: ['transcribed'], statuses: ['A'], quotes: ['2024年攀升至216万元'] },
    ]);
    const ofB = await ask(
      sumBy('area', { provenance: 'cells', filters: [{ field: 'period', op: 'in', values: ['2024'] }] }),
    );
    expect(ofB.cells?.['income.sum']?.map((each) => each.exactness)).toEqual(['exact', 'more-than']);
  });

  it('is, for a change, both periods', async () => {
    const answer = await ask(
      sumBy('period', {
        metrics: [{ metric: 'income.sum', transform: { op: 'change', to: 'previous', form: 'ratio' }, as: 'change' }],
        filters: [{ field: 'area', op: 'in', values: ['a'] }],
        provenance: 'cells',
      }),
    );
    expect(answer.cells?.['change']?.[1]?.quotes).toEqual(['2023年140万元', '2024年攀升至216万元']);
  });
});

describe('hostile texts', () => {
  const texts = [
    '"; DROP TABLE income; --',
    "'",
    '"',
    '<img onerror=alert(1)>',
    'a\0b',
    'x'.repeat(100_000),
    '😀',
    'a\n  b',
  ];
  const rows = texts.map((kind) => ({ ...INCOME[0], kind }));

  it.each(texts.map((text) => [text.slice(0, 30), text]))('are values: %j', async (_, text) => {
    const kept = await ask(sumBy('kind', { filters: [{ field: 'kind', op: 'in', values: [text] }] }), rows);
    expect(columnOf(kept, 'kind').values).toEqual([text]);
    const rest = await ask(sumBy('kind', { filters: [{ field: 'kind', op: 'not-in', values: [text] }] }), rows);
    expect(rest.rowCount).toBe(texts.length - 1);
  });

  it('are names of columns', async () => {
    const dimensions = texts.map((as) => ({ field: 'kind', as }));
    const answer = await ask({ dimensions, metrics: [{ metric: 'income.sum', as: "'; --" }] });
    expect(answer.columns.map((each) => each.name)).toEqual([...texts, "'; --"]);
    expect(answer.rowCount).toBe(2);
  });
});

describe('a result that is not right', () => {
  const plan = planQuery(new Model(incomeStar().catalog), { dataset: 'income', metrics: [{ metric: 'income.whole' }] });
  const by = { place: 'duckdb-wasm', vintage: 'test' } as const;
  const answerTo = (value: unknown, status = 'A') => plan.toAnswer([[[value]], [[status], ['paper']]], by);

  it('takes whole numbers as they are', () => {
    expect(answerTo(12n).columns[0]?.values).toEqual([12]);
    expect(answerTo(-0).columns[0]?.values).toEqual([0]);
  });

  it.each([2n ** 53n + 1n, Number.NaN, Number.POSITIVE_INFINITY, 'x', true])('refuses the number %s', (value) => {
    expect(() => answerTo(value)).toThrow(expect.objectContaining({ code: 'engine/query-failed', sql: plan.sql }));
  });

  it('refuses a status that is none, and an origin that the catalog does not have', () => {
    expect(() => answerTo(1, 'X')).toThrow(expect.objectContaining({ code: 'data/corrupt', received: '"X"' }));
    expect(() => plan.toAnswer([[[1]], [['A'], ['else']]], by)).toThrow(
      expect.objectContaining({ code: 'spec/unknown-origin' }),
    );
  });

  it('refuses other columns than it asked for', () => {
    expect(() => plan.toAnswer([[[1]]], by)).toThrow('other columns');
    expect(() =>
      plan.toAnswer(
        [
          [[1], [2]],
          [['A'], ['paper']],
        ],
        by,
      ),
    ).toThrow('other columns');
  });
});
