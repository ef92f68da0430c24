import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { blueprint, published } from '../../../test/menu.ts';
import { focused, inside, type MenuHost, shownHost } from '../../../test/menu-host.ts';

const BASE = 'https://example.gov.cn/widgets/village-income/';

afterEach(() => {
  document.body.replaceChildren();
});

/** Chooses "print", and gives the window that is to be printed once it would be. `prints`: whether the browser does it. */
async function printed(prints: boolean, properties: Parameters<typeof shownHost>[0] = {}) {
  const host = await shownHost({ state: published(BASE), ...properties });
  const sheets: Window[] = [];
  const append = document.body.append.bind(document.body);
  vi.spyOn(document.body, 'append').mockImplementation((...nodes) => {
    append(...nodes);
    for (const node of nodes) {
      const sheet = node instanceof HTMLIFrameElement ? node.contentWindow : null;
      if (!sheet) continue;
      vi.spyOn(sheet, 'print').mockImplementation(() => {
        sheets.push(sheet);
        if (prints) sheet.dispatchEvent(new Event('beforeprint'));
      });
    }
  });
  inside(host, '#menu-button').click();
  await expect.poll(() => focused(host)).not.toBe('');
  await userEvent.click(inside(host, '[data-item="print"]'));
  await expect.poll(() => sheets.length, { timeout: 10_000 }).toBe(1);
  const [sheet] = sheets;
  if (!sheet) throw new Error('nothing was printed');
  return { host, sheet };
}

const frames = () => document.querySelectorAll('iframe').length;
const quiet = (host: MenuHost) => host.shadowRoot!.querySelector('.menu-outcome') === null;

test('This widget alone is printed: title, filters, that it is simulated, picture, table and what it rests on.', async () => {
  const state = { ...published(BASE), settings: [{ value: '540528' }] };
  const { host, sheet } = await printed(true, { locale: 'en', theme: 'dark', state });
  const page = sheet.document;
  expect([page.title, page.documentElement.lang]).toEqual(['Collective income of villages', 'en']);
  const words = page.body.textContent;
  expect(words).toContain('County: Gyaca');
  expect(words).toContain('Simulated data, not real');
  expect(words).toContain('more than 2,160,000 yuan');
  expect(words).toContain('Lantu simulation, 2026');
  expect(words).toContain(`${BASE}en.html`);
  expect(page.querySelectorAll('tbody tr')).toHaveLength(3);
  expect(page.querySelector('svg')?.getAttribute('aria-label')).toContain('Collective income');
  const bar = page.querySelector('.lt-fill-1');
  if (!bar) throw new Error('no bar is drawn');
  expect(sheet.getComputedStyle(bar).fill).toBe('rgb(29, 99, 168)');
  expect(sheet.getComputedStyle(page.documentElement).colorScheme).toBe('light');
  await expect.poll(() => quiet(host)).toBe(true);
  expect(frames()).toBe(1);
  sheet.dispatchEvent(new Event('afterprint'));
  expect(frames()).toBe(0);
});

test('The page itself is not touched, and has no second widget for those who do not see it.', async () => {
  const sheetsBefore = document.adoptedStyleSheets.length + document.styleSheets.length;
  const { sheet } = await printed(true);
  const frame = sheet.frameElement as HTMLElement;
  expect(document.adoptedStyleSheets.length + document.styleSheets.length).toBe(sheetsBefore);
  expect([frame.ariaHidden, frame.tabIndex]).toEqual(['true', -1]);
  expect(frame.getBoundingClientRect().right).toBeLessThan(0);
  expect(sheet.document.querySelectorAll('style, [style]:not(html)')).toHaveLength(0);
});

test('In the large mode it is printed in 14 points, the picture with it.', async () => {
  const { sheet } = await printed(true, { size: 'large' });
  expect(sheet.getComputedStyle(sheet.document.body).fontSize).toBe('18.6667px');
  const sizes = [...sheet.document.querySelectorAll('svg [font-size]')].map((each) =>
    Number(each.getAttribute('font-size')),
  );
  expect(sheet.document.querySelectorAll('svg text').length).toBeGreaterThan(0);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
});

test('A table is printed as one, a long one in part, with how long it is.', async () => {
  const periods = Array.from({ length: 300 }, (_, index) => String(1700 + index));
  const { answer } = (await shownHost()).menuState;
  const long = {
    ...answer,
    rowCount: 300,
    cells: {},
    columns: answer.columns.map((column) => ({
      ...column,
      values: column.role === 'metric' ? periods.map(Number) : periods,
    })) as typeof answer.columns,
  };
  const table = { ...blueprint, chart: { type: 'table' } as const };
  const { sheet } = await printed(true, { state: { blueprint: table, answer: long } });
  expect(sheet.document.querySelectorAll('tbody tr')).toHaveLength(200);
  expect(sheet.document.body.textContent).toContain('… 共300行');
  expect(sheet.document.querySelector('svg')).toBe(null);
});

test('Where the page or the browser does not print, that is said, with what to do instead.', async () => {
  const { host } = await printed(false);
  await expect.poll(() => host.said.at(-1), { timeout: 5000 }).toBe('浏览器或本网页不允许打印，请改为下载图片');
  expect(frames()).toBe(0);
});
