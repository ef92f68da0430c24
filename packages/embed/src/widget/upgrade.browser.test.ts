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

/** A widget that stands in the page with its still before its tag is defined, as the loader finds it; the document is read. */
async function waiting(more: Parameters<typeof publishedAt>[1]) {
  const base = folder();
  serve(publishedAt(base, more));
  count += 1;
  const tag = `lantu-late-${count}`;
  document.body.innerHTML = `<p>上文</p><${tag} src="${base}widget.json">${STILL}</${tag}><p class="below">下文</p>`;
  const widget = document.querySelector<LantuWidget>(tag)!;
  await readWidget(
    { kind: 'src', url: new URL(`${base}widget.json`, document.baseURI).href, integrity: undefined },
    tag,
  );
  const below = document.querySelector('.below')!;
  return {
    widget,
    still: widget.firstElementChild!,
    belowPx: () => below.getBoundingClientRect().top,
    upgrade: () => {
      lookAtAll([widget]);
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
