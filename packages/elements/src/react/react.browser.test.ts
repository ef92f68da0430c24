import type { LantuError } from '@lantu/spec';
import { html, nothing } from 'lit';
import { createElement, createRef, type ReactNode, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, expectTypeOf, test, vi } from 'vitest';
import { incomeAnswer, incomeBlueprint } from '../../test/income.ts';
import { found, heard, type Stand, stand } from '../../test/stand.ts';
import type { LantuChart as Chart } from '../chart/chart.ts';
import type { ReadyDetail, SelectDetail } from '../events.ts';
import type { LantuSources as Sources } from '../sources/sources.ts';
import { LantuCatalog, LantuChart, type LantuChartProps, LantuKpi, LantuSources, LantuTable } from './react.ts';

let page: Stand;
let root: Root;

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
  page = stand(html`<div id="app"></div>`);
  root = createRoot(page.find('#app'));
});

afterEach(() => {
  flushSync(() => root.unmount());
  stand(nothing);
  document.documentElement.removeAttribute('lang');
});

function show(content: ReactNode): void {
  flushSync(() => root.render(createElement(StrictMode, null, content)));
}

async function drawn(element: Element): Promise<void> {
  await expect.poll(() => page.connection.asked.length).toBeGreaterThan(0);
  const ready = heard(element, 'lantu-ready');
  page.connection.last.answer(incomeAnswer);
  await ready;
}

test('Properties reach the element, attributes its tag, and the ref is the element itself.', async () => {
  const ref = createRef<Chart>();
  const onLantuReady = vi.fn<(event: CustomEvent<ReadyDetail>) => void>();
  show(
    createElement(LantuChart, {
      ref,
      blueprint: incomeBlueprint,
      size: 'large',
      theme: 'dark',
      headingLevel: 2,
      className: 'wide',
      id: 'income',
      lang: 'en',
      'aria-description': 'A chart',
      onLantuReady,
    }),
  );
  const chart = page.find<Chart>('lantu-chart');
  await drawn(chart);

  expect(ref.current).toBe(chart);
  expect(chart.outerHTML).toContain('<lantu-chart class="wide" aria-description="A chart"');
  expect([chart.id, chart.lang, chart.size, chart.theme]).toEqual(['income', 'en', 'large', 'dark']);
  expect(found(chart, '.title').getAttribute('aria-level')).toBe('2');
  expect(found(chart, '.title').textContent.trim()).toBe('Collective income of the community');
  expect(onLantuReady).toHaveBeenCalledOnce();
  expect(onLantuReady.mock.calls[0]![0].detail).toEqual({ answer: incomeAnswer, answeredBy: 'duckdb-wasm' });
});

test('What a later rendering leaves out is taken back.', async () => {
  show(createElement(LantuChart, { blueprint: incomeBlueprint, theme: 'dark', lang: 'bo' }));
  const chart = page.find<Chart>('lantu-chart');
  show(createElement(LantuChart, { blueprint: incomeBlueprint }));
  await chart.updateComplete;
  expect(chart.theme).toBeUndefined();
  expect(chart.hasAttribute('theme')).toBe(false);
  expect(chart.hasAttribute('lang')).toBe(false);
  await expect.poll(() => page.connection.asked.length).toBe(1);
});

test('Of two handlers after one another only the later one is called, and none once it is left out.', async () => {
  const [first, second] = [vi.fn(), vi.fn()];
  show(createElement(LantuChart, { blueprint: incomeBlueprint, onLantuReady: first }));
  show(createElement(LantuChart, { blueprint: incomeBlueprint, onLantuReady: second }));
  const chart = page.find<Chart>('lantu-chart');
  await drawn(chart);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);

  show(createElement(LantuChart, { blueprint: incomeBlueprint }));
  const ready = heard(chart, 'lantu-ready');
  chart.retry();
  await expect.poll(() => page.connection.asked.length).toBe(2);
  page.connection.last.answer({ ...incomeAnswer });
  await ready;
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
});

test('A reader who chooses a mark is heard with the row, and an error with what is wrong.', async () => {
  const onLantuSelect = vi.fn<(event: CustomEvent<SelectDetail>) => void>();
  const onLantuError = vi.fn<(event: CustomEvent<LantuError>) => void>();
  show(
    createElement(
      'section',
      null,
      createElement(LantuChart, { blueprint: incomeBlueprint, onLantuSelect }),
      createElement(LantuKpi, { blueprint: { ...incomeBlueprint, chart: { type: 'pie' } }, onLantuError }),
    ),
  );
  const chart = page.find<Chart>('lantu-chart');
  await drawn(chart);
  found(chart, '.plot').focus();
  found(chart, '.plot').dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
  found(chart, '.plot').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));

  expect(onLantuSelect.mock.calls.map(([event]) => event.detail)).toEqual([
    { selected: true, row: 0, column: 'income', value: 1_400_000, dimensions: { period: '2023' } },
  ]);
  await expect.poll(() => onLantuError.mock.calls.length).toBe(1);
  expect(onLantuError.mock.calls[0]![0].detail.code).toBe('spec/invalid');
});

test('A catalog hears the elements inside it.', async () => {
  const onLantuError = vi.fn<(event: CustomEvent<LantuError>) => void>();
  show(
    createElement(
      LantuCatalog,
      { onLantuError },
      createElement(LantuTable, { blueprint: { ...incomeBlueprint, version: 2 } }),
    ),
  );
  await expect.poll(() => onLantuError.mock.calls.length).toBe(1);
  expect(onLantuError.mock.calls[0]![0].target).toBe(page.find('lantu-table'));
});

test('An element that React takes away asks nothing any more.', async () => {
  const onLantuReady = vi.fn();
  show(createElement(LantuChart, { blueprint: incomeBlueprint, onLantuReady }));
  await expect.poll(() => page.connection.asked.length).toBe(1);
  const { options } = page.connection.last;
  show(null);

  expect(page.root.querySelector('lantu-chart')).toBeNull();
  expect(options.signal?.aborted).toBe(true);
  page.connection.last.answer(incomeAnswer);
  await new Promise((resolve) => setTimeout(resolve));
  expect(onLantuReady).not.toHaveBeenCalled();
});

test('Sources stand by themselves for an answer that React holds.', async () => {
  show(createElement(LantuSources, { answer: incomeAnswer, theme: 'dark' }));
  const sources = page.find<Sources>('lantu-sources');
  await sources.updateComplete;
  expect(sources.getAttribute('theme')).toBe('dark');
  expect(sources.shadowRoot!.textContent).toContain('一批接着一批干');
});

test('The types know properties and events, and refuse what no page can set.', () => {
  expectTypeOf<LantuChartProps['theme']>().toEqualTypeOf<'light' | 'dark' | undefined>();
  expectTypeOf<LantuChartProps['headingLevel']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<NonNullable<LantuChartProps['onLantuSelect']>>().parameter(0).toEqualTypeOf<CustomEvent<SelectDetail>>();
  const refused = [
    // @ts-expect-error: there are two sizes
    () => createElement(LantuChart, { size: 'huge' }),
    // @ts-expect-error: the answer is the element's to give
    () => createElement(LantuChart, { answer: incomeAnswer }),
    // @ts-expect-error: a card has no marks to choose
    () => createElement(LantuKpi, { onLantuSelect: () => undefined }),
    // @ts-expect-error: the ref is a chart
    () => createElement(LantuChart, { ref: createRef<Sources>() }),
  ];
  expect(refused).toHaveLength(4);
});
