import { html, nothing } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { incomeAnswer, incomeBlueprint } from '../../test/income.ts';
import { found, stand, textOf } from '../../test/stand.ts';
import type { LantuSources } from './sources.ts';
import '../kpi/kpi.ts';
import './sources.ts';

afterEach(() => {
  stand(nothing);
});

test('Of an answer given by script it says sources, sentences, nature, status, date, place and SQL.', async () => {
  const { find } = stand(html`<lantu-sources lang="zh-CN" .answer=${incomeAnswer}></lantu-sources>`);
  const sources = find<LantuSources>('lantu-sources');
  await sources.updateComplete;
  for (const words of [
    '《一批接着一批干》',
    '发布：报社',
    '发布日期：2026年1月5日',
    '许可：CC-BY-4.0',
    '“2024年攀升至216万元”',
    '正常',
    '数据截至2025年12月31日',
    '浏览器中的 DuckDB',
    'SELECT "period"',
  ]) {
    expect(textOf(sources)).toContain(words);
  }
});

test('It follows the element that `for` names, from its first answer on; without one it is empty.', async () => {
  const { find, connection } = stand(
    html`<lantu-sources for="card" lang="en"></lantu-sources>
      <lantu-kpi id="card" lang="en" .blueprint=${{ ...incomeBlueprint, chart: { type: 'kpi' } }}></lantu-kpi>`,
  );
  const sources = find<LantuSources>('lantu-sources');
  await expect.poll(() => connection.asked.length).toBe(1);
  expect(textOf(sources)).toBe('');
  connection.last.answer(incomeAnswer);
  await expect.poll(() => textOf(sources)).toContain('“One batch after another”');
  expect(found<Element>(sources, 'blockquote').getAttribute('lang')).toBe('zh-CN');
});

test('An element of that id that comes later is followed too.', async () => {
  const { root, find, connection } = stand(html`<lantu-sources for="late" lang="en"></lantu-sources>`);
  const sources = find<LantuSources>('lantu-sources');
  const card = document.createElement('lantu-kpi');
  card.id = 'late';
  card.blueprint = { ...incomeBlueprint, chart: { type: 'kpi' } };
  root.append(card);
  await expect.poll(() => connection.asked.length).toBe(1);
  connection.last.answer(incomeAnswer);
  await expect.poll(() => textOf(sources)).toContain('DuckDB');
});
