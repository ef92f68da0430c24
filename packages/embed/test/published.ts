import {
  type Answer,
  type Blueprint,
  type Catalog,
  canonicalQuery,
  type NearPlaces,
  optionsQuery,
  type Rollup,
} from '@lantu/spec';
import { answer, blueprint as cellBlueprint, counties, income } from './menu.ts';

const { provenance: _, ...query } = cellBlueprint.query;

/** Income by year; filters for the county and the years. */
export const blueprint: Blueprint = {
  ...cellBlueprint,
  query,
  filters: [
    { type: 'choice', field: 'county' },
    { type: 'range', field: 'period', grain: 'year' },
  ],
};

/** The blueprint without filters. */
export const plain: Blueprint = (({ filters: _filters, ...rest }) => rest)(blueprint);

const answerTo = (asked: Blueprint['query'], columns: Answer['columns'], rowCount: number): Answer => ({
  ...answer,
  query: canonicalQuery(asked),
  columns,
  rowCount,
  vintage: 'income:1111111111111111',
});

const [period] = answer.columns;
if (!period) throw new Error('the answer lost its period');

const first = answerTo(query, [{ ...period, values: ['2023', '2024'] } as never, { ...income, values: [300, 700] }], 2);

/** To the first question, and to what both filters offer. */
export const answers: readonly Answer[] = [
  first,
  answerTo(optionsQuery(blueprint, 0), counties.columns, 2),
  answerTo(optionsQuery(blueprint, 1), [{ ...period, name: 'option', values: ['2023', '2024'] } as never], 2),
];

const words = (text: string) => ({ 'zh-CN': text });

const catalog = {
  name: 'income',
  version: '1',
  'lantu:title': words('收入'),
  resources: [
    {
      name: 'income',
      path: 'income.arrow',
      format: 'arrow',
      mediatype: 'application/vnd.apache.arrow.stream',
      bytes: 0,
      hash: `sha256:${'1'.repeat(64)}`,
      'lantu:title': words('收入'),
      'lantu:rows': 4,
      'lantu:natures': ['simulated'],
      'lantu:statuses': ['A'],
      'lantu:origins': ['lantu'],
      'lantu:asOf': '2025-12-31',
      schema: {
        fields: [
          { name: 'county', type: 'string', 'lantu:role': 'dimension' },
          { name: 'year', type: 'year', 'lantu:role': 'dimension', 'lantu:dimension': 'period' },
          { name: 'amount', type: 'integer', 'lantu:role': 'measure', 'lantu:unit': 'CNY' },
        ],
      },
    },
  ],
  'lantu:origins': [{ id: 'lantu', title: words('模拟'), producer: words('蓝图'), citation: words('蓝图模拟数据') }],
  'lantu:units': [{ code: 'CNY', title: words('元'), kind: 'money' }],
  'lantu:dimensions': [{ kind: 'time', name: 'period', title: words('时间') }],
  'lantu:metrics': [
    {
      code: 'income.total',
      dataset: 'income',
      title: words('集体经济收入'),
      unit: 'CNY',
      decimals: 0,
      measure: { op: 'sum', field: 'amount' },
    },
  ],
} as unknown as Catalog;

const rollup: Rollup = {
  query: {
    dataset: 'income',
    dimensions: [{ field: 'period', grain: 'year' }, { field: 'county' }],
    metrics: [{ metric: 'income.total' }],
  },
  vintage: 'income:1111111111111111',
  rows: 4,
  dimensions: [
    { values: ['2023', '2024'], codes: [0, 0, 1, 1] },
    { values: ['540127', '540528'], codes: [0, 1, 0, 1] },
  ],
  statistics: [
    { measure: { op: 'count' }, values: [1, 1, 1, 1] },
    { measure: { op: 'sum', field: 'amount' }, values: [100, 200, 300, 400] },
  ],
};

/** 100 and 300 for Maizhokunggar (540127), 200 and 400 for Gyaca (540528), in 2023 and 2024. */
export const near: NearPlaces = { lantu: 1, catalog, rollups: [rollup] };
