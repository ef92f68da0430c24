import { expect } from 'vitest';
import { test } from './site.ts';
import { answered, partText, widget } from './widgets.ts';

test('the income chart shows 140万元 and 216万元 and how much that is more, as DuckDB-WASM answers it', async ({
  visit,
}) => {
  const { page } = await visit();
  await answered(page, 'community-income', 'community-income-latest');

  const chart = widget(page, 'community-income');
  expect(await chart.getAttribute('answered-by')).toBe('duckdb-wasm');
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
  expect(await quote.isVisible()).toBe(true);
  expect(await chart.locator('blockquote', { hasText: '2024年攀升至216万元' }).isVisible()).toBe(true);
});

test('every figure comes out as it is printed in the page for readers without script', async ({ visit }) => {
  const { page } = await visit();
  await answered(page);
  const cards = await page.locator('lantu-kpi').evaluateAll((elements) =>
    elements.map((card) => ({
      printed: card.querySelector('b')?.textContent,
      live: card.shadowRoot?.querySelector('[part="value"]')?.textContent,
    })),
  );
  expect(cards.length).toBeGreaterThan(20);
  for (const { printed, live } of cards) expect(live).toBe(printed);

  const villages = widget(page, 'villages-by-prefecture');
  await villages.locator('[part="data"] > summary').click();
  const rows = (table: string) =>
    villages
      .locator(`${table} tbody tr`)
      .evaluateAll((found) => found.map((row) => row.textContent?.replace(/\s/g, '')));
  expect(await rows('[part="table"]')).toEqual(await rows('> table'));
});

test('no request leaves the origin and the console stays silent, from the first byte to the last interaction', async ({
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

  expect(requests.some((url) => url.endsWith('/data/figures.arrow'))).toBe(true);
  expect(requests.some((url) => url.endsWith('.wasm'))).toBe(true);
  expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('blob:'))).toEqual([]);
  expect(noise).toEqual([]);
});
