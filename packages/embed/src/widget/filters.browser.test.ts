import type { FilterDetail } from '@lantu/elements';
import { type Blueprint, canonicalQuery, optionsQuery } from '@lantu/spec';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { answer, counties } from '../../test/menu.ts';
import { document_, folder, part, publishedAt, put, serve, textOf, VERSION } from '../../test/widget.ts';
import { restoreSettings, withSettings } from '../frame/settings.ts';
import type { LantuWidget } from './widget.ts';

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
});

afterEach(() => {
  for (const each of document.querySelectorAll('lantu-widget')) each.remove();
  document.documentElement.removeAttribute('lang');
});

const selects = (widget: LantuWidget) => [...widget.shadowRoot!.querySelectorAll('select')];
const said = (widget: LantuWidget) => part(widget, '[role="status"]').textContent;
const summary = (widget: LantuWidget) => part(widget, '.summary').textContent;

async function filtered(base = folder(), more: Parameters<typeof publishedAt>[1] = {}, attributes = {}) {
  const server = serve(publishedAt(base, more));
  const widget = put(`${base}widget.json`, attributes);
  await expect.poll(() => selects(widget).length).toBe(3);
  return { server, base, widget };
}

test('Filters offer what the document says, in words; nothing more is fetched for them.', async () => {
  const { widget, server, base } = await filtered();
  expect(server.asked).toEqual([`${base}widget.json`]);
  const offered = selects(widget).map((select) => [...select.options].map(({ text }) => text.trim()));
  expect(offered).toEqual([
    ['全部', '加查县', '墨竹工卡县'],
    ['不限', '2023年', '2024年'],
    ['不限', '2023年', '2024年'],
  ]);
  expect(selects(widget)[0]!.labels[0]!.textContent).toContain('县');
});

test('The rollups are fetched when a reader turns to a filter, and answer it: the figures, the news, the event.', async () => {
  const { widget, server, base } = await filtered();
  selects(widget)[0]!.focus();
  await expect.poll(() => server.asked).toEqual([`${base}widget.json`, `${base}${VERSION}/near.json`]);
  const set = vi.fn<(event: CustomEvent<FilterDetail>) => void>();
  widget.addEventListener('lantu-filter', set);
  await userEvent.selectOptions(selects(widget)[0]!, '加查县');
  await expect.poll(() => summary(widget)).toContain('400元');
  expect(widget.answeredBy).toBe('rollup');
  expect(said(widget)).toBe('已更新');
  expect(set.mock.calls.map(([{ detail }]) => detail.settings)).toEqual([[{ value: '540528' }, {}]]);
  expect(server.asked).toHaveLength(2);
});

test('A range leaves out what would be empty; a button sets all filters back, and the focus is not lost.', async () => {
  const { widget } = await filtered();
  await userEvent.selectOptions(selects(widget)[1]!, '2024年');
  await expect.poll(() => summary(widget)).not.toContain('2023');
  expect([...selects(widget)[2]!.options].map(({ disabled }) => disabled)).toEqual([false, true, false]);
  await userEvent.click(part(widget, '.filters .button'));
  await expect.poll(() => summary(widget)).toContain('2023');
  expect(widget.settings).toEqual([{}, {}]);
  expect(selects(widget)[1]!.value).toBe('');
  expect(widget.shadowRoot!.activeElement).toBe(selects(widget)[0]);
  expect(widget.shadowRoot!.querySelector('.filters .button')).toBeNull();
});

test('A script sets them all at once, and a link to filtered figures does, once there is an answer.', async () => {
  const { widget } = await filtered();
  widget.settings = [{ value: '540528' }, { from: '2024' }];
  await expect.poll(() => summary(widget)).toContain('2024');
  await expect.poll(() => widget.settings).toEqual([{ value: '540528' }, { from: '2024' }]);
  expect(selects(widget).map(({ selectedOptions }) => selectedOptions[0]!.text.trim())).toEqual([
    '加查县',
    '2024年',
    '不限',
  ]);

  const base = folder();
  serve(publishedAt(base));
  const linked = put(`${base}widget.json`);
  const link = new URL(withSettings('https://example.gov.cn/zh-CN.html', [{ value: '540528' }, {}]));
  await restoreSettings(document, link.search);
  await expect.poll(() => summary(linked)).toContain('400元');
  expect(summary(widget)).toContain('400元');
});

test('Another language keeps what is set.', async () => {
  const { widget } = await filtered();
  await userEvent.selectOptions(selects(widget)[0]!, '加查县');
  await expect.poll(() => summary(widget)).toContain('400元');
  document.documentElement.lang = 'en';
  await expect.poll(() => part(widget, '.frame').lang).toBe('en');
  expect(selects(widget)[0]!.selectedOptions[0]!.text.trim()).toBe('Gyaca');
  expect(summary(widget)).toContain('400 yuan');
});

test('Where the rollups are not there, the figures before stay, with the reason; trying again brings the new ones.', async () => {
  const base = folder();
  const { widget, server } = await filtered(base);
  const near = server.files[`${base}${VERSION}/near.json`];
  delete server.files[`${base}${VERSION}/near.json`];
  await userEvent.selectOptions(selects(widget)[0]!, '加查县');
  await expect.poll(() => widget.shadowRoot!.querySelector('[role="alert"]')).not.toBeNull();
  expect(textOf(widget)).toContain('HTTP 404');
  expect(summary(widget)).toContain('700元');
  expect(widget.settings[0]).toEqual({ value: '540528' });

  server.files[`${base}${VERSION}/near.json`] = near;
  await userEvent.click(part(widget, '[role="alert"] button'));
  await expect.poll(() => summary(widget)).toContain('400元');
  expect(selects(widget)[0]!.selectedOptions[0]!.text.trim()).toBe('加查县');
});

test('Told never to load the engine, it says so where only the engine could answer.', async () => {
  const { near: _, ...rest } = document_;
  const base = folder();
  serve({ [`${base}widget.json`]: { ...rest, catalog: '/data/dist/datapackage.json' } });
  const widget = put(`${base}widget.json`, { engine: 'never' });
  await expect.poll(() => selects(widget).length).toBe(3);
  await userEvent.selectOptions(selects(widget)[0]!, '加查县');
  await expect.poll(() => widget.shadowRoot!.querySelector('[role="alert"]')?.textContent).toContain('engine="never"');
  expect(summary(widget)).toContain('700元');
});

test('Widgets of one version fetch its rollups once.', async () => {
  const base = folder();
  const { widget, server } = await filtered(base);
  const other = put(`${base}widget.json`);
  await expect.poll(() => selects(other).length).toBe(3);
  await userEvent.selectOptions(selects(widget)[0]!, '加查县');
  await userEvent.selectOptions(selects(other)[0]!, '墨竹工卡县');
  await expect.poll(() => summary(widget)).toContain('400元');
  await expect.poll(() => summary(other)).toContain('100元');
  expect(server.asked.filter((path) => path.endsWith('near.json'))).toHaveLength(1);
});

test('What no rollup covers the engine answers, over the data that the document names, and says that it is at work.', async () => {
  const blueprint: Blueprint = {
    ...document_.blueprint,
    query: {
      dataset: 'figures',
      dimensions: [{ field: 'period', grain: 'year' }],
      metrics: [{ metric: 'figures.collective-income' }],
      filters: [{ field: 'indicator', op: 'in', values: ['collective-income'] }],
    },
    filters: [{ type: 'choice', field: 'area' }],
  };
  const offer = {
    ...counties,
    query: canonicalQuery(optionsQuery(blueprint, 0)),
    columns: [{ ...counties.columns[0]!, values: ['542527100002'], labels: undefined } as never],
    rowCount: 1,
  };
  const document_1 = {
    ...document_,
    near: undefined,
    catalog: '/data/dist/datapackage.json',
    blueprint,
    answers: [{ ...answer, query: canonicalQuery(blueprint.query) }, offer],
  };
  const words: string[] = [];
  const widget = put(undefined, {}, `<script type="application/json">${JSON.stringify(document_1)}</script>`);
  await expect.poll(() => selects(widget).length).toBe(1);
  new MutationObserver(() => words.push(said(widget))).observe(part(widget, '[role="status"]'), {
    childList: true,
    characterData: true,
    subtree: true,
  });
  await userEvent.selectOptions(selects(widget)[0]!, '542527100002');
  await expect.poll(() => widget.answeredBy, { timeout: 25_000 }).toBe('duckdb-wasm');
  expect(summary(widget)).toContain('54.3%');
  expect(words.some((each) => each.includes('查询引擎'))).toBe(true);
  expect(words.at(-1)).toBe('已更新');
});
