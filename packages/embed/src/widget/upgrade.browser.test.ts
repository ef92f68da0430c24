import { afterEach, expect, test } from 'vitest';
import { blueprint, plain } from '../../test/published.ts';
import { folder, publishedAt, STILL, serve } from '../../test/widget.ts';
import { lookAtAll } from './before.ts';
import { readWidget } from './document.ts';
import { LantuWidget } from './widget.ts';

let count = 0;

afterEach(() => {
  document.body.replaceChildren();
});

/** Widgets that stand in the page with their stills before their tag is defined, as the loader finds them; the documents are read. */
async function waiting(...documents: readonly Parameters<typeof publishedAt>[1][]) {
  count += 1;
  const tag = `lantu-late-${count}`;
  const bases = documents.map(folder);
  serve(Object.assign({}, ...documents.map((more, index) => publishedAt(bases[index]!, more))));
  const codes = bases.map(
    (base) => `<script type="text/plain"></script><${tag} src="${base}widget.json">${STILL}</${tag}>`,
  );
  document.body.innerHTML = `<p>上文</p>${codes.join('')}<p class="below">下文</p>`;
  const widgets = [...document.querySelectorAll<LantuWidget>(tag)];
  const urls = widgets.map((widget) => new URL(widget.getAttribute('src')!, document.baseURI).href);
  await Promise.all(urls.map((url) => readWidget({ kind: 'src', url, integrity: undefined }, tag)));
  const below = document.querySelector('.below')!;
  return {
    widgets,
    widget: widgets[0]!,
    still: widgets[0]!.firstElementChild!,
    belowPx: () => below.getBoundingClientRect().top,
    upgrade: () => {
      lookAtAll(widgets);
      customElements.define(tag, class extends LantuWidget {});
    },
  };
}

const frame = () => new Promise((done) => requestAnimationFrame(done));
const picture = (widget: LantuWidget) => widget.shadowRoot!.querySelector('.plot svg');

/** All that can be done without a frame or a request. */
async function microtasks(): Promise<void> {
  for (let round = 0; round < 100; round += 1) await undefined;
}

test('With its document at hand it is drawn before another frame, in the place that its still had.', async () => {
  const { widget, upgrade, belowPx } = await waiting({ blueprint: plain });
  const before = belowPx();
  const width = widget.firstElementChild!.getBoundingClientRect().width;
  upgrade();
  await microtasks();
  expect(Number(picture(widget)?.getAttribute('width'))).toBe(Math.floor(width));
  expect(widget.shadowRoot!.querySelector('slot')).toBeNull();
  await frame();
  expect(belowPx()).toBeCloseTo(before, 0);
});

test.each([
  ['larger than its neighbours’, in which they collapse', '16px', '40px'],
  ['smaller than its neighbours’, which swallow them', '40px', '16px'],
  ['negative', '40px', '-16px'],
])('Margins that reach out of its still are kept where they are %s.', async (_, around, own) => {
  const { widget, still, upgrade, belowPx } = await waiting({ blueprint: plain });
  for (const each of document.querySelectorAll('p')) (each as HTMLElement).style.margin = around;
  (still as HTMLElement).style.margin = `${own} 0`;
  const before = [still.getBoundingClientRect().top, belowPx()];
  upgrade();
  await expect.poll(() => picture(widget)).not.toBeNull();
  await frame();
  const after = [widget.getBoundingClientRect().top, belowPx()];
  expect(after.map(Math.round)).toEqual(before.map(Math.round));
});

test.each([
  ['first in a section without padding', '<section>', '</section>', 'section { margin: 10px 0 }'],
  [
    'first in the first of the page',
    '<main><div>',
    '</div></main>',
    'body { margin: 4px } body > p:first-child { display: none }',
  ],
  ['in a padded box', '<section>', '</section>', 'section { padding: 10px }'],
  ['in a row', '<section><h2>左</h2>', '</section>', 'section { display: flex; align-items: start }'],
  [
    'in the second row of a grid',
    '<section><h2>一</h2><h2>二</h2>',
    '</section>',
    'section { display: grid; grid-template-columns: 1fr 1fr }',
  ],
])('Margins that reach out of its still are kept %s.', async (_, before, after, css) => {
  const { widget, still, upgrade } = await waiting({ blueprint: plain });
  const box = new DOMParser().parseFromString(`${before}<slot></slot>${after}`, 'text/html').body.firstElementChild!;
  const below = document.querySelector('.below')!;
  const style = document.createElement('style');
  style.textContent = `h2 { margin: 0; width: 300px } ${css}`;
  document.body.append(style);
  widget.replaceWith(box);
  box.querySelector('slot')!.replaceWith(widget);
  (still as HTMLElement).style.margin = '30px 0';
  const tops = (of: Element) => [of, below].map((each) => Math.round(each.getBoundingClientRect().top));
  const stood = tops(still);
  upgrade();
  await expect.poll(() => picture(widget)).not.toBeNull();
  await frame();
  expect(tops(widget.shadowRoot!.querySelector('.title')!)).toEqual(stood);
});

test('Where something else has still to come, its still is on show again with the next frame, until it is drawn.', async () => {
  const { widget, still, upgrade, belowPx } = await waiting({ blueprint });
  const before = belowPx();
  upgrade();
  await microtasks();
  expect(picture(widget)).toBeNull();
  await frame();
  expect(picture(widget)).toBeNull();
  expect(still.checkVisibility()).toBe(true);
  expect(belowPx()).toBeCloseTo(before, 0);
  await expect.poll(() => picture(widget)).not.toBeNull();
  expect(still.checkVisibility()).toBe(false);
});

test('One that is drawn at once keeps its place below another that is not.', async () => {
  const { widgets, upgrade } = await waiting({ blueprint }, { blueprint: plain });
  upgrade();
  await microtasks();
  expect(widgets.map((widget) => picture(widget) !== null)).toEqual([false, true]);
  await expect.poll(() => picture(widgets[0]!)).not.toBeNull();
  expect(widgets.map(({ style }) => style.cssText)).toEqual(['', '']);
});
