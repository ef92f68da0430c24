import type { RequestListener } from 'node:http';
import { expect } from 'vitest';
import { test } from './site.ts';
import { widget } from './widgets.ts';

test('without script the page has its figures as pictures, words and tables, and no empty box', async ({ visit }) => {
  const { page, noise } = await visit({ javaScriptEnabled: false });
  const income = page.locator('#income');
  for (const figure of ['140万元', '216万元', '54.3%']) expect(await income.textContent()).toContain(figure);
  for (const widget of await page.locator('lantu-widget').all()) {
    expect((await widget.textContent())?.trim()).not.toBe('');
    for (const picture of await widget.locator('img').all()) {
      expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(0);
    }
  }
  await widget(page, 'community-income').locator('summary').first().click();
  expect(await widget(page, 'community-income').locator('table').isVisible()).toBe(true);
  expect(await page.locator('.settings').isVisible()).toBe(false);

  const pictures = page.locator('lantu-widget img');
  expect(await pictures.count()).toBeGreaterThanOrEqual(10);
  for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => pictures.evaluateAll((all) => all.every((each) => (each as HTMLImageElement).naturalWidth > 0)))
    .toBe(true);
  expect(noise).toEqual([]);
});

test('where the loader cannot be had the stills stay', async ({ visit }) => {
  const lost: RequestListener = ({ url }, response) => {
    if (url === '/embed/embed.js') response.writeHead(404).end();
  };
  const { page } = await visit({ before: lost });
  const income = widget(page, 'community-income');
  expect(await income.getByText('216万元').first().isVisible()).toBe(true);
  expect(await income.locator('img').first().isVisible()).toBe(true);
  expect(await page.evaluate(() => customElements.get('lantu-widget'))).toBeUndefined();
});

test.for([
  { media: 'screen', forcedColors: 'none', isTurned: true },
  { media: 'print', forcedColors: 'none', isTurned: false },
  { media: 'screen', forcedColors: 'active', isTurned: false },
] as const)(
  'the pictures of stills are turned over in the dark page where that leaves them legible: $media, forced colours $forcedColors',
  async ({ isTurned, ...emulated }, { visit }) => {
    for (const javaScriptEnabled of [true, false]) {
      const lost: RequestListener = ({ url }, response) => {
        if (url === '/embed/embed.js') response.writeHead(404).end();
      };
      const { page } = await visit({ before: lost, javaScriptEnabled });
      const filterIn = async (colorScheme: 'light' | 'dark') => {
        await page.emulateMedia({ ...emulated, colorScheme });
        const picture = widget(page, 'community-income').locator('img').first();
        return picture.evaluate((each) => getComputedStyle(each).filter);
      };
      expect(await filterIn('light')).toBe('none');
      expect(await filterIn('dark')).toBe(isTurned ? 'invert(1) hue-rotate(180deg)' : 'none');
    }
  },
);

/** The measure CLS counts as good up to 0.1. A still is replaced in place, in whatever language. */
test.for([
  { width: 360, height: 740, lang: 'zh-CN' },
  { width: 360, height: 740, lang: 'en' },
  { width: 768, height: 1024, lang: 'bo' },
  { width: 1280, height: 900, lang: 'zh-CN' },
  { width: 1280, height: 900, lang: 'bo' },
  { width: 1280, height: 900, lang: 'en' },
])(
  'the layout stays where it is while widgets come alive: $width px, $lang',
  async ({ lang, ...viewport }, { visit }) => {
    const { page } = await visit({ viewport, path: `/?lang=${lang}`, script: countShifts });
    await widget(page, 'community-income').and(page.locator('[answered-by]')).waitFor({ state: 'attached' });
    for (let top = 0; top < (await page.evaluate(() => document.body.scrollHeight)); top += viewport.height / 2) {
      await page.mouse.wheel(0, viewport.height / 2);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    }
    expect(await page.evaluate(() => Reflect.get(window, 'shifted'))).toBeLessThan(0.01);
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
