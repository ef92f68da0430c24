import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect } from 'vitest';
import { test, type Visit } from './site.ts';
import { answered } from './widgets.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LANGUAGES = ['zh-CN', 'bo', 'en'] as const;

const choose = ({ page }: Visit, language: string) =>
  page.locator(`.languages a[hreflang="${language}"]`).dispatchEvent('click');

/** What axe finds on the page, its shadow roots included: one line a rule and element. */
async function violations({ page }: Visit): Promise<string[]> {
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`),
  );
}

test.for(['light', 'dark'] as const)(
  'axe finds nothing in three languages, regular and large, with everything opened: %s',
  { timeout: 120_000 },
  async (colorScheme, { visit }) => {
    const visited = await visit({ colorScheme });
    const { page } = visited;
    await answered(page);
    await page.evaluate(AXE);
    for (const language of LANGUAGES) {
      await choose(visited, language);
      expect(await violations(visited), language).toEqual([]);
    }
    await page.locator('[data-switch="large"]').click();
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) if (details instanceof HTMLDetailsElement) details.open = true;
    });
    expect(await violations(visited), 'large and opened').toEqual([]);
  },
);

test('axe finds nothing in stills that answer keys already', async ({ visit }) => {
  const visited = await visit({
    before: ({ url = '' }, response) => {
      if (/assets\/widget-/.test(url)) response.writeHead(503).end();
    },
  });
  const { page } = visited;
  await page.locator('lantu-widget img[tabindex]:visible').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('lantu-widget .tooltip').waitFor();
  await page.evaluate(AXE);
  expect(await violations(visited)).toEqual([]);
});

test('nothing is wider than the window, at 320 px and wider, in three languages, regular and large', async ({
  visit,
}) => {
  const visited = await visit();
  const { page } = visited;
  await answered(page);
  for (const width of [320, 360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const size of ['regular', 'large']) {
      for (const language of LANGUAGES) {
        await choose(visited, language);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const contentWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(contentWidth, `${width} px, ${language}, ${size}`).toBeLessThanOrEqual(width);
      }
      await page.locator('[data-switch="large"]').dispatchEvent('click');
    }
  }
});

test.for([
  { size: 'regular', least: 24 },
  { size: 'large', least: 44 },
])('what is pressed is $least px high or more: $size', async ({ size, least }, { visit }) => {
  const { page } = await visit({ viewport: { width: 360, height: 800 } });
  await answered(page);
  if (size === 'large') await page.locator('[data-switch="large"]').click();
  const low = await page
    .locator('button, summary, .settings a, .contents a')
    .evaluateAll(
      (targets, least) =>
        targets
          .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < least)
          .map(
            (target) =>
              `${target.localName} ${target.textContent?.trim()}: ${target.getBoundingClientRect().height} px`,
          ),
      least,
    );
  expect(low).toEqual([]);
});
