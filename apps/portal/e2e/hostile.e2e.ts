import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { Dataset, Filter, Metric } from '@lantu/spec';
import { Dictionary, Float64, Int32, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { expect } from 'vitest';
import { BUILT, test } from './site.ts';
import { answered, answeredBy, widget } from './widgets.ts';

const HOSTILE = [
  '"; DROP TABLE areas; --',
  "'",
  '"',
  '<img src=x onerror="hit=1">',
  `${'长'.repeat(102_400)}`,
  '\\',
  '$1',
  '{{x}}',
];
const [FIELD = '', MEASURE = '', , MARKUP = '', LONG = ''] = HOSTILE;
const AMOUNTS = HOSTILE.map((_, index) => index + 1);

/** A dataset whose fields are named by hostile strings and hold them. */
function hostileStream(): Uint8Array {
  const words = vectorFromArray(HOSTILE, new Dictionary(new Utf8(), new Int32()));
  return tableToIPC(new Table({ [FIELD]: words, [MEASURE]: vectorFromArray(AMOUNTS, new Float64()) }), 'stream');
}

const stream = hostileStream();
const titled = (text: string) => ({ 'zh-CN': text, bo: text, en: text });

const dataset: Dataset = {
  name: 'hostile',
  path: 'hostile.arrow',
  format: 'arrow',
  mediatype: 'application/vnd.apache.arrow.stream',
  bytes: stream.length,
  hash: `sha256:${createHash('sha256').update(stream).digest('hex')}`,
  schema: {
    fields: [
      { name: FIELD, type: 'string', 'lantu:role': 'dimension', 'lantu:title': titled(MARKUP) },
      { name: MEASURE, type: 'number', 'lantu:role': 'measure', 'lantu:unit': 'project' },
    ],
  },
  'lantu:title': titled(MARKUP),
  'lantu:rows': HOSTILE.length,
  'lantu:natures': ['transcribed'],
  'lantu:statuses': ['A'],
  'lantu:origins': [MARKUP],
  'lantu:asOf': '2025-12-31',
};

const metric: Metric = {
  code: `hostile.${MARKUP}`,
  dataset: 'hostile',
  title: titled(MARKUP),
  unit: 'project',
  decimals: 0,
  measure: { op: 'sum', field: MEASURE, where: [{ field: FIELD, op: 'in', values: HOSTILE }] },
};

const origin = {
  id: MARKUP,
  title: titled(MARKUP),
  producer: titled(FIELD),
  citation: titled(MARKUP),
  url: 'javascript:hit=1',
};

const filters: Filter[] = [{ field: FIELD, op: 'not-in', values: [`${FIELD} `, `${MEASURE}${MEASURE}`] }];

const blueprint = {
  version: 1,
  id: 'community-income',
  title: titled(MARKUP),
  subtitle: titled(FIELD),
  notes: titled(LONG),
  query: { dataset: 'hostile', dimensions: [{ field: FIELD }], metrics: [{ metric: metric.code }], filters },
  chart: { type: 'bar' },
};

/** As published, but without an answer: the engine is asked. */
const widgetDocument = {
  lantu: 1,
  version: '0123456789abcdef',
  folder: './',
  blueprint,
  answers: [],
  catalog: '../../data/datapackage.json',
  locales: ['zh-CN', 'bo', 'en'],
};

const catalog = JSON.parse(readFileSync(`${BUILT}/data/datapackage.json`, 'utf8'));
catalog.resources.push(dataset);
catalog['lantu:metrics'].push(metric);
catalog['lantu:origins'].push(origin);

const before: RequestListener = ({ url }, response) => {
  if (url === '/data/datapackage.json') response.end(JSON.stringify(catalog));
  if (url === '/data/hostile.arrow') response.end(stream);
  if (url === '/widgets/community-income/widget.json') response.end(JSON.stringify(widgetDocument));
};

test('names and values that look like SQL or markup are data, however long', async ({ visit }) => {
  const { page, noise } = await visit({ before });
  await answered(page);
  const chart = widget(page, 'community-income');
  await answeredBy(chart, 'duckdb-wasm');
  await chart.locator('summary').evaluateAll((all) => {
    for (const summary of all) if (summary instanceof HTMLElement) summary.click();
  });

  await chart.locator('[part="table"] tbody tr').first().waitFor();
  const rows = await chart
    .locator('[part="table"] tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const found = new Map(rows.map(([word, amount]) => [word, Number.parseInt(amount ?? '', 10)]));
  expect(found).toEqual(new Map(HOSTILE.map((word, index) => [word, index + 1])));

  expect(await chart.locator('[part="title"]').textContent()).toContain(MARKUP);
  expect(await chart.locator('[part="frame"] :is(img, a[href^="javascript:"])').count()).toBe(0);
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  expect(await page.locator('lantu-widget [part="error"]').count()).toBe(0);
  expect(noise).toEqual([]);
});
