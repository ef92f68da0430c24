import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plain } from '../../test/published.ts';
import { folder, publishedAt, STILL, serve } from '../../test/widget.ts';
import { defineWidget } from './define.ts';
import type { LantuWidget } from './widget.ts';

let count = 0;

beforeEach(() => {
  // A class can be given one tag, and this page has given it already.
  const define = customElements.define.bind(customElements);
  vi.spyOn(customElements, 'define').mockImplementation((tag, Base) => define(tag, class extends Base {}));
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** A widget with its still whose tag is not defined, and whose document comes when it is told to. */
function waiting() {
  count += 1;
  const tag = `lantu-defined-${count}`;
  const base = folder();
  const files = publishedAt(base, { blueprint: plain });
  let bring = (): void => {};
  const coming = new Promise<void>((done) => (bring = done));
  serve({
    ...files,
    [`${base}widget.json`]: () => coming.then(() => new Response(JSON.stringify(files[`${base}widget.json`]))),
  });
  document.body.innerHTML = `<${tag} src="${base}widget.json">${STILL}</${tag}>`;
  const widget = document.querySelector<LantuWidget>(tag)!;
  return { tag, widget, bring, isDefined: () => customElements.get(tag) !== undefined };
}

const picture = (widget: LantuWidget) => widget.shadowRoot?.querySelector('.plot svg');

test('Widgets are defined when their documents are there, and then drawn at once.', async () => {
  const { tag, widget, bring, isDefined } = waiting();
  const defining = defineWidget(tag, [widget]);
  await new Promise((done) => setTimeout(done, 30));
  expect(isDefined()).toBe(false);
  bring();
  await defining;
  expect(isDefined()).toBe(true);
  for (let round = 0; round < 100; round += 1) await undefined;
  expect(picture(widget)).toBeTruthy();
});

test('A document that is long in coming holds nothing up.', async () => {
  const { tag, widget, isDefined, bring } = waiting();
  await defineWidget(tag, [widget]);
  expect(isDefined()).toBe(true);
  expect(picture(widget)).toBeFalsy();
  bring();
  await expect.poll(() => picture(widget)).toBeTruthy();
});

test('A tag that has been given away in the meantime stays what it is.', async () => {
  customElements.define('lantu-given', class extends HTMLElement {});
  const given = customElements.get('lantu-given');
  await defineWidget('lantu-given', []);
  expect(customElements.get('lantu-given')).toBe(given);
});
