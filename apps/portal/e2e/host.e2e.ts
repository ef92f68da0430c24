import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { STRICT_CSP } from '../../../tools/serve.mjs';
import { bareCodeOf, CHANGED_OBJECTS, codeOf, HOST, hosting, LOADER, OLD_SITE, published } from './host.ts';
import { test } from './site.ts';
import { answered, answeredBy, choose, partText, widget } from './widgets.ts';

const INCOME = 'community-income';
const SPREAD = 'simulated-income-spread';
const KINDS = 'simulated-income-kinds';

/** jQuery 3 writes markup as it is loaded: its pages cannot ask for Trusted Types. */
const JQUERY_CSP = STRICT_CSP.replace(/; require-trusted-types-for.*$/, '');

/** A host that shows frames of its own origin. */
const FRAMED_CSP = `${STRICT_CSP}; frame-src 'self'`;

const summaryOf = (page: Page, id: string) => partText(widget(page, id), 'summary');
const frame = (within: Locator) => within.locator('[part="frame"]');
const styleOf = (element: Locator, property: string) =>
  element.evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
const boxOf = (element: Locator) => element.evaluate((each) => each.getBoundingClientRect().toJSON() as DOMRect);

/** What the income chart is to be wherever it stands. */
async function expectWhole(page: Page): Promise<void> {
  await answered(page, INCOME);
  const income = widget(page, INCOME);
  for (const words of ['2023年140万元', '2024年216万元', '增长54.3%'])
    expect(await summaryOf(page, INCOME)).toContain(words);
  const chart = income.locator('[part="chart"] svg');
  const { width, height } = await boxOf(chart);
  expect(width).toBeGreaterThan(200);
  expect(height).toBeGreaterThan(150);
  expect(await income.locator('svg text').allTextContents()).toEqual(
    expect.arrayContaining(['2023', '2024', '140', '216']),
  );
}

describe('an old site with a reset and shared objects that it has changed', () => {
  const body = `<div id="place">${codeOf(INCOME)}</div>${codeOf(KINDS)}`;

  test.for([
    ['in standards mode', '<!doctype html>'],
    ['in quirks mode', ''],
  ] as const)('%s changes nothing of a widget', async ([, doctype], { visit }) => {
    const { page, noise } = await visit({
      before: hosting({ body, head: OLD_SITE + LOADER, doctype }),
      path: HOST,
      csp: JQUERY_CSP,
    });
    await expectWhole(page);
    expect(await page.evaluate(() => document.compatMode)).toBe(doctype ? 'CSS1Compat' : 'BackCompat');
    const income = widget(page, INCOME);
    const bar = income.locator('[part="chart"] svg [class*="lt-fill-"]').first();
    expect(await styleOf(bar, 'fill')).not.toBe('rgb(255, 0, 0)');
    const title = income.locator('[part="title"]');
    expect(Number.parseFloat(await styleOf(title, 'font-size'))).toBeGreaterThanOrEqual(14);
    expect(await styleOf(title, 'text-transform')).toBe('none');
    expect(await styleOf(title, 'font-style')).toBe('normal');
    expect(await styleOf(title, 'text-align')).toBe('start');
    expect(await styleOf(title, 'letter-spacing')).toBe('normal');
    expect(await styleOf(title, 'color')).not.toBe('rgb(0, 170, 0)');
    const summary = income.locator('[part="summary"]');
    expect(Number.parseFloat(await styleOf(summary, 'font-size'))).toBeGreaterThanOrEqual(12);
    const lines =
      Number.parseFloat(await styleOf(summary, 'line-height')) / Number.parseFloat(await styleOf(summary, 'font-size'));
    expect(lines).toBeGreaterThanOrEqual(1.4);
    await income.locator('[part="data"] > summary').click();
    await income.locator('[part="table"] tbody tr').first().waitFor();
    expect((await boxOf(income.locator('[part="table"]'))).width).toBeGreaterThan(100);
    await choose(widget(page, KINDS), '拉萨市');
    await answeredBy(widget(page, KINDS), 'rollup');
    expect(noise).toEqual([]);
  });

  test('is left as it was: jQuery, its objects and what its selectors find', async ({ visit }) => {
    const { page } = await visit({ before: hosting({ body, head: OLD_SITE + LOADER }), path: HOST, csp: JQUERY_CSP });
    await expectWhole(page);
    const left = await page.evaluate(() => {
      const { jQuery } = window as unknown as { jQuery: (selector: string) => { length: number } };
      return {
        name: window.name,
        $: Reflect.get(window, '$'),
        found: jQuery('lantu-widget').length,
        inside: jQuery('.frame').length,
      };
    });
    expect(left).toEqual({ name: 'top', $: 'not jQuery', found: 2, inside: 0 });
  });

  test('moves a widget about by jQuery, and what the reader has set stays set', async ({ visit }) => {
    const moved = `${codeOf(KINDS)}<div id="other"></div>`;
    const { page, noise } = await visit({
      before: hosting({ body: moved, head: OLD_SITE + LOADER }),
      path: HOST,
      csp: JQUERY_CSP,
    });
    await answered(page, KINDS);
    await choose(widget(page, KINDS), '拉萨市');
    await answeredBy(widget(page, KINDS), 'rollup');
    const before = await summaryOf(page, KINDS);
    await page.evaluate(() => {
      const { jQuery } = window as unknown as { jQuery: (selector: string) => { appendTo(target: string): void } };
      jQuery('lantu-widget').appendTo('#other');
    });
    await expect.poll(() => page.locator('#other > lantu-widget [part="chart"] svg').count()).toBe(1);
    expect(await summaryOf(page, KINDS)).toBe(before);
    expect(noise).toEqual([]);
  });
});

test('where a script has given all objects a further name, a widget shows its figures all the same', async ({
  visit,
}) => {
  const body = codeOf(INCOME) + codeOf('community-income-latest');
  const { page, noise } = await visit({ before: hosting({ body, head: CHANGED_OBJECTS + LOADER }), path: HOST });
  await expectWhole(page);
  await answered(page, 'community-income-latest');
  expect(await partText(widget(page, 'community-income-latest'), 'value')).toBe('216万元');
  expect(noise).toEqual([]);
});

test('in a page that is read from right to left a widget is drawn as everywhere', async ({ visit }) => {
  const before = hosting({ body: `<main dir="rtl">${codeOf(INCOME)}</main>`, root: 'lang="zh-CN" dir="rtl"' });
  const { page, noise } = await visit({ before, path: HOST });
  await expectWhole(page);
  const income = widget(page, INCOME);
  expect(await styleOf(frame(income), 'direction')).toBe('ltr');
  const title = await boxOf(income.locator('[part="title"]'));
  const menu = await boxOf(income.locator('#menu-button'));
  expect(menu.left).toBeGreaterThan(title.left);
  expect(noise).toEqual([]);
});

test('fifty widgets share one loader, one document each and one engine', async ({ visit }) => {
  const ids = [INCOME, KINDS, SPREAD, 'villages-by-prefecture', 'community-projects'];
  const body = Array.from(
    { length: 50 },
    (_, index) => `<section>${bareCodeOf(ids[index % ids.length] ?? '')}</section>`,
  ).join('');
  const before = hosting({ body, head: LOADER.repeat(50) });
  const { page, requests, noise } = await visit({ before, path: HOST });
  await answered(page);
  expect(await page.locator('lantu-widget[answered-by]').count()).toBe(50);
  for (const spread of (await widget(page, SPREAD).all()).slice(0, 3)) {
    await spread.scrollIntoViewIfNeeded();
    await choose(spread, '城关区');
  }
  for (const spread of (await widget(page, SPREAD).all()).slice(0, 3)) await answeredBy(spread, 'duckdb-wasm');
  const times = (pattern: RegExp) => requests.filter((url) => pattern.test(url)).length;
  expect(times(/\/embed\/embed[.]js$/)).toBe(1);
  expect(times(/[.]wasm$/)).toBe(1);
  expect(times(/\/data\/collective-income[.]arrow$/)).toBe(1);
  expect(times(/\/widget[.]json$/)).toBe(ids.length);
  expect(page.workers().length).toBe(1);
  expect(noise).toEqual([]);
});

test('two loaders of two addresses on one page leave the tag to the first, and every widget lives', async ({
  visit,
}) => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../../packages/embed/package.json', import.meta.url), 'utf8'),
  );
  const head = `<script type="module" src="embed/${version}/embed.js"></script>${LOADER}`;
  const before = hosting({ body: codeOf(INCOME) + bareCodeOf(KINDS), head });
  const { page, requests, noise } = await visit({ before, path: HOST });
  await expectWhole(page);
  await answered(page, KINDS);
  await choose(widget(page, KINDS), '拉萨市');
  await answeredBy(widget(page, KINDS), 'rollup');
  const chunks = requests.filter((url) => /\/embed\/.*assets\//.test(url));
  expect(chunks.length).toBeGreaterThan(0);
  expect(chunks.filter((url) => !url.includes(`/embed/${version}/assets/`))).toEqual([]);
  expect(noise).toEqual([]);
});

test('a widget that is taken out of the page while it loads leaves nothing behind, and comes alive when put back', async ({
  visit,
}) => {
  const released: (() => void)[] = [];
  const hold: RequestListener = ({ url }, response) => {
    if (url !== `/widgets/${INCOME}/widget.json`) return;
    response.flushHeaders();
    released.push(() => response.end(published(`${INCOME}/widget.json`)));
  };
  const host = hosting({ body: codeOf(INCOME) });
  const before: RequestListener = (request, response) => {
    host(request, response);
    hold(request, response);
  };
  const { page, noise } = await visit({ before, path: HOST });
  await expect.poll(() => released.length).toBe(1);
  await page.evaluate(() => {
    const element = document.querySelector('lantu-widget');
    element?.remove();
    Object.assign(window, { taken: element });
  });
  for (const release of released) release();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  await page.evaluate(() => document.body.append(Reflect.get(window, 'taken')));
  await expectWhole(page);
  expect(noise).toEqual([]);
});

test.for([
  ['a hidden panel', `<div id="panel" hidden>${codeOf(KINDS)}</div>`],
  ['a closed disclosure', `<details id="panel"><summary>打开</summary>${codeOf(KINDS)}</details>`],
] as const)(
  'in %s a widget fetches nothing, and is drawn to its place when that opens',
  async ([, body], { visit }) => {
    const { page, requests, noise } = await visit({ before: hosting({ body }), path: HOST });
    await page.evaluate(() => customElements.whenDefined('lantu-widget'));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    expect(requests.filter((url) => url.endsWith('/widget.json'))).toEqual([]);
    await page.evaluate(() => {
      const panel = document.querySelector('#panel');
      if (panel instanceof HTMLDetailsElement) panel.open = true;
      else panel?.removeAttribute('hidden');
    });
    await answered(page, KINDS);
    const kinds = widget(page, KINDS);
    const drawn = await boxOf(kinds.locator('[part="chart"] svg'));
    const room = await boxOf(kinds);
    expect(drawn.width).toBeGreaterThan(room.width * 0.8);
    expect(drawn.width).toBeLessThanOrEqual(room.width);
    expect(noise).toEqual([]);
  },
);

test('without script an old site shows the picture, its words and the table', async ({ visit }) => {
  const before = hosting({ body: codeOf(INCOME) });
  const { page } = await visit({ before, path: HOST, javaScriptEnabled: false });
  const income = widget(page, INCOME);
  const picture = income.locator('img');
  await expect.poll(() => picture.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  expect(await picture.getAttribute('alt')).toContain('2024年216万元');
  await income.locator('summary').first().click();
  expect(await income.locator('tbody tr').allTextContents()).toEqual(['2023年1,400,000元', '2024年2,160,000元']);
});

test('in a frame a published page grows with what its reader opens, and shrinks again', async ({ visit }) => {
  const body = `<iframe data-lantu src="widgets/${INCOME}/zh-CN.html" title="收入" width="100%" height="520"></iframe>`;
  const head = '<script type="module" src="embed/frame.js"></script>';
  const { page, noise } = await visit({ before: hosting({ body, head }), path: HOST, csp: FRAMED_CSP });
  const height = () => page.locator('iframe').evaluate((each) => each.clientHeight);
  const inside = page.frameLocator('iframe');
  await inside.locator('lantu-widget[answered-by]').waitFor();
  const content = () => inside.locator('html').evaluate((each) => Math.ceil(each.getBoundingClientRect().height));
  await expect.poll(async () => (await height()) - (await content())).toBe(0);
  const closed = await height();
  const disclosure = inside.locator('[part="data"] > summary');
  await disclosure.click();
  await expect.poll(height).toBeGreaterThan(closed + 40);
  await expect.poll(async () => (await height()) - (await content())).toBe(0);
  await disclosure.click();
  await expect.poll(height).toBe(closed);
  expect(noise).toEqual([]);
});

test('a frozen widget keeps its figures when those of the live one change', async ({ visit }) => {
  const live = JSON.parse(published(`${INCOME}/widget.json`));
  const changed = JSON.stringify(live).replaceAll('2160000', '3000000');
  const frozen = `widgets/${INCOME}/${live.version}/widget.json`;
  const host = hosting({ body: `${bareCodeOf(INCOME)}<lantu-widget id="frozen" src="${frozen}"></lantu-widget>` });
  const before: RequestListener = (request, response) => {
    host(request, response);
    if (request.url === `/widgets/${INCOME}/widget.json`) response.end(changed);
  };
  const { page, noise } = await visit({ before, path: HOST });
  await page.locator('#frozen[answered-by]').waitFor({ state: 'attached' });
  await answered(page, INCOME);
  expect(await summaryOf(page, INCOME)).toContain('2024年300万元');
  expect(await partText(page.locator('#frozen'), 'summary')).toContain('2024年216万元');
  expect(noise).toEqual([]);
});

test('on paper a widget has its figures and none of its buttons', async ({ visit }) => {
  const { page } = await visit({ before: hosting({ body: codeOf(INCOME) }), path: HOST });
  await expectWhole(page);
  await page.emulateMedia({ media: 'print' });
  const income = widget(page, INCOME);
  expect(await income.locator('[part="chart"] svg').isVisible()).toBe(true);
  expect(await income.locator('[part="title"]').isVisible()).toBe(true);
  expect(await income.locator('#menu-button').isVisible()).toBe(false);
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
});
