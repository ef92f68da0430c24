import { type Answer, LantuError } from '@lantu/spec';
import { html, nothing } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { incomeAnswer, incomeBlueprint, withValues } from '../../test/income.ts';
import { found, heard, stand } from '../../test/stand.ts';
import type { LantuChart } from '../chart/chart.ts';
import type { FilterDetail } from '../events.ts';
import '../chart/chart.ts';

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
});

afterEach(() => {
  stand(nothing);
  document.documentElement.removeAttribute('lang');
});

const filters = [
  { type: 'choice', field: 'county', label: { 'zh-CN': '县', en: 'County' }, value: '540528', required: true },
  { type: 'range', field: 'period', grain: 'year' },
] as const;
const blueprint = { ...incomeBlueprint, filters };

function options(name: string, values: readonly string[], labels?: Record<string, { 'zh-CN': string }>): Answer {
  const [period] = incomeAnswer.columns;
  const column = {
    ...period,
    type: labels ? 'string' : 'time',
    name: 'option',
    title: { 'zh-CN': name },
    values,
    labels,
  };
  return { ...incomeAnswer, columns: [column as never], rowCount: values.length };
}

const counties = options('县域', ['540127', '540528'], {
  '540127': { 'zh-CN': '墨竹工卡县' },
  '540528': { 'zh-CN': '加查县' },
});

async function drawn() {
  const page = stand(html`<lantu-chart .blueprint=${blueprint}></lantu-chart>`);
  const chart = page.find<LantuChart>('lantu-chart');
  await expect.poll(() => page.connection.asked.length).toBe(3);
  const [ofCounties, ofYears, main] = page.connection.asked;
  main!.answer(incomeAnswer);
  ofCounties!.answer(counties);
  ofYears!.answer(options('年份', ['2023', '2024']));
  await expect.poll(() => chart.shadowRoot?.querySelectorAll('option').length).toBe(2 + 3 + 3);
  const selects = [...chart.shadowRoot!.querySelectorAll('select')];
  return { ...page, chart, selects: selects as [HTMLSelectElement, HTMLSelectElement, HTMLSelectElement] };
}

test('What filters offer is asked of the same catalog; a filter that must be set offers no "all".', async () => {
  const { connection, selects } = await drawn();
  expect(connection.asked.map(({ query }) => query.dimensions?.[0]?.as)).toEqual(['option', 'option', undefined]);
  expect(connection.last.query.filters).toEqual([{ field: 'county', op: 'in', values: ['540528'] }]);
  expect([...selects[0].options].map(({ text }) => text.trim())).toEqual(['墨竹工卡县', '加查县']);
  expect(selects[0].selectedOptions[0]!.text.trim()).toBe('加查县');
  expect(selects[0].labels[0]!.textContent.trim()).toContain('县');
  expect(selects[1].getAttribute('aria-label')).toBe('年份：起');
});

test('Each setting asks anew, the question before it cancelled; figures stay until the new ones are there, which is said.', async () => {
  const { chart, connection, selects } = await drawn();
  const told = vi.fn<(event: CustomEvent<FilterDetail>) => void>();
  chart.addEventListener('lantu-filter', told);
  await userEvent.selectOptions(selects[1], '2024年');
  await expect.poll(() => connection.asked.length).toBe(4);
  const first = connection.last;
  await userEvent.selectOptions(selects[0], '墨竹工卡县');
  await expect.poll(() => connection.asked.length).toBe(5);
  expect(first.options.signal?.aborted).toBe(true);
  expect(connection.last.query.filters).toEqual([
    { field: 'county', op: 'in', values: ['540127'] },
    { field: 'period', grain: 'year', op: 'range', gte: '2024' },
  ]);
  expect(told.mock.calls.map(([{ detail }]) => detail.settings)).toEqual([
    [{ value: '540528' }, { from: '2024' }],
    [{ value: '540127' }, { from: '2024' }],
  ]);
  expect(found(chart, '.summary').textContent).toContain('54.3%');
  connection.last.answer(withValues([5, 6]));
  await expect.poll(() => found(chart, '[role="status"]').textContent).toBe('已更新');
});

test('Nothing that is set is lost by a failure, by trying again, or by another language.', async () => {
  const { chart, connection, selects } = await drawn();
  await userEvent.selectOptions(selects[0], '墨竹工卡县');
  await expect.poll(() => connection.asked.length).toBe(4);
  connection.last.fail(new LantuError('data/interrupted', 'cut'));
  await expect.poll(() => chart.shadowRoot!.querySelector('[role="alert"]')).not.toBeNull();
  document.documentElement.lang = 'en';
  await expect.poll(() => found(chart, '.frame').lang).toBe('en');
  expect(selects[0].selectedOptions[0]!.text.trim()).toBe('墨竹工卡县');
  await userEvent.click(found(chart, '[role="alert"] button'));
  await expect.poll(() => connection.asked.length).toBe(7);
  expect(connection.last.query.filters).toEqual([{ field: 'county', op: 'in', values: ['540127'] }]);
  expect(chart.settings[0]).toEqual({ value: '540127' });
});

test('What a filter offers and cannot be said is an error in its place; the chart is drawn.', async () => {
  const page = stand(html`<lantu-chart .blueprint=${blueprint}></lantu-chart>`);
  const chart = page.find<LantuChart>('lantu-chart');
  await expect.poll(() => page.connection.asked.length).toBe(3);
  const [ofCounties, ofYears, main] = page.connection.asked;
  ofCounties!.fail(new LantuError('spec/unknown-field', 'no such field', { received: '"county"' }));
  ofYears!.fail(new LantuError('spec/not-additive', 'it does not add up'));
  const ready = heard(chart, 'lantu-ready');
  main!.answer(incomeAnswer);
  await ready;
  await expect.poll(() => found(chart, '.filters').textContent).toContain('"county"');
  await expect.poll(() => page.connection.asked.length).toBe(4);
  expect(page.connection.last.query.dimensions).toHaveLength(2);
});

test('Leaving the document before it is known what filters offer asks for that again, and for nothing else.', async () => {
  const page = stand(html`<lantu-chart .blueprint=${blueprint}></lantu-chart>`);
  const chart = page.find<LantuChart>('lantu-chart');
  await expect.poll(() => page.connection.asked.length).toBe(3);
  const [ofCounties, , main] = page.connection.asked;
  main!.answer(incomeAnswer);
  await expect.poll(() => chart.answeredBy).toBe('duckdb-wasm');
  chart.remove();
  expect(ofCounties!.options.signal?.aborted).toBe(true);
  page.root.append(chart);
  await expect.poll(() => page.connection.asked.length).toBe(5);
  page.connection.asked[3]!.answer(counties);
  await expect.poll(() => chart.shadowRoot!.querySelectorAll('option').length).toBe(2 + 1 + 1);
  expect(page.connection.asked).toHaveLength(5);
});

test('In 320 pixels, and in the large mode, filters stay whole and are 44 pixels high.', async () => {
  const { chart, root, selects } = await drawn();
  root.style.display = 'block';
  root.style.width = '320px';
  chart.size = 'large';
  await chart.updateComplete;
  for (const select of selects) {
    const { height, right } = select.getBoundingClientRect();
    expect(height).toBeGreaterThanOrEqual(44);
    expect(right).toBeLessThanOrEqual(320);
    expect(Number.parseFloat(getComputedStyle(select).fontSize)).toBeGreaterThanOrEqual(18);
  }
  expect(chart.scrollWidth).toBeLessThanOrEqual(320);
});
