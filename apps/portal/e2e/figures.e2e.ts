import { expect } from 'vitest';
import { test } from './site.ts';
import { answered, answeredBy, choose, partText, widget } from './widgets.ts';

test('the income chart shows 140万元 and 216万元 and how much that is more, from what was baked', async ({ visit }) => {
  const { page } = await visit();
  await answered(page, 'community-income', 'community-income-latest');

  const chart = widget(page, 'community-income');
  expect(await chart.getAttribute('answered-by')).toBe('snapshot');
  const summary = await partText(chart, 'summary');
  for (const words of ['2023年140万元', '2024年216万元', '增长54.3%']) expect(summary).toContain(words);
  const labels = await chart.locator('svg text').allTextContents();
  for (const label of ['2023', '2024', '140', '216']) expect(labels).toContain(label);

  const latest = widget(page, 'community-income-latest');
  expect(await partText(latest, 'value')).toBe('216万元');
  expect(await partText(latest, 'change')).toContain('+54.3%');
});

test('the sentence that the income stands in is one interaction away', async ({ visit }) => {
  const { page } = await visit();
  await answered(page, 'community-income');
  const chart = widget(page, 'community-income');
  const quote = chart.locator('blockquote', { hasText: '2023年社区集体经济收入140万元' });
  expect(await quote.isVisible()).toBe(false);
  await chart.locator('[part="sources"] > summary').click();
  await quote.waitFor();
  expect(await chart.locator('blockquote', { hasText: '2024年攀升至216万元' }).isVisible()).toBe(true);
});

test('every figure comes out as the page has it for readers without script', async ({ visit }) => {
  const { page } = await visit();
  const printed = await page.locator('.figures lantu-widget').evaluateAll((all) =>
    all.map((each) => {
      const alternatives = [...each.querySelectorAll('img')].map(({ alt }) => alt);
      return [each.textContent, ...alternatives].join(' ').replace(/\s+/g, '');
    }),
  );
  await answered(page);
  const live = await page
    .locator('.figures lantu-widget')
    .evaluateAll((all) =>
      all.map((each) => each.shadowRoot?.querySelector('[part="value"]')?.textContent?.replace(/\s+/g, '')),
    );
  expect(live.length).toBeGreaterThan(20);
  for (const [index, value] of live.entries()) expect(printed[index]).toContain(value);

  const villages = widget(page, 'villages-by-prefecture');
  await villages.locator('[part="data"] > summary').click();
  const rows = (table: string) =>
    villages
      .locator(`${table} tbody tr`)
      .evaluateAll((found) => found.map((row) => row.textContent?.replace(/\s/g, '')));
  await villages.locator('[part="table"] tbody tr').first().waitFor();
  expect((await rows('[part="table"]')).length).toBe(7);
  expect(await rows('[part="table"]')).toEqual(await rows('.lantu-still'));
});

test('no request leaves the origin, nothing of the engine is asked for, and the console stays silent', async ({
  visit,
}) => {
  const { page, origin, requests, noise } = await visit();
  await answered(page);
  for (const language of ['bo', 'en']) await page.locator(`.languages a[hreflang="${language}"]`).click();
  for (const each of await page.locator('[data-switch]').all()) await each.click();
  await page.locator('summary').evaluateAll((found) => {
    for (const summary of found) if (summary instanceof HTMLElement) summary.click();
  });
  await expect.poll(() => page.locator('blockquote').first().isVisible()).toBe(true);
  expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('blob:'))).toEqual([]);
  expect(requests.filter((url) => /[.]wasm$|[.]arrow$|worker|datapackage|near[.]json/.test(url))).toEqual([]);
  expect(noise).toEqual([]);
});

test('a filter that the rollup covers is answered without the engine, as DuckDB answers it', async ({ visit }) => {
  const { page, requests, noise } = await visit();
  const kinds = widget(page, 'simulated-income-kinds');
  await answered(page, 'simulated-income-kinds');
  const whole = await partText(kinds, 'summary');
  await choose(kinds, '拉萨市');
  await answeredBy(kinds, 'rollup');
  const lhasa = await partText(kinds, 'summary');
  expect(lhasa).not.toBe(whole);
  await kinds.locator('[part="filters"] [part="button"]').click();
  await answeredBy(kinds, 'snapshot');
  expect(await partText(kinds, 'summary')).toBe(whole);
  expect(requests.filter((url) => /[.]wasm$|[.]arrow$|datapackage/.test(url))).toEqual([]);
  expect(requests.filter((url) => url.endsWith('/near.json')).length).toBe(1);
  expect(noise).toEqual([]);
});

test('a filter that nothing near covers starts the engine, of this origin, and only then', async ({ visit }) => {
  const { page, origin, requests, noise } = await visit();
  const spread = widget(page, 'simulated-income-spread');
  await answered(page, 'simulated-income-spread');
  expect(requests.some((url) => /[.]wasm$|[.]arrow$/.test(url))).toBe(false);
  const whole = await partText(spread, 'summary');
  await choose(spread, '城关区');
  await answeredBy(spread, 'duckdb-wasm');
  expect(await partText(spread, 'summary')).not.toBe(whole);
  expect(requests.some((url) => url.endsWith('.wasm'))).toBe(true);
  expect(requests.some((url) => url.endsWith('/data/collective-income.arrow'))).toBe(true);
  expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('blob:'))).toEqual([]);
  expect(noise).toEqual([]);
});
