import { describe, expect, it } from 'vitest';
import { rawCatalog } from '../test/catalog.ts';
import { refusalOf } from '../test/refusal.ts';
import { checkCatalog } from './check-catalog.ts';

type Raw = Record<string, unknown>;
type Spoil = (catalog: ReturnType<typeof parts>) => void;

/** The parts of a raw catalog that tests change. */
function parts(raw: ReturnType<typeof rawCatalog>) {
  const dataset = (name: string) => raw.resources.find((each) => each.name === name) as unknown as Raw;
  const schema = (name: string) =>
    dataset(name)['schema'] as { fields: Raw[]; primaryKey?: string[]; foreignKeys: Raw[] };
  return {
    raw: raw as unknown as Raw,
    dataset,
    schema,
    field: (name: string, field: string) => schema(name).fields.find((each) => each['name'] === field) as Raw,
    metric: (code: string) => raw['lantu:metrics'].find((each) => each.code === code) as unknown as Raw,
    list: (name: string) => raw[name as 'lantu:metrics'] as unknown as Raw[],
  };
}

function refused(spoil: Spoil) {
  const raw = rawCatalog();
  spoil(parts(raw));
  const error = refusalOf(() => checkCatalog(raw, 'datapackage.json'));
  expect(error.code).toBe('catalog/invalid');
  return error;
}

describe('checkCatalog', () => {
  it('gives back a catalog that holds together', () => {
    expect(checkCatalog(rawCatalog(), 'it').resources).toHaveLength(5);
  });

  it('names the file, the place, what was received and what is allowed', () => {
    const error = refused(({ metric }) => Object.assign(metric('stock.rows'), { unit: 'CNYY' }));
    expect(error.message).toBe(
      'datapackage.json, metric "stock.rows": the catalog has no such unit; received "CNYY"; allowed "CNY"',
    );
  });

  it('names the place of what does not fit the schema', () => {
    const error = refused(({ field }) => Object.assign(field('stock', 'kind'), { type: 'text' }));
    expect(error.where).toBe('datapackage.json, at resources.3.schema.fields.2.type');
  });

  it('counts the other faults, and lists them', () => {
    const error = refused(({ dataset }) => {
      dataset('stock')['path'] = '../stock.arrow';
      dataset('figures')['path'] = '/figures.arrow';
    });
    expect(error.problem).toMatch(/\(and 1 more\)$/);
    expect(error.cause).toHaveLength(2);
  });

  it.each([
    '../x.arrow',
    '/x.arrow',
    'https://elsewhere.test/x.arrow',
    '//elsewhere.test/x',
    'a/../../x',
    'a/%2e%2e/x',
    'a\\x',
    './x',
    'a//x',
    'x?y',
    'x#y',
    'javascript:x',
    'a\tb',
  ])('refuses the path %j', (path) => {
    expect(refused(({ dataset }) => Object.assign(dataset('stock'), { path })).where).toBe(
      'datapackage.json, dataset "stock", path',
    );
  });

  it.each<[string, Spoil, string]>([
    [
      'two datasets of one name but for case',
      ({ dataset }) => Object.assign(dataset('stock'), { name: 'AREAS' }),
      'given twice',
    ],
    [
      'two metrics of one code',
      ({ metric }) => Object.assign(metric('stock.rows'), { code: 'figures.value' }),
      'given twice',
    ],
    ['two fields of one name', ({ field }) => Object.assign(field('stock', 'kind'), { name: 'YEAR' }), 'given twice'],
    [
      'a misspelt word',
      ({ field }) => Object.assign(field('stock', 'kind'), { 'lantu:unitt': 'CNY' }),
      'defined nowhere',
    ],
    [
      'a control character',
      ({ field }) => Object.assign(field('stock', 'kind'), { name: 'a\0b' }),
      'control character',
    ],
    [
      'two fields of one dimension',
      ({ field }) => Object.assign(field('projects', 'begun'), { 'lantu:dimension': 'area' }),
      'twice',
    ],
    [
      'an unknown dimension',
      ({ field }) => Object.assign(field('stock', 'year'), { 'lantu:dimension': 'time' }),
      'defined nowhere',
    ],
    [
      "a shared dimension's name for something else",
      ({ field }) => Object.assign(field('stock', 'kind'), { name: 'period' }),
      'does not hold it',
    ],
    ['time in a string', ({ field }) => Object.assign(field('stock', 'year'), { type: 'string' }), 'a field of time'],
    [
      'a level of no area',
      ({ field }) => Object.assign(field('stock', 'kind'), { 'lantu:level': 'county' }),
      'has a level',
    ],
    [
      'categories of numbers',
      ({ field }) => Object.assign(field('stock', 'villages'), { categories: [] }),
      'has categories',
    ],
    [
      'an unknown unit of a field',
      ({ field }) => Object.assign(field('stock', 'villages'), { 'lantu:unit': 'x' }),
      'defined nowhere',
    ],
    [
      'an unknown origin',
      ({ dataset }) => Object.assign(dataset('stock'), { 'lantu:origins': ['x'] }),
      'defined nowhere',
    ],
    [
      'provenance in a field that is not there',
      ({ dataset }) => Object.assign(dataset('stock'), { 'lantu:provenance': { status: 'x' } }),
      'defined nowhere',
    ],
    [
      'provenance in a number',
      ({ dataset }) => Object.assign(dataset('stock'), { 'lantu:provenance': { status: 'villages' } }),
      'is not a string',
    ],
    [
      'a primary key that is no field',
      ({ schema }) => Object.assign(schema('areas'), { primaryKey: ['x'] }),
      'defined nowhere',
    ],
    [
      'a foreign key to many rows',
      ({ schema }) => Object.assign(schema('projects'), { primaryKey: ['id', 'area'] }),
      'counted twice',
    ],
    [
      'a foreign key to nothing',
      ({ schema }) =>
        schema('stock').foreignKeys.splice(0, 1, { fields: 'area', reference: { resource: 'x', fields: 'code' } }),
      'defined nowhere',
    ],
    [
      'a foreign key of another type',
      ({ schema }) =>
        schema('stock').foreignKeys.splice(0, 1, {
          fields: 'villages',
          reference: { resource: 'areas', fields: 'code' },
        }),
      'different types',
    ],
    [
      'an area dimension without its dataset',
      ({ list }) => Object.assign(list('lantu:dimensions')[0] ?? {}, { dataset: 'x' }),
      'defined nowhere',
    ],
    ['an area dimension whose key repeats', ({ schema }) => delete schema('areas').primaryKey, 'a value twice'],
    [
      'a metric of an unknown field',
      ({ metric }) => Object.assign(metric('stock.villages'), { measure: { op: 'sum', field: 'x' } }),
      'no such field',
    ],
    [
      'a sum of texts',
      ({ metric }) => Object.assign(metric('stock.villages'), { measure: { op: 'sum', field: 'kind' } }),
      'no numbers',
    ],
    [
      "a sum of a parent's numbers",
      ({ metric }) => Object.assign(metric('payments.amount'), { measure: { op: 'sum', field: 'project.budget' } }),
      'counted once for each',
    ],
    [
      'a metric with a wrong filter',
      ({ metric }) =>
        Object.assign(metric('stock.rows'), {
          measure: { op: 'count', where: [{ field: 'kind', op: 'in', values: [3] }] },
        }),
      'cannot hold',
    ],
    [
      'a ratio of ratios',
      ({ metric }) =>
        Object.assign(metric('stock.rows'), {
          measure: { op: 'ratio', numerator: 'stock.density', denominator: 'stock.density' },
        }),
      'no ratios themselves',
    ],
    [
      'a ratio with rules of its own',
      ({ metric }) => Object.assign(metric('stock.density'), { additivity: { kind: 'none' } }),
      'as its parts do',
    ],
    [
      'a ratio over another dataset',
      ({ metric }) =>
        Object.assign(metric('stock.density'), {
          measure: { op: 'ratio', numerator: 'stock.rows', denominator: 'figures.value' },
        }),
      'not of "stock"',
    ],
    [
      'a last of what is no time',
      ({ metric }) => Object.assign(metric('stock.villages'), { additivity: { kind: 'last' } }),
      'only time has a last',
    ],
    [
      'additivity over an unknown dimension',
      ({ metric }) => Object.assign(metric('stock.villages'), { additivity: { x: 'none' } }),
      'no such field',
    ],
  ])('refuses %s', (_, spoil, problem) => {
    expect(refused(spoil).problem).toContain(problem);
  });
});
