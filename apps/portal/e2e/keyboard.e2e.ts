import { expect } from 'vitest';
import { test } from './site.ts';
import { answered, partText, widget } from './widgets.ts';

test('a keyboard reaches the income chart in one stop, reads it mark by mark, and leaves it', async ({ visit }) => {
  const { page } = await visit();
  await answered(page, 'community-income');
  const chart = widget(page, 'community-income');
  const said = () => chart.locator('[role="status"]').textContent();
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('part') ?? (element?.id || element?.textContent?.trim());
    });

  await page.locator('.contents a').last().focus();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('menu-button');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('chart');

  await page.keyboard.press('ArrowRight');
  expect(await said()).toMatch(/2023年.*1,400,000元/);
  expect(await partText(chart, 'tooltip')).toContain('1,400,000元');
  await page.keyboard.press('ArrowRight');
  expect(await said()).toMatch(/2024年.*2,160,000元/);
  expect(await partText(chart, 'tooltip')).toContain('2,160,000元');
  await page.keyboard.press('Home');
  expect(await said()).toContain('1,400,000元');
  await page.keyboard.press('End');
  expect(await said()).toContain('2,160,000元');

  await page.keyboard.press('Escape');
  expect(await chart.locator('[part="tooltip"]').count()).toBe(0);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe(
    await chart
      .locator('[part="data"] > summary')
      .textContent()
      .then((text) => text?.trim()),
  );
});

test('the first stop of the page leads past everything to its content', async ({ visit }) => {
  const { page } = await visit();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到主要内容');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('language, size and colours are switched by keyboard, and say what is on', async ({ visit }) => {
  const { page } = await visit();
  const large = page.locator('[data-switch="large"]');
  await large.focus();
  await page.keyboard.press('Space');
  expect(await large.getAttribute('aria-pressed')).toBe('true');
  expect(await widget(page, 'community-income').getAttribute('size')).toBe('large');
  await page.reload();
  expect(await large.getAttribute('aria-pressed')).toBe('true');

  const dark = page.locator('[data-switch="dark"]');
  await dark.focus();
  await page.keyboard.press('Enter');
  expect(await dark.getAttribute('aria-pressed')).toBe('true');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});
