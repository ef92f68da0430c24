import { html, nothing, render } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { incomeBlueprint } from '../test/income.ts';
import { found, textOf } from '../test/stand.ts';
import './index.ts';
import type { LantuChart } from './chart/chart.ts';
import type { LantuKpi } from './kpi/kpi.ts';

const CATALOG = '/data/dist/datapackage.json';
const root = document.createElement('div');
root.lang = 'zh-CN';
document.body.append(root);

afterEach(() => {
  render(nothing, root);
});

const query = {
  dataset: 'figures',
  dimensions: [{ field: 'period', grain: 'year' }],
  metrics: [{ metric: 'figures.collective-income' }],
  filters: [
    { field: 'area', op: 'in', values: ['542527100002'] },
    { field: 'indicator', op: 'in', values: ['collective-income'] },
  ],
  provenance: 'cells',
};

test('Over the built data, DuckDB-WASM answers a chart and a card: 140万元, 216万元, +54.3%, each with its sentence.', async () => {
  render(
    html`<lantu-catalog src=${CATALOG}>
      <lantu-chart .blueprint=${{ ...incomeBlueprint, query }}></lantu-chart>
      <lantu-kpi .blueprint=${{ ...incomeBlueprint, query, chart: { type: 'kpi' } }}></lantu-kpi>
    </lantu-catalog>`,
    root,
  );
  const chart = found<LantuChart>(root, 'lantu-chart');
  const kpi = found<LantuKpi>(root, 'lantu-kpi');
  await expect.poll(() => chart.answeredBy, { timeout: 25_000 }).toBe('duckdb-wasm');
  await expect.poll(() => kpi.answeredBy).toBeDefined();
  await chart.updateComplete;

  for (const words of ['140万元', '216万元', '54.3%']) expect(found(chart, '.summary').textContent).toContain(words);
  for (const words of ['1,400,000元', '2,160,000元']) expect(found(chart, 'table').textContent).toContain(words);
  expect(textOf(chart)).toContain('2024年攀升至216万元');
  expect(found(kpi, '[part="number"]').textContent).toBe('216');
  expect(found(kpi, '[part="change"]').textContent).toContain('+54.3%');

  const again = document.createElement('lantu-chart');
  again.blueprint = { ...incomeBlueprint, query };
  again.catalog = CATALOG;
  root.append(again);
  await expect.poll(() => again.answeredBy).toBe('memory');
  again.remove();
});

test('A blueprint written inside the element is read, also when it comes later or changes.', async () => {
  render(html`<lantu-kpi catalog=${CATALOG}></lantu-kpi>`, root);
  const kpi = found<LantuKpi>(root, 'lantu-kpi');
  await kpi.updateComplete;
  expect(textOf(kpi)).toBe('');

  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = JSON.stringify({ ...incomeBlueprint, query, chart: { type: 'kpi' } });
  kpi.append(script);
  await expect
    .poll(() => kpi.shadowRoot!.querySelector('[part="number"]')?.textContent, { timeout: 25_000 })
    .toBe('216');

  script.textContent = '{';
  await expect
    .poll(() => kpi.shadowRoot!.querySelector('[role="alert"]')?.textContent)
    .toContain('the script in <lantu-kpi>');
  expect(found(kpi, '[part="number"]').textContent).toBe('216');
});

test('An element is there before its catalog is known to the page, and finds it when it comes.', async () => {
  const late = document.createElement('late-catalog');
  late.innerHTML = '<lantu-kpi></lantu-kpi>';
  root.append(late);
  const kpi = found<LantuKpi>(late, 'lantu-kpi');
  kpi.blueprint = { ...incomeBlueprint, query, chart: { type: 'kpi' } };
  await expect.poll(() => kpi.shadowRoot!.querySelector('[role="alert"]')?.textContent).toContain('catalog');

  customElements.define('late-catalog', class extends (customElements.get('lantu-catalog')!) {});
  (late as HTMLElement & { src: string }).src = CATALOG;
  await expect
    .poll(() => kpi.shadowRoot!.querySelector('[part="number"]')?.textContent, { timeout: 25_000 })
    .toBe('216');
  late.remove();
});
