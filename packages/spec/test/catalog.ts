import { checkCatalog } from '../src/check-catalog.ts';
import type { Catalog } from '../src/dataset.ts';
import { Model } from '../src/model.ts';

const text = (words: string) => ({ 'zh-CN': words });

const dataset = (name: string, schema: object, rest: object = {}) => ({
  name,
  path: `built/${name}.arrow`,
  format: 'arrow',
  mediatype: 'application/vnd.apache.arrow.stream',
  bytes: 1,
  hash: `sha256:${'a'.repeat(64)}`,
  schema,
  'lantu:title': text(name),
  'lantu:rows': 1,
  'lantu:natures': ['simulated'],
  'lantu:statuses': ['A'],
  'lantu:origins': ['paper'],
  'lantu:asOf': '2025-12-31',
  ...rest,
});

const dimension = (name: string, type: string, rest: object = {}) => ({
  name,
  type,
  'lantu:role': 'dimension',
  ...rest,
});
const measure = (name: string, type = 'number') => ({ name, type, 'lantu:role': 'measure', 'lantu:unit': 'CNY' });
const toAreas = (fields: string) => ({ fields, reference: { resource: 'areas', fields: 'code' } });
const village = { 'lantu:dimension': 'area', 'lantu:level': 'village' };

const metric = (code: string, how: object, rest: object = {}) => ({
  code,
  dataset: code.split('.')[0],
  title: text(code),
  unit: 'CNY',
  decimals: 0,
  measure: how,
  ...rest,
});

/** A catalog of a small star, as read from a file: to be spoiled by tests. */
export function rawCatalog() {
  return {
    name: 'test',
    version: '1',
    resources: [
      dataset('areas', {
        fields: [
          dimension('code', 'string', { 'lantu:dimension': 'area' }),
          ...['level', 'name', 'township', 'county', 'prefecture', 'region'].map((each) => dimension(each, 'string')),
        ],
        primaryKey: ['code'],
      }),
      dataset('projects', {
        fields: [
          dimension('id', 'string'),
          dimension('area', 'string', village),
          dimension('stage', 'string', { categories: [{ value: 'built', label: '建成' }] }),
          dimension('begun', 'date'),
          measure('budget'),
        ],
        primaryKey: ['id'],
        foreignKeys: [toAreas('area')],
      }),
      dataset('payments', {
        fields: [
          dimension('project', 'string'),
          dimension('day', 'date', { 'lantu:dimension': 'period' }),
          measure('amount'),
          dimension('late', 'boolean'),
        ],
        foreignKeys: [{ fields: 'project', reference: { resource: 'projects', fields: 'id' } }],
      }),
      dataset('stock', {
        fields: [
          dimension('area', 'string', { 'lantu:dimension': 'area', 'lantu:level': 'county' }),
          dimension('year', 'year', { 'lantu:dimension': 'period' }),
          dimension('kind', 'string'),
          measure('villages', 'integer'),
        ],
        foreignKeys: [toAreas('area')],
      }),
      dataset('figures', {
        fields: [dimension('area', 'string', { 'lantu:dimension': 'area' }), measure('value')],
      }),
    ],
    'lantu:title': text('试'),
    'lantu:origins': [{ id: 'paper', title: text('报'), producer: text('社'), citation: text('报') }],
    'lantu:units': [{ code: 'CNY', title: text('元'), kind: 'money' }],
    'lantu:dimensions': [
      {
        kind: 'area',
        name: 'area',
        title: text('地区'),
        dataset: 'areas',
        key: 'code',
        level: 'level',
        names: { 'zh-CN': 'name' },
      },
      { kind: 'time', name: 'period', title: text('时间') },
    ],
    'lantu:metrics': [
      metric('projects.count', { op: 'count' }),
      metric('projects.budget', { op: 'sum', field: 'budget' }),
      metric('payments.amount', { op: 'sum', field: 'amount' }),
      metric('payments.middle', { op: 'median', field: 'amount' }),
      metric('stock.villages', { op: 'sum', field: 'villages' }, { additivity: { period: 'last', kind: 'none' } }),
      metric('stock.rows', { op: 'count' }),
      metric('stock.density', { op: 'ratio', numerator: 'stock.villages', denominator: 'stock.rows' }),
      metric('figures.value', { op: 'sum', field: 'value' }, { additivity: { area: 'none' } }),
    ],
  };
}

export function testCatalog(): Catalog {
  return checkCatalog(rawCatalog(), 'the catalog of the test');
}

export function testModel(): Model {
  return new Model(testCatalog());
}
