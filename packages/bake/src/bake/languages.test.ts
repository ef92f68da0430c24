import type { Locale } from '@lantu/spec';
import { expect, test } from 'vitest';
import { inLanguages } from './languages.ts';

const name = { 'zh-CN': '城关区', bo: 'ཁྲིན་ཀོན་ཆུས', en: 'Chengguan' };
const answer = {
  title: { 'zh-CN': '地区' },
  columns: [{ values: [1, null, 'zh-CN'], labels: { '540102': name }, zeros: new Float64Array(2) }],
  note: null,
};

test('data keep the texts of the languages that were asked for, and the Chinese that stands in for all others', () => {
  const labels = (locales: Locale[]) => inLanguages(answer, locales).columns[0]?.labels['540102'];
  expect(labels(['zh-CN'])).toEqual({ 'zh-CN': '城关区' });
  expect(labels(['en'])).toEqual({ 'zh-CN': '城关区', en: 'Chengguan' });
  expect(labels(['bo', 'zh-CN'])).toEqual({ 'zh-CN': '城关区', bo: 'ཁྲིན་ཀོན་ཆུས' });
});

test('what is no text stays as it is', () => {
  const { title, columns, note } = inLanguages(answer, ['zh-CN']);
  expect(title).toEqual({ 'zh-CN': '地区' });
  expect(note).toBeNull();
  expect(columns[0]?.values).toEqual([1, null, 'zh-CN']);
  expect(columns[0]?.zeros).toBe(answer.columns[0]?.zeros);
  expect(inLanguages({ 'zh-CN': 1 }, ['en'])).toEqual({ 'zh-CN': 1 });
});

test('with all languages nothing is copied', () => {
  expect(inLanguages(answer, ['en', 'zh-CN', 'bo'])).toBe(answer);
});
