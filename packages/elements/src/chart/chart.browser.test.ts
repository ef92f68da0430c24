import { LantuError } from '@lantu/spec';
import { html, nothing } from 'lit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { incomeAnswer, incomeBlueprint, withValues } from '../../test/income.ts';
import { found, heard, stand, textOf } from '../../test/stand.ts';
import type { ReadyDetail, SelectDetail } from '../events.ts';
import type { LantuChart } from './chart.ts';
import './chart.ts';

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
});

afterEach(() => {
  stand(nothing);
  document.documentElement.removeAttribute('lang');
});

function waitingChart() {
  const page = stand(html`<lantu-chart .blueprint=${incomeBlueprint}></lantu-chart>`);
  return { ...page, chart: page.find<LantuChart>('lantu-chart') };
}

async function drawnChart(answer = incomeAnswer) {
  const page = waitingChart();
  await expect.poll(() => page.connection.asked.length).toBe(1);
  const ready = heard<ReadyDetail>(page.chart, 'lantu-ready');
  page.connection.last.answer(answer);
  return { ...page, ready: (await ready).detail };
}

const plotOf = (chart: LantuChart) => found(chart, '.plot');
const liveOf = (chart: LantuChart) => found(chart, '[role="status"]').textContent;
const tooltipOf = (chart: LantuChart) => chart.shadowRoot!.querySelector('.tooltip');

test('Heading, summary, help, picture, table and sources stand in this order.', async () => {
  const { chart } = await drawnChart();
  const marks = ['.title', '.summary', '#help', '.plot svg', '[part="data"]', '[part="sources"]'];
  const places = marks.map((selector) => found<Element>(chart, selector));
  for (const [index, place] of places.slice(1).entries()) {
    expect(
      places[index]!.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
      marks[index + 1],
    ).toBeTruthy();
  }
  expect(found(chart, '.title').getAttribute('aria-level')).toBe('3');
  expect(found(chart, '.title').textContent.trim()).toBe('社区集体经济收入');
  expect(found(chart, '.summary').textContent).toContain('54.3%');
});

test('It says when it is drawn, by what it was answered, and keeps both at hand.', async () => {
  const { chart, ready } = await drawnChart();
  expect(ready).toEqual({ answer: incomeAnswer, answeredBy: 'duckdb-wasm' });
  expect(chart.answeredBy).toBe('duckdb-wasm');
  expect(chart.getAttribute('answered-by')).toBe('duckdb-wasm');
  expect(chart.answer).toBe(incomeAnswer);
  expect(found(chart, '.plot svg').getBoundingClientRect().width).toBeGreaterThan(100);
});

test('The table has the numbers of the answer, a caption and scoped headers.', async () => {
  const { chart } = await drawnChart();
  found<HTMLDetailsElement>(chart, '[part="data"]').open = true;
  const table = found<HTMLTableElement>(chart, 'table');
  expect(table.caption!.textContent).toContain('集体经济收入');
  expect([...table.tBodies[0]!.rows].map((row) => [...row.cells].map((cell) => cell.textContent))).toEqual([
    ['2023年', '1,400,000元'],
    ['2024年', '2,160,000元'],
  ]);
  expect([...table.querySelectorAll('th')].every((header) => header.scope === 'row' || header.scope === 'col')).toBe(
    true,
  );
});

test('Sources are one interaction away: title, producer, each figure with its sentence, date, how it was answered.', async () => {
  const { chart } = await drawnChart();
  const sources = found<HTMLDetailsElement>(chart, '[part="sources"]');
  expect(sources.open).toBe(false);
  await userEvent.click(found(chart, '[part="sources"] > summary'));
  expect(sources.open).toBe(true);
  for (const words of ['《一批接着一批干》', '报社', '216万元', '2024年攀升至216万元', '2025年12月31日', 'DuckDB']) {
    expect(sources.textContent).toContain(words);
  }
  expect(found<HTMLAnchorElement>(sources, 'a').href).toBe('https://example.org/article');
});

test('The picture is one tab stop; keys go from mark to mark and say each once; Escape leaves.', async () => {
  const { chart } = await drawnChart();
  await userEvent.tab();
  expect(chart.shadowRoot!.activeElement).toBe(plotOf(chart));
  expect(found(chart, '#help').className).toBe('help');
  expect(tooltipOf(chart)).toBeNull();

  await userEvent.keyboard('{ArrowRight}');
  await chart.updateComplete;
  expect(liveOf(chart)).toContain('2023年');
  expect(tooltipOf(chart)!.textContent).toContain('1,400,000元');

  await userEvent.keyboard('{End}');
  await chart.updateComplete;
  expect(liveOf(chart)).toContain('2,160,000元');
  await userEvent.keyboard('{Home}');
  await chart.updateComplete;
  expect(liveOf(chart)).toContain('1,400,000元');

  await userEvent.keyboard('{Escape}');
  await chart.updateComplete;
  expect(tooltipOf(chart)).toBeNull();
  expect(chart.shadowRoot!.activeElement).toBe(plotOf(chart));

  await userEvent.tab();
  expect(chart.shadowRoot!.activeElement!.localName).toBe('summary');
});

test('Keys of the browser and of assistive technology pass through.', async () => {
  const { chart } = await drawnChart();
  plotOf(chart).focus();
  for (const init of [{ key: 'a' }, { key: 'ArrowRight', altKey: true }, { key: 'Escape' }, { key: 'Enter' }]) {
    const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true, composed: true });
    plotOf(chart).dispatchEvent(event);
    expect(event.defaultPrevented, JSON.stringify(init)).toBe(false);
  }
});

test('Enter chooses a mark and tells the page; Enter again takes the choice back.', async () => {
  const { chart } = await drawnChart();
  plotOf(chart).focus();
  await userEvent.keyboard('{End}');
  const chosen = heard<SelectDetail>(document, 'lantu-select');
  await userEvent.keyboard('{Enter}');
  expect((await chosen).detail).toEqual({
    selected: true,
    row: 1,
    column: 'income',
    value: 2_160_000,
    dimensions: { period: '2024' },
  });
  const back = heard<SelectDetail>(document, 'lantu-select');
  await userEvent.keyboard('{Enter}');
  expect((await back).detail.selected).toBe(false);
});

test('A pointer meets the same marks; the tooltip can be entered, and Escape takes it away from anywhere.', async () => {
  const { chart } = await drawnChart();
  const svg = found<Element>(chart, '.plot svg');
  const { left, top, width, height } = svg.getBoundingClientRect();
  const moveTo = async (target: Element, x: number, y: number) => {
    target.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true, composed: true }));
    await chart.updateComplete;
  };
  await moveTo(svg, left + width * 0.85, top + height * 0.6);
  expect(tooltipOf(chart)!.textContent).toContain('2024年');

  await moveTo(tooltipOf(chart)!, left + 1, top + 1);
  expect(tooltipOf(chart)!.textContent).toContain('2024年');

  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await chart.updateComplete;
  expect(tooltipOf(chart)).toBeNull();

  await moveTo(svg, left + width * 0.3, top + height * 0.6);
  expect(tooltipOf(chart)!.textContent).toContain('2023年');
  found(chart, '.stage').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
  await chart.updateComplete;
  expect(tooltipOf(chart)).toBeNull();
});

test('While it waits it says for what, in the room that the picture will take.', async () => {
  const { chart, connection } = waitingChart();
  await expect.poll(() => connection.asked.length).toBe(1);
  connection.last.options.onProgress?.({ state: 'fetching-engine', loaded: 1, total: 4 });
  await chart.updateComplete;
  expect(textOf(chart)).toContain('25%');
  expect(found(chart, '.frame').getAttribute('aria-busy')).toBe('true');
  expect(found(chart, '.title').textContent).toContain('社区集体经济收入');
});

test('An answer without rows is said to be empty, with its sources, and is ready.', async () => {
  const { chart, ready } = await drawnChart(withValues([]));
  expect(ready.answer.rowCount).toBe(0);
  expect(found(chart, '.empty').textContent).toBe('所选范围内没有数据');
  expect(textOf(chart)).toContain('一批接着一批干');
});

test('An error sets out what it knows, and its button asks again.', async () => {
  const { chart, connection } = waitingChart();
  await expect.poll(() => connection.asked.length).toBe(1);
  const told = heard<LantuError>(document, 'lantu-error');
  const error = new LantuError('data/lacks-field', 'the file has no field "value"', {
    where: 'figures.arrow',
    received: '"area", "period"',
    allowed: '"area", "period", "value"',
    sql: 'SELECT 1',
    cause: new Error('inner fault'),
  });
  connection.last.fail(error);
  expect((await told).detail).toBe(error);
  for (const words of [
    '数据文件缺少所需的字段',
    'the file has no field "value"',
    'figures.arrow',
    '"area", "period", "value"',
    'SELECT 1',
    'Error: inner fault',
  ]) {
    expect(found(chart, '[role="alert"]').textContent).toContain(words);
  }

  await userEvent.click(found(chart, '[role="alert"] button'));
  await expect.poll(() => connection.asked.length).toBe(2);
  expect(chart.shadowRoot!.activeElement).toBe(found(chart, '.frame'));
  connection.last.answer(incomeAnswer);
  await expect.poll(() => chart.answeredBy).toBe('duckdb-wasm');
  expect(chart.shadowRoot!.querySelector('[role="alert"]')).toBeNull();
});

test('What cannot be drawn is an error, its numbers still in the table.', async () => {
  const page = stand(
    html`<lantu-chart .blueprint=${{ ...incomeBlueprint, chart: { type: 'bar', y: 'nothing' } }}></lantu-chart>`,
  );
  const chart = page.find<LantuChart>('lantu-chart');
  await expect.poll(() => page.connection.asked.length).toBe(1);
  const told = heard<LantuError>(chart, 'lantu-error');
  page.connection.last.answer(incomeAnswer);
  expect((await told).detail).toMatchObject({ code: 'chart/unsuited', received: '"nothing"', allowed: '"income"' });
  expect(found(chart, 'table').textContent).toContain('2,160,000元');
});

test('The answer before stays on show, marked, while the next is fetched and where it fails.', async () => {
  const { chart, connection } = await drawnChart();
  chart.blueprint = { ...incomeBlueprint, query: { ...incomeBlueprint.query, limit: { rows: 1 } } };
  await expect.poll(() => connection.asked.length).toBe(2);
  await chart.updateComplete;
  expect(found(chart, '.frame').classList.contains('stale')).toBe(true);
  expect(found(chart, '[part="notice"]').textContent).toContain('正在更新');
  expect(found(chart, '.summary').textContent).toContain('54.3%');

  connection.last.fail(new LantuError('data/interrupted', 'cut'));
  await expect.poll(() => found(chart, '[part="notice"]').textContent).toContain('更新失败');
  expect(found(chart, '.summary').textContent).toContain('54.3%');
  expect(chart.answer).toBe(incomeAnswer);
});

test('A new answer in place of the one before is announced; the first one is not.', async () => {
  const { chart, connection } = await drawnChart();
  expect(liveOf(chart)).toBe('');
  chart.blueprint = { ...incomeBlueprint, query: { ...incomeBlueprint.query, limit: { rows: 1 } } };
  await expect.poll(() => connection.asked.length).toBe(2);
  const height = found(chart, '.frame').offsetHeight;
  await chart.updateComplete;
  expect(found(chart, '.frame').offsetHeight, 'nothing moves while it waits').toBe(height);
  connection.last.answer(withValues([5, 6, 7]));
  await expect.poll(() => liveOf(chart)).toBe('已更新');
});

test('A long table is made when it is opened.', async () => {
  const { chart } = await drawnChart(withValues(Array.from({ length: 300 }, (_, index) => index)));
  expect(chart.shadowRoot!.querySelector('table')).toBeNull();
  await userEvent.click(found(chart, '[part="data"] > summary'));
  await expect.poll(() => chart.shadowRoot!.querySelectorAll('tbody tr').length).toBe(300);
});

test('A heading level that no heading has is the third.', async () => {
  const { chart } = await drawnChart();
  for (const [given, level] of [
    ['2', '2'],
    ['0', '3'],
    ['seven', '3'],
    ['6', '6'],
  ] as const) {
    chart.setAttribute('heading-level', given);
    await chart.updateComplete;
    expect(found(chart, '.title').getAttribute('aria-level')).toBe(level);
  }
});

test('Another language redraws in place, without asking again.', async () => {
  const { chart, connection } = await drawnChart();
  document.documentElement.lang = 'en';
  await expect.poll(() => found(chart, '.title').textContent.trim()).toBe('Collective income of the community');
  expect(found(chart, '.frame').lang).toBe('en');
  expect(found(chart, '.plot svg').textContent).toContain('million');

  document.documentElement.lang = 'bo';
  await expect.poll(() => found(chart, '.frame').lang).toBe('bo');
  expect(found(chart, '.title').lang).toBe('zh-CN');
  expect(connection.asked).toHaveLength(1);
});

test('Markup in a title, a quote or a value is text.', async () => {
  const evil = '<img src=x onerror="document.title=1">"; DROP TABLE x; --';
  const page = stand(
    html`<lantu-chart .blueprint=${{ ...incomeBlueprint, title: { 'zh-CN': evil }, notes: { 'zh-CN': evil } }}></lantu-chart>`,
  );
  const chart = page.find<LantuChart>('lantu-chart');
  await expect.poll(() => page.connection.asked.length).toBe(1);
  const [period, income] = incomeAnswer.columns;
  page.connection.last.answer({
    ...incomeAnswer,
    columns: [
      { ...period!, name: 'period', type: 'string', values: [evil, 'x'.repeat(100_000)] } as never,
      { ...income!, title: { 'zh-CN': evil } } as never,
    ],
    provenance: {
      ...incomeAnswer.provenance,
      asOf: evil,
      origins: [{ ...incomeAnswer.provenance.origins[0]!, url: 'javascript:alert(1)', title: { 'zh-CN': evil } }],
    },
  });
  await expect.poll(() => chart.answeredBy).toBe('duckdb-wasm');
  expect(found(chart, '.title').textContent.trim()).toBe(evil);
  expect(chart.shadowRoot!.querySelectorAll('img, a')).toHaveLength(0);
  expect(found(chart, '.frame').scrollWidth).toBeLessThanOrEqual(found(chart, '.frame').clientWidth + 1);
});

test('No style attribute is written by a template: a page may forbid inline styles.', async () => {
  const { chart } = await drawnChart();
  expect(chart.shadowRoot!.querySelectorAll('[style]')).toHaveLength(0);
  expect(chart.shadowRoot!.querySelectorAll('style')).toHaveLength(0);
});

test('A narrower room lays the picture out anew.', async () => {
  const { chart, root } = await drawnChart();
  const width = () => Number(found<Element>(chart, '.plot svg').getAttribute('width'));
  const before = width();
  root.style.setProperty('display', 'block');
  root.style.setProperty('width', '320px');
  await expect.poll(width).toBeLessThan(Math.min(before, 320));
});
