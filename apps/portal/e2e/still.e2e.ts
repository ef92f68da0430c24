import { expect } from 'vitest';
import { test } from './site.ts';

test('without script the page has its figures as text and no empty box', async ({ visit }) => {
  const { page, noise } = await visit({ javaScriptEnabled: false });
  const income = page.locator('#income');
  for (const figure of ['140万元', '216万元', '+54.3%']) expect(await income.textContent()).toContain(figure);
  for (const widget of await page.locator('lantu-chart, lantu-kpi, lantu-sources').all()) {
    expect((await widget.textContent())?.trim()).not.toBe('');
  }
  expect(await page.locator('.settings').isVisible()).toBe(false);
  expect(noise).toEqual([]);
});
