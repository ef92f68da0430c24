import { describe, expect, it } from 'vitest';
import { testModel } from '../test/catalog.ts';
import { refusalOf } from '../test/refusal.ts';
import { applicableFilters, columnAtGrain, keepsOneValue, resolveFilter } from './column.ts';
import type { Filter } from './query.ts';

describe('columnAtGrain', () => {
  it('sees time and areas as recorded unless asked for a coarser grain', () => {
    const model = testModel();
    expect(columnAtGrain(model, 'payments', 'period')).toMatchObject({ grain: 'day', coarsened: false, type: 'time' });
    expect(columnAtGrain(model, 'payments', 'day', 'quarter')).toMatchObject({ grain: 'quarter', coarsened: true });
    expect(columnAtGrain(model, 'payments', 'area')).toMatchObject({ grain: 'village', coarsened: false });
    expect(columnAtGrain(model, 'figures', 'area').grain).toBeUndefined();
    expect(columnAtGrain(model, 'figures', 'area', 'village')).toMatchObject({ grain: 'village', coarsened: true });
  });

  it.each([
    ['stock', 'area', 'village', 'county, prefecture, region'],
    ['stock', 'period', 'month', 'year'],
    ['stock', 'kind', 'year', 'no grain: it holds neither areas nor time'],
    ['payments', 'period', 'county', 'day, month, quarter, year'],
  ] as const)('refuses %s.%s at the grain %s', (dataset, field, grain, allowed) => {
    const error = refusalOf(() => columnAtGrain(testModel(), dataset, field, grain));
    expect(error.code).toBe('spec/unsupported');
    expect(error.allowed).toBe(allowed);
  });
});

describe('resolveFilter', () => {
  it.each<[Filter, string]>([
    [{ field: 'period', op: 'in', values: ['2024'] }, 'a text such as "2024-03-15"'],
    [{ field: 'period', grain: 'quarter', op: 'range', gte: '2024-Q5' }, 'a text such as "2024-Q1"'],
    [{ field: 'period', grain: 'year', op: 'in', values: [2024] }, 'a text such as "2024"'],
    [{ field: 'amount', op: 'range', lt: '5' }, 'a number, or null for a missing value'],
    [{ field: 'late', op: 'in', values: ['true'] }, 'a boolean, or null for a missing value'],
  ])('refuses a value that the column cannot hold: %j', (filter, allowed) => {
    const error = refusalOf(() => resolveFilter(testModel(), 'payments', filter));
    expect(error.code).toBe('spec/invalid');
    expect(error.allowed).toBe(allowed);
  });

  it('refuses a range of true and false', () => {
    const act = () => resolveFilter(testModel(), 'payments', { field: 'late', op: 'range' });
    expect(refusalOf(act).code).toBe('spec/unsupported');
  });
});

describe('applicableFilters', () => {
  it('are those whose column a dataset has, itself or through a parent, at that grain or a finer one', () => {
    const byCounty: Filter = { field: 'area', grain: 'county', op: 'in', values: ['540121'] };
    const byVillage: Filter = { field: 'area', grain: 'village', op: 'in', values: ['540121100001'] };
    const byYear: Filter = { field: 'period', grain: 'year', op: 'range', gte: '2023' };
    const filters = [byCounty, byVillage, byYear];
    const of = (dataset: string) => applicableFilters(testModel(), dataset, filters);
    expect(of('payments')).toEqual(filters);
    expect(of('stock')).toEqual([byCounty, byYear]);
    expect(of('projects')).toEqual([byCounty, byVillage]);
    expect(of('areas')).toEqual([byCounty, byVillage]);
  });

  it('says so where the dataset or a value is wrong', () => {
    const filter: Filter = { field: 'period', op: 'in', values: ['soon'] };
    expect(refusalOf(() => applicableFilters(testModel(), 'stocks', [])).code).toBe('spec/unknown-dataset');
    expect(refusalOf(() => applicableFilters(testModel(), 'stock', [filter])).code).toBe('spec/invalid');
  });
});

describe('keepsOneValue', () => {
  it.each<[Filter, boolean]>([
    [{ field: 'kind', op: 'in', values: ['a'] }, true],
    [{ field: 'kind', op: 'in', values: [null] }, true],
    [{ field: 'kind', op: 'in', values: ['a', 'b'] }, false],
    [{ field: 'kind', op: 'not-in', values: ['a'] }, false],
    [{ field: 'period', op: 'range', gte: '2024', lte: '2024' }, true],
    [{ field: 'period', op: 'range', gte: '2024' }, false],
    [{ field: 'area', grain: 'prefecture', op: 'in', values: ['5401'] }, false],
    [{ field: 'area', grain: 'county', op: 'in', values: ['540121'] }, true],
  ])('of %j is %s', (filter, expected) => {
    expect(keepsOneValue(resolveFilter(testModel(), 'stock', filter))).toBe(expected);
  });
});
