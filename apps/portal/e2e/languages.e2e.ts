import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './site.ts';

const HEADLINE = {
  'zh-CN': '一张蓝图绘到底',
  bo: 'འཆར་རིས་གཅིག་མཐའ་འཁྱོལ་བྱེད་པ།',
  en: 'One blueprint, drawn to the end',
};

const choose = (page: Page, language: string) =>
  page.locator(`.languages a[hreflang="${language}"]`).dispatchEvent('click');
const headline = (page: Page) => page.locator('h1').textContent();
const rootLanguage = (page: Page) => page.locator('html').getAttribute('lang');

test('a switch of language happens in place and is remembered in the address', async ({ visit }) => {
  const { page } = await visit();
  await page.evaluate(() => {
    Object.assign(window, { stillHere: true });
    scrollTo({ top: 120, behavior: 'instant' });
  });

  await choose(page, 'bo');
  expect(await headline(page)).toBe(HEADLINE.bo);
  expect(await rootLanguage(page)).toBe('bo');
  expect(new URL(page.url()).search).toBe('?lang=bo');
  expect(await page.locator('.review').isVisible()).toBe(true);

  await choose(page, 'en');
  expect(await headline(page)).toBe(HEADLINE.en);
  expect(await page.title()).toContain('Xizang');
  expect(await page.locator('.review').isVisible()).toBe(false);
  expect(await page.locator('.languages [aria-current]').allTextContents()).toEqual(['English']);

  expect(await page.evaluate(() => Reflect.get(window, 'stillHere'))).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(60);
});

test('the history’s back and forward lead through the languages that were chosen', async ({ visit }) => {
  const { page } = await visit();
  await choose(page, 'en');
  await choose(page, 'bo');
  await page.goBack();
  expect(await headline(page)).toBe(HEADLINE.en);
  await page.goBack();
  expect(await headline(page)).toBe(HEADLINE['zh-CN']);
  await page.goForward();
  expect(await headline(page)).toBe(HEADLINE.en);
});

test.for(['zh-CN', 'bo', 'en'] as const)(
  'an address opens the page in its language: %s',
  async (language, { visit }) => {
    const { page } = await visit({ path: `/?lang=${language}#handover` });
    expect(await headline(page)).toBe(HEADLINE[language]);
    expect(await rootLanguage(page)).toBe(language);
    expect(new URL(page.url()).hash).toBe('#handover');
  },
);
