import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { EXAMPLES, test } from './published.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LANGUAGES = ['zh-CN', 'bo', 'en'] as const;
const PATIENCE = { timeout: 180_000 };

const openAll = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all) if (details instanceof HTMLDetailsElement) details.open = true;
  });

/** What axe finds on the page: one line a rule and element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`),
  );
}

const scrollWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test.for(EXAMPLES)(
  'axe finds nothing on the page of %s, and it is no wider than its window, in any language and theme, all opened',
  PATIENCE,
  async (name, { visit }) => {
    for (const locale of LANGUAGES) {
      const { page, noise } = await visit({ path: `/${name}/${locale}.html` });
      await openAll(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page), `${locale} ${colorScheme}`).toEqual([]);
      }
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await scrollWidth(page), `${locale} ${width} px`).toBeLessThanOrEqual(width);
      }
      expect(noise).toEqual([]);
    }
  },
);

test(
  'the page shows the picture of the reader’s theme and window, and prints without its links',
  PATIENCE,
  async ({ visit }) => {
    const shown = async (width: number, colorScheme: 'light' | 'dark') => {
      const { page } = await visit({ path: '/line-gaps/en.html', viewport: { width, height: 800 }, colorScheme });
      return page.locator('img').evaluate((image: HTMLImageElement) => image.currentSrc.replace(/^.*\//, ''));
    };
    expect(await shown(1280, 'light')).toBe('en.light.plot.svg');
    expect(await shown(1280, 'dark')).toBe('en.dark.plot.svg');
    expect(await shown(360, 'light')).toBe('en.light.plot.narrow.svg');
    expect(await shown(360, 'dark')).toBe('en.dark.plot.narrow.svg');
    const { page } = await visit({ path: '/line-gaps/en.html' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('footer').isVisible()).toBe(false);
    expect(await page.locator('img').isVisible()).toBe(true);
  },
);

test.for(['still', 'inline'] as const)(
  'a host without any style sheet shows the %s fragment within its window, and nothing moves when the picture comes',
  PATIENCE,
  async (end, { visit }) => {
    for (const name of EXAMPLES) {
      for (const width of [360, 1280]) {
        const viewport = { width, height: 800 };
        const { page, noise } = await visit({ path: `/${name}/host.bo.${end}.html`, viewport });
        expect(await scrollWidth(page), `${name} ${width} px`).toBeLessThanOrEqual(width);
        expect(noise).toEqual([]);
        const below = () => page.locator('#below').evaluate((element) => element.getBoundingClientRect().top);
        const after = await below();
        await page.route('**/*.svg', () => new Promise(() => {}));
        await page.reload({ waitUntil: 'domcontentloaded' });
        expect(await below(), `${name} ${width} px`).toBe(after);
      }
    }
  },
);

test('a picture in a column of another shape is drawn smaller, not distorted', PATIENCE, async ({ visit }) => {
  const { page } = await visit({ path: '/bar-long-names/host.en.still.html', viewport: { width: 700, height: 800 } });
  const clip = async (width: number) => {
    await page.setViewportSize({ width, height: 800 });
    const box = await page.locator('img').boundingBox();
    return page.screenshot({ clip: { ...box!, width: Math.min(box!.width, 40) } });
  };
  expect(await clip(700)).not.toEqual(await clip(600));
  const { width, height } = (await page.locator('img').boundingBox())!;
  const natural = await page.locator('img').evaluate((image: HTMLImageElement) => image.naturalHeight);
  expect([width, height]).toEqual([600 - 16, natural]);
});
