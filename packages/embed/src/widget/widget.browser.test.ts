import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { counties, income } from '../../test/menu.ts';
import { answers, plain } from '../../test/published.ts';
import { document_, folder, part, publishedAt, put, STILL, serve, textOf } from '../../test/widget.ts';
import type { LantuWidget } from './widget.ts';

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
});

afterEach(() => {
  for (const each of document.querySelectorAll('lantu-widget, .far, .below')) each.remove();
  document.documentElement.removeAttribute('lang');
});

const unfiltered = { ...document_, blueprint: plain };

async function drawn(widget: LantuWidget): Promise<LantuWidget> {
  await expect.poll(() => widget.shadowRoot?.querySelector('.plot svg')).not.toBeNull();
  return widget;
}

async function alone(attributes: Record<string, string> = {}, inside = '') {
  const base = folder();
  const server = serve({ [`${base}widget.json`]: unfiltered });
  return { server, base, widget: await drawn(put(`${base}widget.json`, attributes, inside)) };
}

test('It is drawn from its document, which is all that is fetched, and says by what it was answered.', async () => {
  const base = folder();
  const server = serve({ [`${base}widget.json`]: unfiltered });
  const ready = vi.fn<(event: Event) => void>();
  document.addEventListener('lantu-ready', ready, { once: true });
  const widget = await drawn(put(`${base}widget.json`));
  expect(server.asked).toEqual([`${base}widget.json`]);
  expect(widget.answeredBy).toBe('snapshot');
  expect(widget.getAttribute('answered-by')).toBe('snapshot');
  expect(ready).toHaveBeenCalledOnce();
  expect(part(widget, '.title').textContent.trim()).toBe('村集体经济收入');
  expect(part(widget, '.summary').textContent).toContain('700元');
});

test('A document written inside it needs no request.', async () => {
  const server = serve({});
  const json = JSON.stringify(unfiltered);
  await drawn(put(undefined, {}, `<script type="application/json">${json}</script>`));
  expect(server.asked).toEqual([]);
});

test('It is alive: one tab stop for the picture, arrow keys from mark to mark, each said once.', async () => {
  const { widget } = await alone();
  part(widget, '.plot').focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => part(widget, '[role="status"]').textContent).toContain('300元');
  expect(part(widget, '.tooltip').textContent).toContain('300元');
});

test('The table and the sources are there once a reader opens them.', async () => {
  const { widget } = await alone();
  await userEvent.click(part(widget, '[part="data"] > summary'));
  await expect.poll(() => widget.shadowRoot!.querySelectorAll('tbody tr').length).toBe(2);
  await userEvent.click(part(widget, '[part="sources"] > summary'));
  expect(part(widget, '[part="sources"]').textContent).toContain('蓝图模拟数据');
});

test.for([
  ['no file', undefined, 'HTTP 404'],
  ['no JSON', '<html>', '<html>'],
  ['no widget', { blueprint: plain }, 'as published by'],
  ['a format that is newer', { ...unfiltered, lantu: 2 }, 'received format 2'],
  ['a type that it does not draw', { ...unfiltered, blueprint: { ...plain, chart: { type: 'pie' } } }, '"pie"'],
] as const)(
  'Where there is %s it says so in its place, and the still stays; trying again goes on.',
  async ([, reply, words]) => {
    const base = folder();
    const server = serve({ [`${base}widget.json`]: reply });
    const told = vi.fn<(event: Event) => void>();
    document.addEventListener('lantu-error', told, { once: true });
    const widget = put(`${base}widget.json`, {}, '<p>2024年：700元</p>');
    await expect.poll(() => widget.shadowRoot!.querySelector('[role="alert"]')).not.toBeNull();
    expect(`${textOf(widget)} received format 2 as published by`).toContain(words);
    expect(widget.querySelector('p')!.checkVisibility()).toBe(true);
    expect(told).toHaveBeenCalledOnce();

    server.files[`${base}widget.json`] = unfiltered;
    await userEvent.click(part(widget, '[role="alert"] button'));
    await drawn(widget);
    expect(widget.shadowRoot!.querySelector('[role="alert"]')).toBeNull();
    expect(widget.querySelector('p')!.checkVisibility()).toBe(false);
    expect(widget.shadowRoot!.activeElement).toBe(part(widget, '.frame'));
  },
);

test('A document of another hash is refused, and told apart from a broken line.', async () => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(unfiltered)]));
  const widget = put(url, { integrity: `sha384-${'A'.repeat(64)}` });
  await expect.poll(() => widget.shadowRoot!.querySelector('[role="alert"]')).not.toBeNull();
  expect(textOf(widget)).toContain('this is not the file that was published');
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  const cut = put('/cut.json', { integrity: `sha384-${'A'.repeat(64)}` });
  await expect.poll(() => cut.shadowRoot!.querySelector('[role="alert"]')).not.toBeNull();
  expect(textOf(cut)).toContain('could not be fetched');
});

test('Far below the window nothing is fetched until it comes near; an eager one does not wait.', async () => {
  const base = folder();
  const server = serve({ [`${base}widget.json`]: unfiltered });
  const far = document.createElement('div');
  far.className = 'far';
  far.style.setProperty('height', `${innerHeight * 6}px`);
  document.body.append(far);
  const lazy = put(`${base}widget.json`);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(server.asked).toEqual([]);
  lazy.scrollIntoView();
  await drawn(lazy);
  scrollTo(0, 0);
  const other = folder();
  server.files[`${other}widget.json`] = unfiltered;
  await drawn(put(`${other}widget.json`, { loading: 'eager' }));
});

test('Widgets that name one document fetch it once.', async () => {
  const base = folder();
  const server = serve({ [`${base}widget.json`]: unfiltered });
  const widgets = Array.from({ length: 50 }, () => put(`${base}widget.json`, { loading: 'eager' }));
  await Promise.all(widgets.map(drawn));
  expect(server.asked).toHaveLength(1);
});

test('Coming alive it keeps the height of its still, so that nothing below it moves.', async () => {
  const below = document.createElement('p');
  below.className = 'below';
  below.textContent = '下文';
  const base = folder();
  serve({
    [`${base}widget.json`]: () => new Promise((resolve) => setTimeout(() => resolve(Response.json(unfiltered)), 200)),
  });
  const shifts: number[] = [];
  const widget = put(`${base}widget.json`, {}, STILL);
  document.body.append(below);
  await new Promise((resolve) => setTimeout(resolve, 80));
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
  });
  observer.observe({ type: 'layout-shift' });
  const before = [widget.getBoundingClientRect().height, below.getBoundingClientRect().top];
  await drawn(widget);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect([widget.getBoundingClientRect().height, below.getBoundingClientRect().top]).toEqual(before);
  expect(shifts).toEqual([]);
  observer.disconnect();
});

test.each([430, 220, 40])(
  'In the place of a still with a picture of %i px, every row keeps its name and its figure.',
  async (height) => {
    const names = ['加查县', '措勤县', '墨脱县', '察雅县', '左贡县', '芒康县', '洛隆县', '边坝县', '班戈县'];
    const [county] = counties.columns;
    const columns = [
      { ...county, labels: undefined, name: 'county', values: names },
      { ...income, values: names.map((_, index) => 100 + index) },
    ];
    const document = {
      ...unfiltered,
      blueprint: { ...plain, chart: { type: 'bar', orientation: 'horizontal' } },
      answers: [{ ...answers[0], columns, cells: {}, rowCount: names.length }],
    };
    const base = folder();
    serve({ [`${base}widget.json`]: document });
    const still = STILL.replace('430', String(height)).replace('margin: 0', 'margin: 0; padding-bottom: 100px');
    const widget = await drawn(put(`${base}widget.json`, { style: 'width: 600px' }, still));
    await new Promise((resolve) => setTimeout(resolve, 120));
    const texts = (role: string) =>
      [...widget.shadowRoot!.querySelectorAll(`.plot .${role} text`)].map((each) => each.textContent.trim());
    expect(texts('lt-name')).toEqual(names);
    expect(texts('lt-value')).toEqual(names.map((_, index) => String(100 + index)));
  },
);

test('It has a frame where its still has one, or the page says so; else what stands in it stays at the edge.', async () => {
  const frame = async (attributes: Record<string, string>, inside: string): Promise<number> => {
    const { widget } = await alone(attributes, inside);
    const insetPx = part(widget, '.title').getBoundingClientRect().left - widget.getBoundingClientRect().left;
    widget.remove();
    return insetPx;
  };
  const framed = await frame({}, '');
  expect(framed).toBeGreaterThan(8);
  expect(await frame({}, STILL)).toBe(0);
  expect(await frame({}, STILL.replace('margin: 0', 'margin: 0; padding: 1em'))).toBe(framed);
  expect(await frame({ theme: 'dark' }, STILL)).toBe(framed);
  expect(await frame({ style: '--lantu-padding: 7px' }, STILL)).toBe(8);
});

test.each([8, -8])('Where it is %i px higher than its still, spaces give way and not the picture.', async (morePx) => {
  const { widget: bare } = await alone({ style: '--lantu-padding: 0; --lantu-border: 0' });
  const naturalPx = part(bare, '.frame').getBoundingClientRect().height;
  const picturePx = part(bare, '.plot svg').getBoundingClientRect().height;
  const still = `<div style="height: ${naturalPx - morePx}px"><img alt="" width="100%" height="${picturePx}"></div>`;
  const { widget } = await alone({}, still);
  expect(part(widget, '.plot svg').getBoundingClientRect().height).toBe(picturePx);
  expect(widget.getBoundingClientRect().height).toBeCloseTo(naturalPx - morePx, 0);
});

test('Being upgraded moves nothing either: what stands inside keeps its type and its margins.', async () => {
  const base = folder();
  serve({ [`${base}widget.json`]: () => new Promise(() => {}) });
  const page = document.createElement('div');
  page.className = 'below';
  page.lang = 'bo';
  page.style.setProperty('font', '13px/1.2 serif');
  page.innerHTML = `<div>${STILL}<p>2024</p></div><p>下文</p>`;
  document.body.append(page);
  const plainly = page.getBoundingClientRect().height;
  const widget = document.createElement('lantu-widget');
  widget.setAttribute('src', `${base}widget.json`);
  widget.innerHTML = page.firstElementChild!.innerHTML;
  page.firstElementChild!.replaceWith(widget);
  await widget.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(page.getBoundingClientRect().height).toBe(plainly);
});

test('What a reader has opened of the still is open in the widget, and the focus goes on in it.', async () => {
  const base = folder();
  let give: (response: Response) => void = () => {};
  serve({ [`${base}widget.json`]: () => new Promise((resolve) => (give = resolve)) });
  const widget = put(`${base}widget.json`, {}, STILL);
  await widget.updateComplete;
  const [table] = widget.querySelectorAll('details');
  table!.open = true;
  table!.querySelector('summary')!.focus();
  await expect.poll(() => give.length).toBe(1);
  give(Response.json(unfiltered));
  await drawn(widget);
  await expect.poll(() => part<HTMLDetailsElement>(widget, '[part="data"]').open).toBe(true);
  expect(part<HTMLDetailsElement>(widget, '[part="sources"]').open).toBe(false);
  expect(widget.shadowRoot!.activeElement).toBe(part(widget, '[part="data"] > summary'));
});

test.for(['zh-CN', 'bo', 'en'])('axe finds nothing, with filters and everything opened: %s', async (lang) => {
  document.documentElement.lang = lang;
  const base = folder();
  serve(publishedAt(base));
  const widget = await drawn(put(`${base}widget.json`));
  expect(part(widget, '.frame').lang).toBe(lang);
  for (const details of widget.shadowRoot!.querySelectorAll('details')) details.open = true;
  await expect.poll(() => widget.shadowRoot!.querySelector('table')).not.toBeNull();
  const { violations } = await axe.run(widget);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
