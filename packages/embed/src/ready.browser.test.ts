import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { ready } from './ready.ts';
import { answerOf } from './widget/asked.ts';

const NEVER = new Promise<Response>(() => {});
const STILL = '<div class="lantu-still"><p>140万元</p></div>';

let fetched: MockInstance<typeof fetch>;

beforeEach(() => {
  fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async (address) =>
      String(address).endsWith('.json') ? new Response('{}') : new Response('', { status: 404 }),
    );
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** No tag that is defined here: they stand as before the loader has run. */
function stand(html: string): HTMLElement[] {
  document.body.innerHTML = html;
  return [...document.querySelectorAll<HTMLElement>('lantu-widget')];
}

const asked = (): string[] => fetched.mock.calls.map(([address]) => new URL(String(address)).pathname);

test('a page without widgets is ready, and nothing is fetched', async () => {
  expect(await ready(document)).toEqual([]);
  expect(asked()).toEqual([]);
});

test('the documents of the widgets in the window are asked for, each once, and waited for by nobody', async () => {
  const widgets = stand(`<lantu-widget src="/w/a/widget.json">${STILL}</lantu-widget>
    <lantu-widget src="/w/a/widget.json">${STILL}</lantu-widget><lantu-widget src="/w/b/widget.json">${STILL}</lantu-widget>`);
  fetched.mockReturnValue(NEVER);
  expect(await ready(document)).toEqual(widgets);
  expect(asked()).toEqual(['/w/a/widget.json', '/w/b/widget.json']);
});

test('what was asked for is given to who reads it, once', async () => {
  stand(`<lantu-widget src="/w/ahead/widget.json">${STILL}</lantu-widget>`);
  await ready(document);
  const url = new URL('/w/ahead/widget.json', location.href).href;
  expect(await (await answerOf(url, undefined)).text()).toBe('{}');
  expect(asked()).toHaveLength(1);
  await answerOf(url, undefined);
  expect(asked()).toHaveLength(2);
});

test('a document that is refused or cannot be had holds nothing up, and is told by who reads it', async () => {
  stand(`<lantu-widget src="/w/gone/widget.json">${STILL}</lantu-widget>`);
  fetched.mockRejectedValue(new TypeError('no network'));
  await ready(document);
  await expect(answerOf(new URL('/w/gone/widget.json', location.href).href, undefined)).rejects.toThrow('no network');
});

test('what is below the window, has its document inside or names no address is not fetched', async () => {
  const [none, broken, inside] = stand(`<lantu-widget></lantu-widget><lantu-widget src="http://"></lantu-widget>
    <lantu-widget src="/w/inside/widget.json"><script type="application/json">{}</script></lantu-widget>
    <div style="height: 300vh"></div><lantu-widget src="/w/below/widget.json"></lantu-widget>`);
  expect(await ready(document)).toEqual([none, broken, inside]);
  expect(asked()).toEqual([]);
});

test('the document is fetched as it was published where the element names its hash', async () => {
  stand(`<lantu-widget src="/w/pinned/widget.json" integrity="sha384-abc"></lantu-widget>`);
  await ready(document);
  expect(fetched.mock.calls.map(([, options]) => options)).toEqual([{ integrity: 'sha384-abc' }]);
});

test('a still that does not come from beside its document holds nothing up, neither its widget nor others', async () => {
  const widgets = stand(
    `<lantu-widget src="/w/hangs/widget.json"></lantu-widget><lantu-widget src="/w/comes/widget.json"></lantu-widget>`,
  );
  fetched.mockImplementation(async (address) =>
    String(address).includes('/hangs/') ? NEVER : new Response(String(address).endsWith('.json') ? '{}' : STILL),
  );
  expect(await ready(document)).toEqual(widgets);
  expect(widgets.map(({ textContent }) => textContent)).toEqual(['', '140万元']);
});

describe('a still that came with the page', () => {
  test('is painted before anything more is fetched', async () => {
    stand(`<lantu-widget>${STILL}</lantu-widget>`);
    let frames = 0;
    requestAnimationFrame(() => (frames += 1));
    await ready(document);
    expect(frames).toBe(1);
  });

  test('answers a pointer before that', async () => {
    const marks =
      '[{"widthPx":100,"heightPx":100,"direction":"horizontal","plot":[0,0,100,100],"series":1,"marks":[[50,20,30,20,40,80,"2023年","140万元"]]}]';
    const [widget] = stand(`<lantu-widget><div><svg width="100" height="100"></svg>
      <script type="application/json" class="lantu-marks">${marks}</script></div></lantu-widget>`);
    let frames = 0;
    requestAnimationFrame(() => (frames += 1));
    const waiting = ready(document);
    await undefined;
    await undefined;
    const svg = widget!.querySelector('svg')!;
    const { left, top } = svg.getBoundingClientRect();
    svg.dispatchEvent(new PointerEvent('pointermove', { clientX: left + 50, clientY: top + 50, bubbles: true }));
    expect(widget!.querySelector('.lantu-tip')?.shadowRoot?.textContent).toBe('2023年140万元');
    expect(frames).toBe(0);
    await waiting;
  });

  test('is not waited for where no frame is made', async () => {
    const widgets = stand(`<lantu-widget>${STILL}</lantu-widget>`);
    vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
    expect(await ready(document)).toEqual(widgets);
  });
});
