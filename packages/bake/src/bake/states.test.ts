import { type Blueprint, type FilterControl, filteredQuery, queryKey } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { statesOf } from './states.ts';

const KIND = { type: 'choice', field: 'kind' } as const;
const YEARS = { type: 'range', field: 'period', grain: 'year' } as const;
const options = (...values: string[]) => values.map((value) => ({ value }));

function blueprint(...filters: FilterControl[]): Blueprint {
  const query = { dataset: 'd', metrics: [{ metric: 'd.m' }] };
  return { version: 1, id: 'w', title: { 'zh-CN': '题' }, query, chart: { type: 'bar' }, filters };
}

describe('the states of filters', () => {
  it('are one where there is no filter', () => {
    expect(statesOf(blueprint(), [])).toMatchObject([{ count: 1, sample: [], words: '' }]);
  });

  it('are of a choice all values together and each by itself', () => {
    const [all, one, ...others] = statesOf(blueprint(KIND), [options('a', 'b')]);
    expect(others).toEqual([]);
    expect([...(all?.all() ?? [])]).toEqual([[{}]]);
    expect([...(one?.all() ?? [])]).toEqual([[{ value: 'a' }], [{ value: 'b' }]]);
    expect([all?.words, one?.words]).toEqual(['kind: all', 'kind: one value']);
  });

  it('are of a required choice each value by itself', () => {
    const required = { ...KIND, value: 'a', required: true };
    expect(statesOf(blueprint(required), [options('a', 'b')]).map((each) => [each.words, each.count])).toEqual([
      ['kind: one value', 2],
    ]);
  });

  it('are of a range every pair of ends, an open end too, none twice', () => {
    const states = statesOf(blueprint(YEARS), [options('2021', '2022', '2023')]);
    const settings = states.flatMap((each) => [...each.all()]);
    expect(settings).toHaveLength(1 + 3 + 3 + 6);
    expect(new Set(settings.map((each) => queryKey(filteredQuery(blueprint(YEARS), each)))).size).toBe(settings.length);
    expect(settings).toContainEqual([{ from: '2021', to: '2023' }]);
    expect(settings).not.toContainEqual([{ from: '2023', to: '2021' }]);
  });

  it('are of several filters every combination, in groups that are alike, as many as they say', () => {
    const states = statesOf(blueprint(KIND, YEARS), [options('a', 'b'), options('2021', '2022')]);
    expect(states).toHaveLength(2 * 5);
    for (const each of states) {
      expect([...each.all()]).toHaveLength(each.count);
      expect([...each.all()][0]).toEqual(each.sample);
    }
    expect(states.reduce((sum, each) => sum + each.count, 0)).toBe(3 * 8);
  });

  it('of a filter that offers nothing are the open one alone', () => {
    expect(statesOf(blueprint(YEARS), [[]]).map((each) => each.count)).toEqual([1]);
  });
});
