import { expect } from 'vitest';
import { test } from './site.ts';
import { answered } from './widgets.ts';

const SIMULATED = /\/data\/(?:collective-income|projects|funding|handover|services|county-services)[^/]*\.arrow$/;

test('simulated data come only to who scrolls to them, and every picture and table of theirs says what they are', async ({
  visit,
}) => {
  const { page, requests, noise } = await visit();
  await answered(page);
  expect(requests.filter((url) => SIMULATED.test(url))).toEqual([]);

  const charts = page.locator('#simulated lantu-chart');
  for (const chart of await charts.all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.and(page.locator('[answered-by]')).waitFor();
  }
  expect(requests.filter((url) => SIMULATED.test(url)).length).toBe(7);

  const said = await charts.evaluateAll((all) =>
    all.map((chart) => {
      const text = (selector: string) => chart.shadowRoot?.querySelector(selector)?.textContent ?? '';
      return { picture: text('svg'), summary: text('[part="summary"]'), sources: text('[part="sources"]') };
    }),
  );
  expect(said.length).toBe(7);
  for (const { picture, summary, sources } of said) {
    expect(picture).toContain('模拟数据');
    expect(summary).toContain('模拟');
    expect(sources).toContain('模拟');
  }
  expect(noise).toEqual([]);
});

test('no figure of the report is marked as simulated', async ({ visit }) => {
  const { page } = await visit();
  await answered(page);
  const marked = await page
    .locator('.topic:not(.simulated) :is(lantu-chart, lantu-kpi)')
    .evaluateAll((all) => all.filter((each) => each.shadowRoot?.textContent?.includes('模拟')).length);
  expect(marked).toBe(0);
});
