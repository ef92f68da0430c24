import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { published } from '../test/menu.ts';
import { html, policyOf, test } from './hosts.ts';

const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 15_000 });

const FOLDER = '/widgets/village-income/';
const { document: widget } = published(`https://example.gov.cn${FOLDER}`);
const FILES: Readonly<Record<string, string>> = {
  [`${FOLDER}widget.json`]: JSON.stringify(widget),
  // None.
  [`${FOLDER}zh-CN.inline.html`]: '',
  [`${FOLDER}${widget?.version}/zh-CN.light.png`]: 'the published picture',
  [`${FOLDER}zh-CN.still.html`]: '<figure lang="zh-CN"><img src="./zh-CN.light.svg" alt=""></figure>',
};
const BODY = `<script type="module" src="/embed/embed.js"></script><lantu-widget src="${FOLDER}widget.json"></lantu-widget>`;

const menuButton = (page: Page): Locator => page.locator('lantu-widget #menu-button');
const item = (page: Page, name: string): Locator => page.locator(`lantu-widget [data-item="${name}"]`);
const said = (page: Page): Promise<string | null> => page.locator('lantu-widget .menu-outcome').textContent();

async function choose(page: Page, name: string): Promise<void> {
  await menuButton(page).click();
  await item(page, name).click();
}

async function saved(page: Page, name: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, name)]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

describe('the menu in a page with a strict policy and Trusted Types', () => {
  test('is fetched when it is first opened, and saves every kind of file', async ({ serve, visit }) => {
    const origin = await serve({ pages: { '/': html(BODY), ...FILES } });
    const { page, requests, noise } = await visit(origin);
    await menuButton(page).waitFor();
    const fetchedOf = (chunk: string) => requests.filter((url) => url.includes(`/assets/${chunk}-`)).length;
    expect([fetchedOf('panel'), fetchedOf('xlsx'), fetchedOf('print'), fetchedOf('dialog')]).toEqual([0, 0, 0, 0]);

    const csv = await saved(page, 'csv');
    expect(csv.name).toBe('village-income.csv');
    expect(csv.content.toString()).toContain('2023年,1400000,');
    expect([fetchedOf('panel'), fetchedOf('xlsx')]).toEqual([1, 0]);
    const xlsx = await saved(page, 'xlsx');
    expect([xlsx.name, xlsx.content.subarray(0, 2).toString()]).toEqual(['village-income.xlsx', 'PK']);
    const svg = await saved(page, 'svg');
    expect([svg.name, svg.content.toString().slice(0, 4)]).toEqual(['village-income.svg', '<svg']);
    const png = await saved(page, 'png');
    expect([png.name, png.content.subarray(1, 4).toString()]).toEqual(['village-income.png', 'PNG']);
    expect(png.content.readUInt32BE(16)).toBe(1280);

    await choose(page, 'table');
    await eventually(() => page.locator('lantu-widget details[part="data"] tbody tr').count()).toBe(3);
    await choose(page, 'embed');
    await eventually(() => page.locator('lantu-widget #embed-code').inputValue()).toContain(
      `${origin}${FOLDER}widget.json`,
    );
    expect(await page.locator('lantu-widget #embed-code').inputValue()).toContain(`src="${origin}/embed/embed.js"`);
    await page.keyboard.press('Escape');
    expect(requests.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url))).toEqual([]);
    // The fonts were not published here; that a picture does without them is no fault of the page.
    expect(noise.filter((line) => !line.includes('404'))).toEqual([]);
  });

  test('prints the widget alone, from a frame that the policy lets be drawn', async ({ serve, visit }) => {
    const origin = await serve({ pages: { '/': html(`${BODY}<p>The page around it.</p>`), ...FILES } });
    const { page, noise } = await visit(origin);
    await menuButton(page).waitFor();
    const printed = page.waitForFunction(() => {
      const frame = document.querySelector<HTMLIFrameElement>('body > iframe');
      const text = frame?.contentDocument?.body.textContent ?? '';
      return text.includes('村集体经济收入') && frame?.contentDocument?.adoptedStyleSheets.length === 1 && text;
    });
    await choose(page, 'print');
    const text = String(await (await printed).jsonValue());
    expect(text).toContain('超过2,160,000元');
    expect(text).not.toContain('The page around it.');
    expect(noise).toEqual([]);
  });

  test('copies a link by a press of a key, or shows it', async ({ serve, visit }) => {
    const origin = await serve({ pages: { '/': html(BODY), ...FILES } });
    const { page } = await visit(origin);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    await menuButton(page).focus();
    await page.keyboard.press('ArrowUp');
    await eventually(() => page.locator('lantu-widget [role="menuitem"]').count()).toBe(9);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await eventually(() => said(page)).toBe('已复制链接');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${origin}${FOLDER}zh-CN.html`);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await choose(page, 'link');
    await eventually(() => page.locator('lantu-widget .menu-outcome textarea').inputValue()).toBe(
      `${origin}${FOLDER}zh-CN.html`,
    );
  });
});

test('a picture is set in the published fonts, also where the page allows no fonts', async ({ serve, visit }) => {
  const font = createRequire(import.meta.url).resolve(
    '@fontsource-variable/noto-serif-tibetan/files/noto-serif-tibetan-tibetan-wght-normal.woff2',
  );
  const folder = await mkdtemp(join(tmpdir(), 'lantu-fonts-'));
  for (const name of ['bo.woff2', 'bo.600.woff2']) await copyFile(font, join(folder, name));
  const body = BODY.replace('<lantu-widget', '<lantu-widget lang="bo"');
  const pictures: string[] = [];
  for (const roots of [{ [`${FOLDER}${widget?.version}/`]: folder }, {}]) {
    const origin = await serve({ pages: { '/': html(body), ...FILES }, roots });
    const { page } = await visit(origin);
    pictures.push((await saved(page, 'png')).content.toString('base64'));
  }
  await rm(folder, { recursive: true });
  expect(pictures[0]).not.toBe(pictures[1]);
});

test('where the policy forbids data: pictures, the published PNG is saved', async ({ serve, visit }) => {
  const csp = policyOf().replace(' data:', '');
  const origin = await serve({ pages: { '/': html(BODY), ...FILES }, csp });
  const { page } = await visit(origin);
  const png = await saved(page, 'png');
  expect([png.name, png.content.toString()]).toEqual(['village-income.png', 'the published picture']);
});

test('a menu whose code cannot be fetched says so, and opens once it can be', async ({ serve, visit }) => {
  const origin = await serve({ pages: { '/': html(BODY), ...FILES } });
  const { page } = await visit(origin);
  await menuButton(page).waitFor();
  await page.route('**/assets/panel-*', (route) => route.abort());
  await menuButton(page).click();
  await eventually(() => page.locator('lantu-widget .menu .menu-failure').textContent()).toBe(
    '未能完成，请检查网络后重试',
  );
  expect(await menuButton(page).getAttribute('aria-expanded')).toBe('false');
  await page.unroute('**/assets/panel-*');
  await menuButton(page).click();
  await eventually(() => page.locator('lantu-widget [role="menuitem"]').count()).toBe(9);
});
