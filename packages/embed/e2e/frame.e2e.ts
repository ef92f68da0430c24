import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { embedCode } from '../src/code/index.ts';
import { html, policyOf, test } from './hosts.ts';

/** Asks until the answer is as expected; a busy machine takes its time. */
const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 15_000 });

const VERSION = '0123456789abcdef';
const BORDERED = '/* an old reset */ * { box-sizing: border-box } iframe { border: 3px solid; padding: 2px }';

/** A standalone page whose content is as high as its address asks, and as its text wraps. */
const WIDGET_PAGE = html('<div id="content"></div><p></p><script type="module" src="/content.js"></script>', {
  root: 'data-lantu-page',
  head: '<script type="module" src="/embed/embed.js"></script>',
});
const CONTENT = `
  const content = document.querySelector('#content');
  globalThis.setHeight = (px) => { content.style.height = px + 'px'; };
  globalThis.setText = (text) => { document.querySelector('p').textContent = text; };
  document.body.style.margin = '0';
  document.querySelector('p').style.margin = '0';
  setHeight(700);`;

const WIDGETS = {
  pages: { '/income/zh-CN.html': WIDGET_PAGE, '/funding/zh-CN.html': WIDGET_PAGE, '/content.js': CONTENT },
  headers: { 'Access-Control-Allow-Origin': '*' },
};

const codeOf = (origin: string, name = 'income') =>
  embedCode({
    way: 'iframe',
    folder: `${origin}/${name}/`,
    version: VERSION,
    loader: `${origin}/embed/embed.js`,
    title: name,
  });
const frameOnly = (origin: string, name?: string) => codeOf(origin, name).split('\n')[1] ?? '';

/** The height inside the frame's borders, in px. */
const heightOf = (page: Page, title = 'income') =>
  page.locator(`iframe[title="${title}"]`).evaluate((frame) => frame.clientHeight);
const inside = (page: Page, title = 'income') => page.frameLocator(`iframe[title="${title}"]`).locator('body');
const setHeight = (page: Page, px: number, title?: string) =>
  inside(page, title).evaluate((_, height) => Reflect.get(globalThis, 'setHeight')(height), px);

describe('a frame of another origin', () => {
  test('grows and shrinks with its content, and then rests', async ({ serve, visit }) => {
    const widgets = await serve(WIDGETS);
    const host = await serve({ pages: { '/': html(codeOf(widgets)) }, csp: policyOf({ hosts: widgets }) });
    const { page, noise } = await visit(host);
    await eventually(() => heightOf(page)).toBe(700);
    for (const px of [1900, 120, 640]) {
      await setHeight(page, px);
      await eventually(() => heightOf(page)).toBe(px);
    }
    const seen = await page.locator('iframe').evaluate(async (frame) => {
      const heights = new Set<number>();
      for (let i = 0; i < 30; i++) {
        heights.add(frame.clientHeight);
        await new Promise(requestAnimationFrame);
      }
      return [...heights];
    });
    expect(seen).toEqual([640]);
    expect(noise).toEqual([]);
  });

  test('follows its text as the page gets narrower and wider', async ({ serve, visit }) => {
    const widgets = await serve(WIDGETS);
    const host = await serve({ pages: { '/': html(codeOf(widgets)) }, csp: policyOf({ hosts: widgets }) });
    const { page } = await visit(host);
    await inside(page).evaluate(() => Reflect.get(globalThis, 'setText')('words '.repeat(400)));
    await eventually(() => heightOf(page)).toBeGreaterThan(750);
    const wide = await heightOf(page);
    await page.setViewportSize({ width: 360, height: 600 });
    await eventually(() => heightOf(page)).toBeGreaterThan(wide + 100);
    await page.setViewportSize({ width: 800, height: 600 });
    await eventually(() => heightOf(page)).toBe(wide);
    expect(await inside(page).evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(false);
  });

  test('has its content’s height inside the borders that an old reset gives it', async ({ serve, visit }) => {
    const widgets = await serve(WIDGETS);
    const styled = html(codeOf(widgets), { head: '<link rel="stylesheet" href="/old.css">' });
    const host = await serve({ pages: { '/': styled, '/old.css': BORDERED }, csp: policyOf({ hosts: widgets }) });
    const { page } = await visit(host);
    await setHeight(page, 333);
    await eventually(() => inside(page).evaluate(() => innerHeight)).toBe(333);
  });

  test('keeps a fitting height and scrolls where the page has no bridge', async ({ serve, visit }) => {
    const widgets = await serve(WIDGETS);
    const host = await serve({ pages: { '/': html(frameOnly(widgets)) }, csp: policyOf({ hosts: widgets }) });
    const { page } = await visit(host);
    await eventually(() => inside(page).evaluate(() => document.documentElement.scrollHeight)).toBe(700);
    expect(await heightOf(page)).toBe(520);
    expect(await inside(page).evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('visible');
  });

  test('is served wherever and whenever it is added, each for itself', async ({ serve, visit }) => {
    const widgets = await serve(WIDGETS);
    const host = await serve({ pages: { '/': html(codeOf(widgets)) }, csp: policyOf({ hosts: widgets }) });
    const { page, noise } = await visit(host);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('data-lantu', '');
      Object.assign(frame, { src, title: 'funding' });
      document.body.append(frame);
    }, `${widgets}/funding/zh-CN.html`);
    await eventually(() => heightOf(page, 'funding')).toBe(700);
    await page.locator('iframe[title="funding"]').scrollIntoViewIfNeeded();
    await setHeight(page, 250, 'funding');
    await eventually(() => heightOf(page, 'funding')).toBe(250);
    await page.locator('iframe[title="income"]').scrollIntoViewIfNeeded();
    await setHeight(page, 900);
    await eventually(() => heightOf(page)).toBe(900);
    expect(noise).toEqual([]);
  });
});

describe('a message that is not the frame’s own', () => {
  const FORGER = html('<script src="/forge.js"></script>');

  test('from another window or origin changes nothing', async ({ serve, visit }) => {
    const widgets = await serve(WIDGETS);
    const forge = `parent.postMessage({ lantu: 1, type: 'resize', height: 3000 }, '*');
      for (let i = 0; i < parent.length; i++) parent[i].postMessage({ lantu: 1, type: 'resized' }, '*');
      parent.postMessage('forged', '*');`;
    const forger = await serve({ pages: { '/': FORGER, '/forge.js': forge } });
    const lantuFrame = `<iframe data-lantu title="moved" src="${widgets}/income/zh-CN.html"></iframe>`;
    const body = `${codeOf(widgets)}${lantuFrame}<iframe title="advert" src="${forger}/"></iframe>`;
    const host = await serve({ pages: { '/': html(body) }, csp: policyOf({ hosts: `'self' ${widgets} ${forger}` }) });
    const { page } = await visit(host);
    await eventually(() => heightOf(page)).toBe(700);
    const forgedTimes = await page.evaluate(async (address) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="moved"]');
      const forged = new Promise<number>((done) => {
        let times = 0;
        addEventListener('message', ({ data }) => {
          if (data === 'forged' && ++times === 1) done(times);
        });
      });
      // The frame's window, now with another origin than its address says.
      frame?.contentWindow?.location.replace(address);
      postMessage({ lantu: 1, type: 'resize', height: 3000 }, '*');
      return forged;
    }, `${forger}/`);
    expect(forgedTimes).toBe(1);
    for (const title of ['income', 'moved', 'advert']) expect(await heightOf(page, title), title).toBeLessThan(1000);
  });

  test('from the frame itself, with a height that is none, changes nothing', async ({ serve, visit }) => {
    const widgets = await serve(WIDGETS);
    const host = await serve({ pages: { '/': html(codeOf(widgets)) }, csp: policyOf({ hosts: widgets }) });
    const { page, noise } = await visit(host);
    await eventually(() => heightOf(page)).toBe(700);
    await inside(page).evaluate(() => {
      for (const height of [
        0,
        -5,
        0.5,
        20_001,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        '900',
        null,
        undefined,
        [900],
        {},
      ]) {
        parent.postMessage({ lantu: 1, type: 'resize', height }, '*');
      }
      for (const other of [
        { lantu: 2, type: 'resize', height: 900 },
        { type: 'resize', height: 900 },
        '900',
        null,
        900,
      ]) {
        parent.postMessage(other, '*');
      }
    });
    await page.evaluate(() => {
      const heights = new Set<string>();
      const frame = document.querySelector('iframe');
      new MutationObserver(() => heights.add(frame?.style.height ?? '')).observe(document, {
        subtree: true,
        attributes: true,
      });
      Object.assign(globalThis, { heights });
    });
    await setHeight(page, 701);
    await eventually(() => heightOf(page)).toBe(701);
    expect(await page.evaluate(() => [...Reflect.get(globalThis, 'heights')])).toEqual(['701px']);
    expect(noise).toEqual([]);
  });
});

test('theme and size of the address reach the page and its widgets, other values do not', async ({ serve, visit }) => {
  const page = html('<lantu-widget></lantu-widget>', {
    root: 'data-lantu-page',
    head: '<script type="module" src="/embed/embed.js"></script>',
  });
  const host = await serve({ pages: { '/p.html': page } });
  const attributes = async (search: string) => {
    const visited = await visit(`${host}/p.html${search}`);
    await visited.page.evaluate(() => customElements.whenDefined('lantu-widget'));
    return visited.page.evaluate(() => {
      const widget = document.querySelector('lantu-widget');
      const { theme, size } = document.documentElement.dataset;
      return [theme, size, widget?.getAttribute('theme'), widget?.getAttribute('size') === 'large'];
    });
  };
  expect(await attributes('?theme=dark&size=large')).toEqual(['dark', 'large', 'dark', true]);
  expect(await attributes('?theme=red&size=9')).toEqual([undefined, undefined, null, false]);
});
