import { beforeEach, expect, test, vi } from 'vitest';
import type { AnswerUnit } from '../answer.ts';
import type { Locale } from '../localized.ts';

/** A page of its own for each test: no language is loaded in it. */
let page: typeof import('./index.ts');

beforeEach(async () => {
  vi.resetModules();
  page = await import('./index.ts');
});

const VILLAGE: AnswerUnit = { code: 'village', title: { 'zh-CN': '个村' }, kind: 'count' };

test('a page has the languages that it imports and no others', async () => {
  expect((['zh-CN', 'bo', 'en'] as const).filter(page.isLoaded)).toEqual([]);
  await import('./en.ts');
  expect((['zh-CN', 'bo', 'en'] as const).filter(page.isLoaded)).toEqual(['en']);
  expect(page.formatter('en').text('loading')).toBe('Loading');
});

test('a language that is not loaded is refused with what is loaded and how to load it', async () => {
  expect(() => page.formatter('bo')).toThrow(RangeError);
  expect(() => page.formatter('bo')).toThrow('the language "bo" is not loaded; loaded are: none.');
  await import('./zh-CN.ts');
  expect(() => page.formatter('bo')).toThrow(
    'the language "bo" is not loaded; loaded are: zh-CN. Import \'@lantu/spec/locale/bo\', or wait for loadLanguage("bo")',
  );
});

test('a language that Lantu does not speak is refused with those that it speaks', () => {
  expect(() => page.formatter('fr' as Locale)).toThrow('no such language: "fr"; there are zh-CN, bo, en');
});

test.each([
  ['zh-CN', '正在加载'],
  ['bo', 'སྒྲིག་བཞིན་པ།'],
  ['en', 'Loading'],
] as const)('loadLanguage fetches %s alone', async (locale, loading) => {
  await page.loadLanguage(locale);
  expect((['zh-CN', 'bo', 'en'] as const).filter(page.isLoaded)).toEqual([locale]);
  expect(page.formatter(locale).text('loading')).toBe(loading);
});

test('a language keeps its formatter, however often it is loaded', async () => {
  await page.loadLanguage('en');
  const first = page.formatter('en');
  await page.loadLanguage('en');
  await import('./all.ts');
  expect(page.formatter('en')).toBe(first);
});

test('a unit that is not translated is written as in Chinese where the texts of Chinese are not loaded', async () => {
  await page.loadLanguage('en');
  expect(page.formatter('en').compact(216_000, VILLAGE)).toBe('21.6万个村');
});

test('the texts of menus and filters are there once they were asked for, and from then on in every language', async () => {
  await page.loadLanguage('en');
  expect(() => page.formatter('en').text('menu.print')).toThrow(
    'the text "menu.print" is not loaded in "en"; wait for loadControls("en")',
  );
  await import('./bo.ts');
  expect((['zh-CN', 'bo', 'en'] as const).filter(page.isLoaded)).toEqual(['bo', 'en']);

  await page.loadControls('en');
  expect(page.formatter('en').text('menu.print')).toBe('Print');
  expect((['zh-CN', 'bo', 'en'] as const).filter(page.isLoaded)).toEqual(['en']);

  await Promise.all([page.loadLanguage('bo'), page.loadLanguage('zh-CN')]);
  expect(page.formatter('zh-CN').text('menu.print')).toBe('打印');
  expect((['zh-CN', 'bo', 'en'] as const).filter(page.isLoaded)).toEqual(['zh-CN', 'bo', 'en']);
});

test('a language that is on its way when the texts of menus are asked for brings them too', async () => {
  const bo = page.loadLanguage('bo');
  await Promise.all([page.loadControls('en'), bo]);
  expect(page.isLoaded('bo')).toBe(true);
  expect(page.formatter('bo').text('menu.print')).toBe('པར་འདེབས།');
});
