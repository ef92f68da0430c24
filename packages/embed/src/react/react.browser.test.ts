import type { FilterDetail, ReadyDetail } from '@lantu/elements';
import { LantuError, type WidgetDocument } from '@lantu/spec';
import { createElement, createRef, type ReactNode, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, expectTypeOf, test, vi } from 'vitest';
import { answer, blueprint } from '../../test/menu.ts';
import type { LantuWidget as Widget } from '../widget/index.ts';
import { LantuWidget, type LantuWidgetProps } from './react.ts';

const { filters: _, ...plain } = blueprint;
const document_: WidgetDocument = {
  lantu: 1,
  version: '0123456789abcdef',
  folder: './',
  blueprint: plain,
  answers: [answer],
  locales: ['zh-CN', 'bo', 'en'],
};
const src = URL.createObjectURL(new Blob([JSON.stringify(document_)], { type: 'application/json' }));

let app: HTMLElement;
let root: Root | undefined;

beforeEach(() => {
  document.documentElement.lang = 'en';
  app = document.createElement('div');
  document.body.append(app);
});

afterEach(() => {
  flushSync(() => root?.unmount());
  root = undefined;
  app.remove();
  document.documentElement.removeAttribute('lang');
});

function show(content: ReactNode): void {
  root ??= createRoot(app);
  flushSync(() => root?.render(createElement(StrictMode, null, content)));
}

function widgetIn(place: Element): Widget {
  const widget = place.querySelector('lantu-widget');
  if (!widget) throw new Error('no <lantu-widget>');
  return widget;
}

test('A widget is drawn from its document; handlers get its events, the ref is the element.', async () => {
  const ref = createRef<Widget>();
  const onLantuReady = vi.fn<(event: CustomEvent<ReadyDetail>) => void>();
  show(createElement(LantuWidget, { ref, src, size: 'large', theme: 'dark', headingLevel: 2, onLantuReady }));
  await expect.poll(() => onLantuReady.mock.calls.length).toBe(1);

  const widget = widgetIn(app);
  expect(ref.current).toBe(widget);
  expect(onLantuReady.mock.calls[0]![0].detail).toEqual({ answer, answeredBy: 'snapshot' });
  const title = widget.shadowRoot!.querySelector('.title')!;
  expect([title.textContent.trim(), title.getAttribute('aria-level')]).toEqual(['Collective income of villages', '2']);
  expect([widget.getAttribute('size'), widget.getAttribute('theme')]).toEqual(['large', 'dark']);
});

test('What a server wrote is taken over: the still stays in place until the widget is drawn.', async () => {
  const onLantuReady = vi.fn();
  const page = createElement(
    LantuWidget,
    { src, className: 'wide', onLantuReady },
    createElement('p', null, 'a still'),
  );
  app.innerHTML = '<lantu-widget class="wide"><p>a still</p></lantu-widget>';
  const still = app.querySelector('p');
  flushSync(() => {
    root = hydrateRoot(app, page);
  });
  await expect.poll(() => onLantuReady.mock.calls.length).toBe(1);
  expect(app.querySelector('p')).toBe(still);
  expect(widgetIn(app).shadowRoot!.querySelector('.plot svg')).not.toBeNull();
});

test('An address that leads nowhere is told as an error, and the still stays.', async () => {
  const onLantuError = vi.fn<(event: CustomEvent<LantuError>) => void>();
  show(createElement(LantuWidget, { src: '/nowhere/widget.json', loading: 'eager', onLantuError }, 'a still'));
  await expect.poll(() => onLantuError.mock.calls.length).toBe(1);
  expect(onLantuError.mock.calls[0]![0].detail).toBeInstanceOf(LantuError);
  expect(widgetIn(app).textContent).toBe('a still');
});

test('A widget that React takes away leaves nothing, and its handler is not called any more.', async () => {
  const onLantuReady = vi.fn();
  show(createElement(LantuWidget, { src, onLantuReady }));
  show(null);
  expect(app.childElementCount).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(onLantuReady).not.toHaveBeenCalled();
});

test('The types know properties and events, and refuse what no page can set.', () => {
  expectTypeOf<LantuWidgetProps['engine']>().toEqualTypeOf<'auto' | 'never' | undefined>();
  expectTypeOf<NonNullable<LantuWidgetProps['onLantuFilter']>>()
    .parameter(0)
    .toEqualTypeOf<CustomEvent<FilterDetail>>();
  const refused = [
    // @ts-expect-error: loading is lazy or eager
    () => createElement(LantuWidget, { loading: 'soon' }),
    // @ts-expect-error: the answer is the element's to give
    () => createElement(LantuWidget, { answer }),
    // @ts-expect-error: a widget has a document, not a blueprint
    () => createElement(LantuWidget, { blueprint }),
  ];
  expect(refused).toHaveLength(3);
});
