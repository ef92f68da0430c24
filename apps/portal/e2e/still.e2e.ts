import type { RequestListener } from 'node:http';
import { expect } from 'vitest';
import { test } from './site.ts';
import { answered, widget } from './widgets.ts';

test('without script the page has its figures as text and no empty box', async ({ visit }) => {
  const { page, noise } = await visit({ javaScriptEnabled: false });
  const income = page.locator('#income');
  for (const figure of ['140万元', '216万元', '+54.3%']) expect(await income.textContent()).toContain(figure);
  for (const widget of await page.locator('lantu-chart, lantu-kpi, lantu-sources').all()) {
    if (await widget.isVisible()) expect((await widget.textContent())?.trim()).not.toBe('');
  }
  expect(await page.locator('#simulated lantu-chart').first().isVisible()).toBe(false);
  expect(await page.locator('.settings').isVisible()).toBe(false);
  expect(noise).toEqual([]);
});

test('while the engine is on its way a reader of Chinese sees the printed figures, others what is coming', async ({
  visit,
}) => {
  const held: RequestListener = ({ url }, response) => {
    if (url?.endsWith('.wasm')) response.flushHeaders();
  };
  const { page } = await visit({ before: held });
  const income = widget(page, 'community-income');
  await income.locator('[part="loading"]').waitFor();
  expect(await income.getByText('216万元').isVisible()).toBe(true);

  await page.locator('.languages a[hreflang="en"]').click();
  await income.getByText('Collective income of the Zharinanmucuo community').waitFor();
  expect(await income.getByText('216万元').isVisible()).toBe(false);
  expect(await income.locator('[part="loading"]').isVisible()).toBe(true);
});

/** The measure CLS counts as good up to 0.1. A printed figure is replaced in place; where there is none, a heading comes before its chart. */
test.for([
  { width: 360, height: 740, lang: 'zh-CN', most: 0.01 },
  { width: 768, height: 1024, lang: 'bo', most: 0.05 },
  { width: 1280, height: 900, lang: 'zh-CN', most: 0.01 },
  { width: 1280, height: 900, lang: 'en', most: 0.05 },
])(
  'layout shifts by at most $most while the figures come in: $width px, $lang',
  async ({ lang, most, ...viewport }, { visit }) => {
    const { page } = await visit({ viewport, path: `/?lang=${lang}`, script: countShifts });
    await answered(page);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
    expect(await page.evaluate(() => Reflect.get(window, 'shifted'))).toBeLessThan(most);
  },
);

/** Runs in the page: adds up its layout shifts, as the measure CLS does. */
function countShifts(): void {
  Object.assign(window, { shifted: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      Reflect.set(window, 'shifted', Reflect.get(window, 'shifted') + Reflect.get(entry, 'value'));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
