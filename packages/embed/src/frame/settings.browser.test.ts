import type { FilterSettings } from '@lantu/spec';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { restoreSettings, withSettings } from './settings.ts';

const PAGE = 'https://example.gov.cn/widgets/income/zh-CN.html?theme=dark';

/** A widget with two filters, as far as an address can set it. */
class Settable extends HTMLElement {
  answer: object | undefined;
  settings: FilterSettings = [{}, {}];
}

beforeAll(() => {
  if (!customElements.get('lantu-widget')) customElements.define('lantu-widget', Settable);
});

afterEach(() => {
  document.body.replaceChildren();
});

function shown(): Settable {
  const widget = document.createElement('lantu-widget') as unknown as Settable;
  document.body.append(widget);
  return widget;
}

test('What an address was given it gives back: to a widget that shows its answer at once, to another when it does.', async () => {
  const settings: FilterSettings = [{ value: null }, { from: '2023', to: '2024' }];
  const link = new URL(withSettings(PAGE, settings));
  expect(link.searchParams.get('theme')).toBe('dark');
  const [ready, later] = [shown(), shown()];
  ready.answer = {};
  await restoreSettings(document, link.search);
  expect([ready.settings, later.settings]).toEqual([settings, [{}, {}]]);
  later.dispatchEvent(new Event('lantu-ready'));
  expect(later.settings).toEqual(settings);
});

test.each([
  ['no JSON', '{'],
  ['no list', '{"value":1}'],
  ['another number of filters', '[{}]'],
  ['something else than settings', '[{"value":{"a":1}},{}]'],
  ['further properties', '[{"value":1,"onload":"x"},{}]'],
  ['null', '[null,{}]'],
])('An address that holds %s sets nothing.', async (_, text) => {
  const widget = shown();
  widget.answer = {};
  await restoreSettings(document, `?f=${encodeURIComponent(text)}`);
  expect(widget.settings).toEqual([{}, {}]);
});
