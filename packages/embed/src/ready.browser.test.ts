import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { ready } from './ready.ts';

const DOCUMENT = JSON.stringify({
  lantu: 1,
  version: '0123456789abcdef',
  folder: './0123456789abcdef/',
  blueprint: { id: 'income' },
  answers: [],
  locales: ['zh-CN'],
});
const NEVER = new Promise<Response>(() => {});

const prepare = vi.fn<(widget: HTMLElement) => void>();
let fetched: MockInstance<typeof fetch>;

beforeEach(() => {
  fetched = vi.spyOn(globalThis, 'fetch');
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  prepare.mockClear();
});

/** No tag that is defined here: they stand as before the loader has run. */
function stand(html: string): void {
  document.body.innerHTML = html;
}

const asked = (): string[] => fetched.mock.calls.map(([address]) => String(address));

test('a page without widgets is ready, and nothing is fetched', async () => {
  await ready(document, prepare);
  expect(asked()).toEqual([]);
  expect(prepare).not.toHaveBeenCalled();
});

test('a page is ready when the documents of the widgets in its window are there, each fetched once', async () => {
  stand(`<lantu-widget src="/w/a/widget.json"></lantu-widget><lantu-widget src="/w/a/widget.json"></lantu-widget>
    <lantu-widget src="/w/b/widget.json"></lantu-widget>`);
  let bring = (_: Response): void => {};
  fetched.mockResolvedValueOnce(new Response(DOCUMENT));
  fetched.mockReturnValueOnce(new Promise((done) => (bring = done)));
  let isReady = false;
  const waiting = ready(document, prepare).then(() => {
    isReady = true;
  });
  await vi.waitFor(() => expect(asked()).toEqual(['a', 'b'].map((id) => `${location.origin}/w/${id}/widget.json`)));
  expect(isReady).toBe(false);
  expect(prepare.mock.calls).toEqual([[document.querySelector('lantu-widget')]]);
  bring(new Response(DOCUMENT));
  await waiting;
});

test('a document that does not come, or is refused, holds nothing up', async () => {
  stand(
    `<lantu-widget src="/w/never/widget.json"></lantu-widget><lantu-widget src="/w/gone/widget.json"></lantu-widget>`,
  );
  fetched.mockReturnValueOnce(NEVER);
  fetched.mockResolvedValueOnce(new Response('gone', { status: 404 }));
  await ready(document, prepare);
  expect(asked()).toHaveLength(2);
});

test('nothing is got ready for widgets that are all below the window', async () => {
  stand(`<div style="height: 300vh"></div><lantu-widget src="/w/far/widget.json"></lantu-widget>`);
  await ready(document, prepare);
  expect(asked()).toEqual([]);
  expect(prepare).not.toHaveBeenCalled();
});

test('what is below the window, has its document inside or names no address is not fetched', async () => {
  stand(`<lantu-widget></lantu-widget><lantu-widget src="http://"></lantu-widget>
    <lantu-widget src="/w/inside/widget.json"><script type="application/json">${DOCUMENT}</script></lantu-widget>
    <div style="height: 300vh"></div><lantu-widget src="/w/below/widget.json"></lantu-widget>`);
  await ready(document, prepare);
  expect(asked()).toEqual([]);
});

test('the document is fetched as it was published where the element names its hash', async () => {
  stand(`<lantu-widget src="/w/pinned/widget.json" integrity="sha384-abc"></lantu-widget>`);
  fetched.mockResolvedValueOnce(new Response(DOCUMENT));
  await ready(document, prepare);
  expect(fetched.mock.calls[0]?.[1]).toEqual({ integrity: 'sha384-abc' });
});

describe('a still is painted first', () => {
  const parsed = (domInteractive: number): void => {
    stand(`<lantu-widget src="/w/still/widget.json"><p>still</p></lantu-widget>`);
    fetched.mockResolvedValueOnce(new Response(DOCUMENT));
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ domInteractive } as unknown as PerformanceEntry]);
  };
  const waits = (): unknown[] => vi.mocked(setTimeout).mock.calls.map(([, delayMs]) => delayMs);

  beforeEach(() => {
    vi.spyOn(globalThis, 'setTimeout');
  });

  test('where the page is still being parsed, within a frame’s time', async () => {
    parsed(0);
    await ready(document, prepare);
    expect(waits()).toContain(17);
  });

  test('where it has just been parsed, within what is left of it', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(100);
    parsed(90);
    await ready(document, prepare);
    expect(waits()).toContain(7);
  });

  test('where it was parsed long ago it has been', async () => {
    parsed(performance.now() - 1000);
    await ready(document, prepare);
    expect(waits()).toEqual([200]);
  });
});
