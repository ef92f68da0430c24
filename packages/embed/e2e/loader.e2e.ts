import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type EmbedRequest, embedCode } from '../src/code/index.ts';
import { published } from '../test/menu.ts';
import { html, policyOf, SITE, test } from './hosts.ts';

const VERSION = '0123456789abcdef';
const DOCUMENT = documentText('live');
const FROZEN = documentText('frozen');
/** What stands beside a document for a page that has no still in its code. */
const STILL = `<div role="figure" class="lantu-still"><h3>Income</h3><p>140万元，216万元</p>
<svg width="100%" height="200" viewBox="0 0 400 200" preserveAspectRatio="xMinYMin meet"><rect x="40" y="60" width="80" height="140"></rect><rect x="160" y="20" width="80" height="180"></rect></svg>
<script type="application/json" class="lantu-marks">[{"chart":"图表","help":"左右方向键","widthPx":400,"heightPx":200,"direction":"horizontal","plot":[0,0,400,200],"series":1,"marks":[[80,60,40,60,80,140,"2023年","140万元"],[200,20,160,20,80,180,"2024年","216万元"]]}]</script></div>`;
const PAGES = {
  '/widgets/income/widget.json': DOCUMENT,
  [`/widgets/income/${VERSION}/widget.json`]: FROZEN,
  ...Object.fromEntries(
    ['', `${VERSION}/`].flatMap((folder) =>
      ['zh-CN', 'bo', 'en'].map((locale) => [`/widgets/income/${folder}${locale}.inline.html`, STILL]),
    ),
  ),
};
const INTEGRITY = JSON.parse(readFileSync(join(SITE, 'integrity.json'), 'utf8')) as Record<string, string>;
const OLD_PAGE = `<script src="/jquery.js"></script><link rel="stylesheet" href="/old.css">`;
const OLD_CSS = `* { margin: 0; padding: 0; box-sizing: border-box; font: 12px/1 SimSun !important }
  div, p, section, table { float: left; width: 50%; border: 1px solid red } button { display: none } svg { max-width: 10px }`;

/** Asks until the answer is as expected; a busy machine takes its time. */
const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 15_000 });

function documentText(kind: 'live' | 'frozen'): string {
  const { document } = published('https://village.example/widgets/income/', kind);
  if (!document) throw new Error('the fixture has no document');
  const { filters: _, ...blueprint } = document.blueprint;
  return JSON.stringify({ ...document, blueprint, answers: document.answers.slice(0, 1) });
}

function codeOf(base: string, more: Partial<EmbedRequest> = {}): string {
  return embedCode({
    way: 'element',
    folder: `${base}widgets/income/`,
    version: VERSION,
    loader: `${base}embed/embed.js`,
    title: 'Income',
    ...more,
  });
}

function hashOf(text: string): string {
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}

/** Of each widget of the page, whether its bars are there. */
const drawn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('lantu-widget')].map(
      (widget) => (widget.shadowRoot?.querySelectorAll('[part~="chart"] .lt-mark').length ?? 0) > 1,
    ),
  );

const engineRequests = (requests: readonly string[]) => requests.filter((each) => /duckdb|wasm|arrow/.test(each));

describe('two lines of code', () => {
  test('draw the widget with four requests, under a strict policy', async ({ serve, visit }) => {
    const host = await serve({ pages: { ...PAGES, '/': html(codeOf('./')) } });
    const { page, requests, noise } = await visit(host);
    await eventually(() => drawn(page)).toEqual([true]);
    expect(requests.map((each) => each.replace(host, ''))).toEqual([
      '/',
      '/embed/embed.js',
      '/widgets/income/widget.json',
      '/widgets/income/zh-CN.inline.html',
      expect.stringMatching(/^\/embed\/assets\/widget-[\w-]{8}\.js$/),
    ]);
    expect(noise).toEqual([]);
  });

  test('have a picture that answers a pointer, in a frame, before and without what draws the widget', async ({
    serve,
    visitLacking,
  }) => {
    const { page, noise } = await visitLacking({
      page: await serve({ pages: { ...PAGES, '/': html(codeOf('/')) } }),
      lacking: '**/assets/widget-*.js',
    });
    await page.locator('lantu-widget svg rect').first().hover();
    await eventually(() => page.locator('lantu-widget .tooltip').textContent()).toBe('2023年140万元');
    expect(await drawn(page)).toEqual([false]);
    expect(noise.filter((each) => !/ERR_FAILED|dynamically imported/.test(each))).toEqual([]);
  });

  test('fetch document and still ahead, once', async ({ serve, visit }) => {
    const host = await serve({ pages: { ...PAGES, '/': html(codeOf('/', { preload: true, locale: 'en' })) } });
    const { page, requests, noise } = await visit(host);
    await eventually(() => drawn(page)).toEqual([true]);
    expect(requests.filter((each) => each.endsWith('widget.json'))).toHaveLength(1);
    expect(requests.filter((each) => each.endsWith('en.inline.html'))).toHaveLength(1);
    expect(noise).toEqual([]);
  });

  test('draw fifty widgets from one loader', async ({ serve, visit }) => {
    const host = await serve({ pages: { ...PAGES, '/': html(codeOf('/').repeat(50)) } });
    const { page, requests, noise } = await visit(host);
    const isDrawn = async () => {
      await page.mouse.wheel(0, 4000);
      return (await drawn(page)).filter(Boolean).length;
    };
    await eventually(isDrawn).toBe(50);
    expect(requests.filter((each) => each.endsWith('embed.js'))).toHaveLength(1);
    expect(requests.filter((each) => each.endsWith('widget.json'))).toHaveLength(1);
    expect(engineRequests(requests)).toEqual([]);
    expect(noise).toEqual([]);
  });

  test('work beside jQuery and an old style sheet', async ({ serve, visit }) => {
    const jquery = readFileSync(createRequire(import.meta.url).resolve('jquery/dist/jquery.min.js'), 'utf8');
    const pages = {
      ...PAGES,
      '/': html(codeOf('/'), { head: OLD_PAGE }),
      '/jquery.js': jquery,
      '/old.css': OLD_CSS,
    };
    const { page, noise } = await visit(await serve({ pages, csp: policyOf().replace(/require-trusted.*/, '') }));
    await eventually(() => drawn(page)).toEqual([true]);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'jQuery')('lantu-widget').length)).toBe(1);
    const svg = page.locator('lantu-widget [part~="chart"] svg');
    expect(await svg.evaluate((each) => each.getBoundingClientRect().width)).toBeGreaterThan(200);
    expect(noise).toEqual([]);
  });

  test('work in a page of another origin, and the loader then comes with its chunks from its own', async ({
    serve,
    visit,
  }) => {
    const cdn = await serve({ pages: PAGES, headers: { 'Access-Control-Allow-Origin': '*' } });
    const body = codeOf(`${cdn}/`, { locale: 'bo' });
    const { page, requests, noise } = await visit(
      await serve({ pages: { '/': html(body) }, csp: policyOf({ hosts: cdn }) }),
    );
    await eventually(() => drawn(page)).toEqual([true]);
    const chunks = requests.filter((each) => each.includes('/assets/'));
    expect(chunks.length).toBeGreaterThan(0);
    for (const chunk of chunks) expect(chunk.startsWith(`${cdn}/embed/assets/`), chunk).toBe(true);
    expect(noise).toEqual([]);
  });
});

describe('a still', () => {
  const still = '<p>140万元，216万元</p>';

  test('is painted before the element that takes its place is defined, while its document is on its way', async ({
    serve,
    visit,
  }) => {
    const watch = "customElements.whenDefined('lantu-widget').then(() => performance.mark('defined'))";
    const pages = { ...PAGES, '/': html(codeOf('/', { still }), { head: '<script src="/watch.js"></script>' }) };
    const { page, requests, noise } = await visit(await serve({ pages: { ...pages, '/watch.js': watch } }));
    await eventually(() => drawn(page)).toEqual([true]);
    const [painted, defined] = await page.evaluate(() =>
      ['first-contentful-paint', 'defined'].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? Infinity),
    );
    expect(painted).toBeLessThanOrEqual(defined ?? 0);
    expect(requests.filter((each) => each.endsWith('widget.json'))).toHaveLength(1);
    expect(noise).toEqual([]);
  });

  test('answers a pointer, and goes on doing so in the widget that takes its place', async ({ serve, visitLate }) => {
    const { page, noise, bring } = await visitLate(
      await serve({ pages: { ...PAGES, '/': html(codeOf('/', { still: STILL })) } }),
    );
    await page.locator('lantu-widget svg rect').first().hover();
    await eventually(() => page.locator('lantu-widget .lantu-tip .tooltip').textContent()).toBe('2023年140万元');
    bring();
    await eventually(() => drawn(page)).toEqual([true]);
    await eventually(() => page.locator('lantu-widget .stage > .tooltip').textContent()).toContain('2023');
    expect(await page.locator('.lantu-tip').count()).toBe(0);
    expect(noise).toEqual([]);
  });

  test('answers keys, and the widget in its place has the focus and goes on from there', async ({
    serve,
    visitLate,
  }) => {
    const { page, noise, bring } = await visitLate(
      await serve({ pages: { ...PAGES, '/': html(codeOf('/', { still: STILL })) } }),
    );
    await page.locator('lantu-widget svg[tabindex]').waitFor();
    for (const key of ['Tab', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await eventually(() => page.locator('lantu-widget .lantu-tip .tooltip').textContent()).toBe('2024年216万元');
    bring();
    await eventually(() => drawn(page)).toEqual([true]);
    const tooltip = page.locator('lantu-widget .stage > .tooltip');
    await eventually(() => tooltip.textContent()).toContain('2024');
    expect(await page.locator('.lantu-tip').count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await eventually(() => tooltip.textContent()).toContain('2023');
    expect(await page.locator('lantu-widget #help').getAttribute('class')).toBe('help');
    expect(noise).toEqual([]);
  });

  test('of a document with a broken address stays', async ({ serve, visit }) => {
    const body = `<script type="module" src="/embed/embed.js"></script><lantu-widget src="http://[">${still}</lantu-widget>`;
    const { page } = await visit(await serve({ pages: { '/': html(body) } }));
    await page.evaluate(() => customElements.whenDefined('lantu-widget').then(() => undefined));
    expect(await page.locator('lantu-widget p').first().isVisible()).toBe(true);
  });
});

describe('on paper', () => {
  test('a widget that nobody touched has its sources, and does not say that its table is loading', async ({
    serve,
    visit,
  }) => {
    const host = await serve({ pages: { ...PAGES, '/': html(codeOf('/', { still: STILL })) } });
    const { page, requests, noise } = await visit(host);
    await eventually(() => drawn(page)).toEqual([true]);
    const widget = page.locator('lantu-widget');
    await page.emulateMedia({ media: 'print' });
    expect(await widget.getByText('蓝图模拟数据，2026年').isVisible()).toBe(true);
    expect(await widget.locator('[part="data"]').isVisible()).toBe(false);
    expect(await widget.getByText('正在加载').isVisible()).toBe(false);
    expect(requests.filter((each) => /assets\/details-/.test(each))).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await widget.locator('.frame').hover();
    await eventually(() => widget.locator('[part="table"] tbody').count()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await widget.locator('[part="table"] tbody').isVisible()).toBe(true);
    expect(noise).toEqual([]);
  });
});

describe('several loaders on a page', () => {
  /** Another copy of the loader, which says so in its banner. */
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'lantu-embed-'));
    cpSync(SITE, copy, { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test('leave the element to the first, without a word', async ({ serve, visit }) => {
    const body = `<script type="module" src="/embed/0.0.9/embed.js"></script>${codeOf('/')}${codeOf('/')}`;
    const host = await serve({ pages: { ...PAGES, '/': html(body) }, roots: { '/embed/0.0.9/': copy } });
    const { page, requests, noise } = await visit(host);
    await eventually(() => drawn(page)).toEqual([true, true]);
    expect(requests.filter((each) => each.endsWith('widget.json'))).toHaveLength(1);
    await page.evaluate(() => document.querySelector('lantu-widget')?.setAttribute('lang', 'en'));
    await eventually(async () => requests.filter((each) => each.includes('/assets/en-'))).toEqual([
      expect.stringContaining('/embed/0.0.9/assets/en-'),
    ]);
    expect(noise).toEqual([]);
  });

  test('take an address with a query for the one without', async ({ serve, visit }) => {
    const body = `${codeOf('/').replace('embed.js', 'embed.js?v=2')}`;
    const { page, requests, noise } = await visit(await serve({ pages: { ...PAGES, '/': html(body) } }));
    await eventually(() => drawn(page)).toEqual([true]);
    await page.evaluate(() => document.querySelector('lantu-widget')?.setAttribute('lang', 'en'));
    await eventually(() => page.locator('lantu-widget [part~="title"]').textContent()).toContain('Collective income');
    expect(requests.filter((each) => /embed\.js/.test(each)).map((each) => each.split('/').at(-1))).toEqual([
      'embed.js?v=2',
      'embed.js',
    ]);
    expect(noise).toEqual([]);
  });
});

describe('what is wrong', () => {
  const gone = { ...PAGES, '/widgets/income/widget.json': '{"lantu": 99}', '/': html(codeOf('/', { locale: 'en' })) };
  const told = (page: Page) =>
    page
      .locator('lantu-widget')
      .evaluate((each) => each.shadowRoot?.querySelector('[part="error"]')?.textContent ?? '');

  test('is told in the reader’s language, by code that is fetched for it', async ({ serve, visit }) => {
    const { page, requests } = await visit(await serve({ pages: gone }));
    await eventually(() => told(page)).toMatch(/Something is set up wrongly here.*99/s);
    expect(requests.filter((each) => /assets\/aside-/.test(each))).toHaveLength(1);
    expect(await page.locator('lantu-widget button').isVisible()).toBe(true);
  });

  test('is told as the program says it where nothing more can be fetched', async ({ serve, visitLacking }) => {
    const { page } = await visitLacking({ page: await serve({ pages: gone }), lacking: '**/assets/aside-*.js' });
    await eventually(() => told(page)).toMatch(/99/);
  });
});

describe('integrity', () => {
  const chunks = Object.fromEntries(Object.entries(INTEGRITY).filter(([file]) => file.startsWith('assets/')));
  const integrity = { loader: INTEGRITY['embed.js'] ?? '', chunks, document: hashOf(FROZEN) };

  /** A page with the code, and a policy that allows its import map. */
  function hostOf(code: string) {
    const map = /<script type="importmap">(.*?)<\/script>/.exec(code)?.[1] ?? '';
    const inline = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
    return { pages: { ...PAGES, '/': html(code) }, csp: policyOf({ inline }) };
  }

  test('of loader, chunks and document lets through what was published', async ({ serve, visit }) => {
    const code = codeOf('/', { integrity, frozen: true, locale: 'en' });
    const { page, noise } = await visit(await serve(hostOf(code)));
    await eventually(() => drawn(page)).toEqual([true]);
    expect(noise).toEqual([]);
  });

  test('keeps out a loader that was changed', async ({ serve, visit }) => {
    const code = codeOf('/', { integrity: { ...integrity, loader: INTEGRITY['frame.js'] ?? '' } });
    const { page, noise } = await visit(await serve(hostOf(code)));
    await eventually(async () => noise.join()).toMatch(/digest.*embed\.js/s);
    expect(await page.evaluate(() => customElements.get('lantu-widget') === undefined)).toBe(true);
  });

  test('keeps out a chunk that was changed', async ({ serve, visit }) => {
    const wrong = Object.fromEntries(Object.keys(chunks).map((file) => [file, INTEGRITY['frame.js'] ?? '']));
    const code = codeOf('/', { integrity: { ...integrity, chunks: wrong } });
    const { noise } = await visit(await serve(hostOf(code)));
    await eventually(async () => noise.join()).toMatch(/digest.*assets\/widget-/s);
  });

  test('keeps out a frozen document that was changed, and says so', async ({ serve, visit }) => {
    const code = codeOf('/', { integrity: { ...integrity, document: INTEGRITY['frame.js'] ?? '' }, frozen: true });
    const { page } = await visit(await serve(hostOf(code)));
    await eventually(() => page.locator('lantu-widget').evaluate((each) => each.shadowRoot?.textContent ?? '')).toMatch(
      /widget\.json/,
    );
    expect(await drawn(page)).toEqual([false]);
  });
});
