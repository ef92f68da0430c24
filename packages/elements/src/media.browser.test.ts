import { html, nothing } from 'lit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { incomeAnswer, incomeBlueprint } from '../test/income.ts';
import { found, heard, stand } from '../test/stand.ts';
import type { LantuChart } from './chart/chart.ts';
import './chart/chart.ts';

interface Devtools {
  send(
    method: 'Emulation.setEmulatedMedia',
    media: { media?: string; features?: { name: string; value: string }[] },
  ): Promise<void>;
}

const devtools = (): Devtools => cdp() as unknown as Devtools;

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
});

afterEach(async () => {
  await devtools().send('Emulation.setEmulatedMedia', { media: '', features: [] });
  stand(nothing);
  document.documentElement.removeAttribute('lang');
});

function emulate(name: string, value: string): Promise<void> {
  return devtools().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
}

async function waiting() {
  const page = stand(html`<lantu-chart .blueprint=${incomeBlueprint}></lantu-chart>`);
  const chart = page.find<LantuChart>('lantu-chart');
  await expect.poll(() => page.connection.asked.length).toBe(1);
  await chart.updateComplete;
  return { ...page, chart };
}

async function drawn() {
  const page = await waiting();
  const ready = heard(page.chart, 'lantu-ready');
  page.connection.last.answer(incomeAnswer);
  await ready;
  return page;
}

/** A colour as the browser computes it. */
function computed(colour: string): string {
  const probe = document.createElement('i');
  probe.style.color = colour;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

test('In forced colours text, marks and focus take the system’s colours, and marks stand out from the ground.', async () => {
  await emulate('forced-colors', 'active');
  const { chart } = await drawn();
  expect(getComputedStyle(found(chart, '.frame')).backgroundColor).toBe(computed('Canvas'));
  expect(getComputedStyle(found(chart, '.summary')).color).toBe(computed('CanvasText'));
  const fill = getComputedStyle(found<Element>(chart, '.lt-fill-1')).fill;
  expect(fill).toBe(computed('CanvasText'));
  expect(fill).not.toBe(computed('Canvas'));
});

test('Colours follow the color-scheme of the page, unless the element has a theme of its own.', async () => {
  const { chart } = await drawn();
  const ground = () => getComputedStyle(found(chart, '.frame')).backgroundColor;
  const light = ground();
  document.documentElement.style.colorScheme = 'dark';
  const dark = ground();
  expect(dark).not.toBe(light);
  chart.theme = 'light';
  await chart.updateComplete;
  expect(ground()).toBe(light);
  document.documentElement.style.colorScheme = '';
  chart.theme = 'dark';
  await chart.updateComplete;
  expect(ground()).toBe(dark);
});

test('A page that says nothing of dark stays light for a reader whose system is dark.', async () => {
  await emulate('prefers-color-scheme', 'dark');
  const { chart } = await drawn();
  expect(getComputedStyle(found(chart, '.frame')).backgroundColor).toBe('rgb(255, 255, 255)');
  document.documentElement.style.colorScheme = 'light dark';
  expect(getComputedStyle(found(chart, '.frame')).backgroundColor).not.toBe('rgb(255, 255, 255)');
  document.documentElement.style.colorScheme = '';
});

test('Where the reader asked for less motion, nothing moves.', async () => {
  await emulate('prefers-reduced-motion', 'reduce');
  const { chart } = await waiting();
  expect(chart.shadowRoot!.getAnimations()).toEqual([]);
  await emulate('prefers-reduced-motion', 'no-preference');
  expect(chart.shadowRoot!.getAnimations()).toHaveLength(1);
});

test('In print the table and the sources are open.', async () => {
  const { chart } = await drawn();
  const [table, origin] = [found(chart, 'table'), found(chart, '.origin-title')];
  expect([table.checkVisibility(), origin.checkVisibility()]).toEqual([false, false]);
  await devtools().send('Emulation.setEmulatedMedia', { media: 'print' });
  expect([table.checkVisibility(), origin.checkVisibility()]).toEqual([true, true]);
});

test('In 320 pixels, and with text spaced as WCAG 1.4.12 has it, nothing is cut off or scrolls sideways.', async () => {
  const { chart, root } = await drawn();
  root.style.display = 'block';
  root.style.width = '320px';
  chart.style.letterSpacing = '0.12em';
  chart.style.wordSpacing = '0.16em';
  chart.style.lineHeight = '1.5';
  for (const lang of ['zh-CN', 'bo', 'en']) {
    document.documentElement.lang = lang;
    await expect.poll(() => found(chart, '.frame').lang).toBe(lang);
    await expect.poll(() => Number(found<Element>(chart, '.plot svg').getAttribute('width'))).toBeLessThan(320);
    for (const details of chart.shadowRoot!.querySelectorAll('details')) details.open = true;
    expect(chart.scrollWidth, lang).toBeLessThanOrEqual(320);
    for (const selector of ['.title', '.summary', '[part="sources"]']) {
      const part = found(chart, selector);
      expect(part.scrollWidth, `${selector} in ${lang}`).toBeLessThanOrEqual(part.clientWidth);
      expect(part.scrollHeight, `${selector} in ${lang}`).toBeLessThanOrEqual(part.clientHeight + 1);
    }
  }
});

test('In the large mode text is 18 px or more and targets are 44 px or more.', async () => {
  const { chart } = await drawn();
  chart.size = 'large';
  await chart.updateComplete;
  for (const details of chart.shadowRoot!.querySelectorAll('details')) details.open = true;
  const texts = [
    ...chart.shadowRoot!.querySelectorAll('.frame :is(p, div, span, th, td, dt, dd, li, text, button, code)'),
  ];
  for (const text of texts.filter((each) => each.textContent.trim())) {
    expect(Number.parseFloat(getComputedStyle(text).fontSize), text.outerHTML.slice(0, 80)).toBeGreaterThanOrEqual(18);
  }
  for (const target of chart.shadowRoot!.querySelectorAll('button, summary, a')) {
    expect(target.getBoundingClientRect().height, target.outerHTML.slice(0, 80)).toBeGreaterThanOrEqual(44);
  }
});
