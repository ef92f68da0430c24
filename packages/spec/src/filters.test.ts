import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { type Blueprint, blueprintSchema } from './blueprint.ts';
import { parseAs } from './check.ts';
import { filteredQuery, firstSettings, optionsOf, optionsQuery } from './filters.ts';

const blueprint: Blueprint = {
  version: 1,
  id: 'income',
  title: { 'zh-CN': '收入' },
  query: {
    dataset: 'income',
    dimensions: [{ field: 'kind' }],
    metrics: [
      { metric: 'income.sum' },
      { metric: 'income.sum', transform: { op: 'share' } },
      { metric: 'income.rows' },
    ],
    filters: [{ field: 'kind', op: 'not-in', values: [null] }],
  },
  chart: { type: 'bar' },
  filters: [
    { type: 'choice', field: 'area', grain: 'prefecture' },
    { type: 'choice', field: 'kind', values: ['trade', 'lease'], value: 'lease' },
    { type: 'range', field: 'period', grain: 'year', from: '2022' },
  ],
};

const [area, kind, years] = blueprint.filters as NonNullable<Blueprint['filters']>;

describe('filteredQuery', () => {
  it('narrows the query by the settings, and keeps its own filters', () => {
    const settings = [{ value: '5401' }, {}, { from: '2022', to: '2024' }];
    expect(filteredQuery(blueprint, settings).filters).toEqual([
      { field: 'kind', op: 'not-in', values: [null] },
      { field: 'area', grain: 'prefecture', op: 'in', values: ['5401'] },
      { field: 'period', grain: 'year', op: 'range', gte: '2022', lte: '2024' },
    ]);
  });

  it('keeps rows without a value where that was chosen', () => {
    expect(filteredQuery(blueprint, [{ value: null }]).filters?.at(-1)).toMatchObject({ values: [null] });
  });

  it('is the query itself where nothing is set', () => {
    expect(filteredQuery(blueprint, [{}, {}, {}])).toBe(blueprint.query);
  });

  it('begins as the blueprint stands', () => {
    expect(firstSettings(blueprint)).toEqual([{}, { value: 'lease' }, { from: '2022' }]);
    const { filters: _, ...plain } = blueprint;
    expect(firstSettings(plain)).toEqual([]);
    expect(filteredQuery(plain, firstSettings(plain))).toBe(plain.query);
  });
});

describe('what a filter offers', () => {
  const answer = (values: readonly (string | null)[]): Answer =>
    ({
      columns: [
        {
          role: 'dimension',
          type: 'string',
          name: 'option',
          title: { 'zh-CN': '类' },
          values,
          labels: { lease: { 'zh-CN': '租赁' } },
        },
      ],
    }) as unknown as Answer;

  it('is asked of the blueprint’s own rows, by metrics as they are before transforms', () => {
    expect(optionsQuery(blueprint, 0)).toEqual({
      dataset: 'income',
      dimensions: [{ field: 'area', grain: 'prefecture', as: 'option' }],
      metrics: [{ metric: 'income.sum' }, { metric: 'income.rows' }],
      filters: [{ field: 'kind', op: 'not-in', values: [null] }],
    });
    expect(() => optionsQuery(blueprint, 3)).toThrow(/has 3 filters; received the index 3/);
  });

  it('can be asked with the query’s groups apart, and those of filters that always have a value, each once', () => {
    const stage = { type: 'choice', field: 'stage', value: 'done', required: true } as const;
    const staged: Blueprint = { ...blueprint, filters: [{ type: 'choice', field: 'area' }, stage] };
    expect(optionsQuery(staged, 0, true).dimensions).toEqual([
      { field: 'area', as: 'option' },
      { field: 'kind', as: 'by 0' },
      { field: 'stage', as: 'by 1' },
    ]);
    const kinds: Blueprint = { ...blueprint, filters: [{ type: 'choice', field: 'kind' }] };
    expect(optionsQuery(kinds, 0, true).dimensions).toEqual([{ field: 'kind', as: 'option' }]);
  });

  it('has each value once', () => {
    if (!area) throw new Error('no filter');
    expect(optionsOf(area, answer(['5401', '5401', '5402'])).map(({ value }) => value)).toEqual(['5401', '5402']);
  });

  it('is all that the data have, a missing value too, in the answer’s order', () => {
    if (!area) throw new Error('no filter');
    expect(optionsOf(area, answer(['lease', 'b', null]))).toEqual([
      { value: 'lease', label: { 'zh-CN': '租赁' } },
      { value: 'b' },
      { value: null },
    ]);
  });

  it('is of a list what the data have, in the list’s order', () => {
    if (!kind) throw new Error('no filter');
    expect(optionsOf(kind, answer(['lease', 'other', 'trade'])).map(({ value }) => value)).toEqual(['trade', 'lease']);
    expect(optionsOf(kind, answer(['lease'])).map(({ value }) => value)).toEqual(['lease']);
  });

  it('has no missing value as the end of a range', () => {
    if (!years) throw new Error('no filter');
    expect(optionsOf(years, answer(['2022', null])).map(({ value }) => value)).toEqual(['2022']);
  });
});

describe('the schema', () => {
  const withFilter = (filter: unknown) => () => parseAs(blueprintSchema, { ...blueprint, filters: [filter] }, 'it');

  it('takes what is right', () => {
    expect(parseAs(blueprintSchema, blueprint, 'it')).toEqual(blueprint);
  });

  it.each([
    [{ type: 'choice', field: 'kind', required: true }, /at filters\.0\.required: .*received true; allowed false/],
    [{ type: 'choice', field: 'kind', values: [] }, /at filters\.0\.values/],
    [{ type: 'choice', field: 'kind', from: 'a' }, /an unknown key/],
    [{ type: 'slider', field: 'kind' }, /at filters\.0\.type.*received "slider"/],
  ])('refuses %j', (filter, words) => {
    expect(withFilter(filter)).toThrow(words);
  });
});
