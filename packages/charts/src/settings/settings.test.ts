import type { Answer, Blueprint } from '@lantu/spec';
import { optionsQuery } from '@lantu/spec';
import { formatter } from '@lantu/spec/locale';
import { expect, test } from 'vitest';
import { answer, dimension, metric } from '../examples/answer.ts';
import { filterTexts, settingsTexts } from './settings.ts';

const blueprint: Blueprint = {
  version: 1,
  id: 'income',
  title: { 'zh-CN': '收入' },
  query: { dataset: 'income', metrics: [{ metric: 'income.total' }] },
  chart: { type: 'bar' },
  filters: [
    { type: 'choice', field: 'county' },
    { type: 'range', field: 'year', label: { 'zh-CN': '年份', en: 'Year' } },
    { type: 'range', field: 'jobs', label: { 'zh-CN': '岗位', en: 'Jobs' } },
  ],
};

const counties: Answer = {
  ...answer([
    {
      ...dimension('option', { 'zh-CN': '县', en: 'County' }, ['540528']),
      labels: { '540528': { 'zh-CN': '加查县', en: 'Gyaca' } },
    },
    metric('total', { 'zh-CN': '收入' }, [1]),
  ]),
  query: optionsQuery(blueprint, 0),
};

const texts = (settings: Parameters<typeof settingsTexts>[1], locale: 'zh-CN' | 'en' = 'zh-CN') =>
  settingsTexts(blueprint, settings, [counties], formatter(locale));

test('A filter is told by its label, or by its field’s title, with the words for what it is set to.', () => {
  expect(texts([{ value: '540528' }, { from: '2023', to: '2024' }, { from: 5, to: 10 }])).toEqual([
    '县：加查县',
    '年份：2023—2024年',
    '岗位：5～10',
  ]);
  expect(texts([{ value: '540528' }, { from: '2023' }, { to: 10 }], 'en')).toEqual([
    'County: Gyaca',
    'Year: from 2023',
    'Jobs: up to 10',
  ]);
});

test('One and the same end is said once, the missing value in words; filters that leave everything in say nothing.', () => {
  expect(texts([{ value: null }, { from: '2023', to: '2023' }, {}])).toEqual(['县：无数据', '年份：2023年']);
  expect(texts([{}, {}, {}])).toEqual([]);
  expect(texts([])).toEqual([]);
});

test('Where every filter is to be told of, one that leaves everything in says so.', () => {
  const all = (settings: Parameters<typeof settingsTexts>[1], locale: 'zh-CN' | 'en') =>
    filterTexts(blueprint, settings, [counties], formatter(locale));
  expect(all([{}, { from: '2023' }, {}], 'zh-CN')).toEqual(['县：全部', '年份：2023年起', '岗位：全部']);
  expect(all([], 'en')).toEqual(['County: All', 'Year: All', 'Jobs: All']);
});
