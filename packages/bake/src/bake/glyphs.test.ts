import type { Answer, Blueprint } from '@lantu/spec';
import { expect, it } from 'vitest';
import { glyphsOf } from './glyphs.ts';

const blueprint = {
  id: 'zzz',
  title: { 'zh-CN': '收入', en: 'In' },
  subtitle: { 'zh-CN': '副' },
  query: { dataset: 'qqq' },
} as unknown as Blueprint;

const answer = {
  vintage: 'kkk',
  columns: [
    {
      role: 'dimension',
      title: { 'zh-CN': '地' },
      values: ['5401', null, 7],
      labels: { '5401': { 'zh-CN': '拉', en: 'Lh' } },
    },
    { role: 'metric', title: { 'zh-CN': '额' }, values: [8], unit: { title: { 'zh-CN': '元', en: 'yu' } } },
  ],
  provenance: { origins: [{ url: 'www', citation: { 'zh-CN': '报' } }], asOf: '2024' },
} as unknown as Answer;

it('holds the texts of one language, and Chinese where there is no translation', () => {
  expect(glyphsOf('zh-CN', blueprint, [answer], [])).toBe(
    [...'收入副地拉额元报54012']
      .filter((each, at, all) => all.indexOf(each) === at)
      .sort()
      .join(''),
  );
  expect(glyphsOf('en', blueprint, [answer], [])).toBe([...new Set('In副地Lh额yu报54012')].sort().join(''));
});

it('holds the names of areas in a rollup, and the parents of these', () => {
  const dimensions = [
    {
      values: ['a'],
      labels: { a: { 'zh-CN': '村' } },
      levels: [{ grain: 'county', values: ['b'], labels: { b: { 'zh-CN': '县' } } }],
      codes: [0],
    },
  ];
  expect(glyphsOf('bo', blueprint, [], [{ dimensions } as never])).toMatch(/村/);
  expect(glyphsOf('bo', blueprint, [], [{ dimensions } as never])).toMatch(/县/);
});
