import tibetanFont from '@fontsource-variable/noto-serif-tibetan/files/noto-serif-tibetan-tibetan-wght-normal.woff2?url';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { blueprint, published } from '../../test/menu.ts';
import { focused, inside, type MenuHost, shownHost } from '../../test/menu-host.ts';

const BASE = 'https://example.gov.cn/widgets/village-income/';
const VERSION = `${BASE}0123456789abcdef/`;

afterEach(() => {
  document.body.replaceChildren();
});

/** Shows a widget and chooses an item of its menu. */
async function chosen(item: string, properties: Parameters<typeof shownHost>[0] = {}): Promise<MenuHost> {
  const host = await shownHost({ state: published(BASE), ...properties });
  await choose(host, item);
  return host;
}

async function choose(host: MenuHost, item: string): Promise<void> {
  inside(host, '#menu-button').click();
  await expect.poll(() => focused(host)).not.toBe('');
  await userEvent.click(inside(host, `[data-item="${item}"]`));
}

/** What the browser would have been given to save. */
function downloads() {
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const made = vi.spyOn(URL, 'createObjectURL');
  return async (): Promise<{ name: string; file: Blob }> => {
    await expect.poll(() => clicked.mock.contexts.length, { timeout: 10_000 }).toBe(1);
    return { name: (clicked.mock.contexts[0] as HTMLAnchorElement).download, file: made.mock.calls[0]![0] as Blob };
  };
}

/** Answers requests from `files`, by address; what is not there is not found. */
function serve(files: Readonly<Record<string, BodyInit>> = {}) {
  return vi.spyOn(window, 'fetch').mockImplementation(async (input) => {
    const file = files[input instanceof Request ? input.url : String(input)];
    return file === undefined ? new Response('', { status: 404 }) : new Response(file);
  });
}

test('CSV and XLSX are saved under the widget’s name, with the figures on show; that is said for eye and ear.', async () => {
  let saved = downloads();
  const host = await chosen('csv', { locale: 'en' });
  const csv = await saved();
  expect([csv.name, csv.file.type]).toEqual(['village-income.csv', 'text/csv;charset=utf-8']);
  expect(await csv.file.text()).toContain('2023,1400000,');
  await expect.poll(() => host.said).toEqual(['Download started: village-income.csv']);
  expect(inside(host, '.menu-outcome').textContent).toBe('Download started: village-income.csv');
  expect(focused(host)).toBe('menu-button');
  vi.restoreAllMocks();

  saved = downloads();
  await chosen('xlsx', { locale: 'bo' });
  const xlsx = await saved();
  expect(xlsx.name).toBe('village-income.xlsx');
  const { sheets } = await readXlsx(new Uint8Array(await xlsx.file.arrayBuffer()));
  expect(sheets[0]?.rows[1]?.slice(0, 2)).toEqual([2023, 1_400_000]);
});

test('The SVG picture has title, filters and sources in the language on show, in the colours on show.', async () => {
  serve();
  for (const [theme, surface] of [
    ['light', '#ffffff'],
    ['dark', '#15191e'],
  ] as const) {
    const saved = downloads();
    await chosen('svg', { locale: 'en', theme, state: { ...published(BASE), settings: [{ value: '540528' }] } });
    const { name, file } = await saved();
    expect([name, file.type]).toEqual(['village-income.svg', 'image/svg+xml']);
    const root = new DOMParser().parseFromString(await file.text(), 'image/svg+xml').documentElement;
    expect([root.localName, root.getAttribute('lang')]).toEqual(['svg', 'en']);
    const words = [...root.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words).toContain('Collective income of villages');
    expect(words).toContain('By year · County: Gyaca');
    expect(words.join(' ')).toContain('Simulated data, not real');
    expect(words.join(' ')).toContain('Lantu simulation, 2026');
    expect(root.querySelector('rect')?.getAttribute('fill')).toBe(surface);
    vi.restoreAllMocks();
    serve();
  }
});

test('The picture takes the colours that the page gives the widget, where it has none of its own.', async () => {
  serve();
  document.documentElement.style.colorScheme = 'dark';
  try {
    const saved = downloads();
    await chosen('svg');
    const { file } = await saved();
    expect(await file.text()).toContain('fill="#15191e"');
  } finally {
    document.documentElement.style.colorScheme = '';
  }
});

/** The pixels of a PNG. */
async function pixelsOf(file: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

function differing(one: ImageData, other: ImageData): number {
  let count = 0;
  for (let index = 0; index < one.data.length; index += 4) {
    if (Math.abs((one.data[index] ?? 0) - (other.data[index] ?? 0)) > 64) count += 1;
  }
  return count;
}

/** The PNG of a widget with that title. */
async function pngTitled(title: string): Promise<ImageData> {
  const saved = downloads();
  const titled = { ...blueprint, title: { 'zh-CN': title, bo: title, en: title } };
  await chosen('png', { locale: 'bo', state: { ...published(BASE), blueprint: titled } });
  const { name, file } = await saved();
  expect([name, file.type]).toEqual(['village-income.png', 'image/png']);
  vi.restoreAllMocks();
  return pixelsOf(file);
}

/** A font from a package, as it would be published beside the widget. */
const fontAt = async (name: string): Promise<ArrayBuffer> => {
  const response = await fetch(name);
  expect(response.ok, name).toBe(true);
  return response.arrayBuffer();
};

test('The PNG has twice the pixels, and Tibetan and Chinese in it are letters in the published font, not boxes.', async () => {
  const tibetan = await fontAt(tibetanFont);
  const fonts = { [`${VERSION}bo.woff2`]: tibetan, [`${VERSION}bo.600.woff2`]: tibetan };
  serve();
  const inSystemFont = await pngTitled('བོད་ལྗོངས། 村集体');
  expect(inSystemFont.width).toBe(1280);
  serve(fonts);
  const inPublishedFont = await pngTitled('བོད་ལྗོངས། 村集体');
  serve(fonts);
  const again = await pngTitled('བོད་ལྗོངས། 村集体');
  serve(fonts);
  const boxes = await pngTitled('\u0ff0\u0ff1\u0ff2\u0ff3\u0ff4\u0ff5\u0ff6\u0ff7');
  expect(differing(inPublishedFont, again)).toBe(0);
  expect(differing(inPublishedFont, boxes)).toBeGreaterThan(500);
  expect(differing(inPublishedFont, inSystemFont)).toBeGreaterThan(500);
});

test('Where the page forbids pictures made by script, the published one is saved, as long as it shows the same.', async () => {
  const refuse = () =>
    vi.spyOn(HTMLImageElement.prototype, 'decode').mockRejectedValue(new DOMException('refused', 'EncodingError'));
  const png = new Blob(['png'], { type: 'image/png' });
  refuse();
  serve({ [`${VERSION}zh-CN.light.png`]: png });
  const saved = downloads();
  await chosen('png', { theme: 'light' });
  expect(await (await saved()).file.text()).toBe('png');
  vi.restoreAllMocks();

  for (const state of [{ ...published(BASE), settings: [{ value: '540528' }] }, published(BASE), {}]) {
    refuse();
    serve();
    const host = await chosen('png', { theme: 'light', state });
    await expect.poll(() => host.said.at(-1)).toBe('浏览器或本网页不允许生成 PNG 图片，请改为下载 SVG 图片');
    await host.updateComplete;
    expect(inside(host, '.menu-outcome.failed p').textContent).toBe(host.said.at(-1));
    vi.restoreAllMocks();
  }
});

test('What takes its time is said, and what came of it is said after it.', async () => {
  let answer: (response: Response) => void = () => {};
  vi.spyOn(window, 'fetch').mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const host = await chosen('svg', { locale: 'en' });
  await expect.poll(() => host.said).toEqual(['Preparing']);
  expect(inside(host, '#menu-button').getAttribute('aria-busy')).toBe('true');
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
  answer(new Response('', { status: 404 }));
  await expect.poll(() => host.said).toEqual(['Preparing', 'Download started: village-income.svg']);
  expect(inside(host, '#menu-button').getAttribute('aria-busy')).toBe('false');
});

const clipboard = () => vi.spyOn(navigator.clipboard, 'writeText');

test('The link leads to the page at the element that holds this widget alone, else to the widget’s own page.', async () => {
  const write = clipboard().mockResolvedValue();
  const page = location.href.replace(/#.*/, '');
  const host = await chosen('link', { id: 'income' });
  await expect.poll(() => write.mock.lastCall?.[0]).toBe(`${page}#income`);
  await expect.poll(() => host.said).toEqual(['已复制链接']);

  await chosen('link', { id: '', locale: 'bo' });
  await expect.poll(() => write.mock.lastCall?.[0]).toBe(`${BASE}bo.html`);
  await chosen('link', { id: '', state: published(BASE, 'frozen') });
  await expect.poll(() => write.mock.lastCall?.[0]).toBe(`${VERSION}zh-CN.html`);
  await chosen('link', { id: '', state: {} });
  await expect.poll(() => write.mock.lastCall?.[0]).toBe(page);

  const alone = await shownHost({ state: published(BASE) });
  const section = document.createElement('section');
  section.id = 'topic';
  document.body.append(section);
  section.append(alone);
  await choose(alone, 'link');
  await expect.poll(() => write.mock.lastCall?.[0]).toBe(`${page}#topic`);
  section.append(document.createElement('menu-host'));
  await choose(alone, 'link');
  await expect.poll(() => write.mock.lastCall?.[0]).toBe(`${BASE}zh-CN.html`);
});

test('A link to filtered figures leads to the widget’s own page, with the filters; where there is none, it says what it lacks.', async () => {
  const write = clipboard().mockResolvedValue();
  const settings = [{ value: '540528' }];
  const host = await chosen('link', { id: 'income', locale: 'en', state: { ...published(BASE), settings } });
  await expect.poll(() => host.said).toEqual(['Link copied']);
  const link = new URL(String(write.mock.lastCall?.[0]));
  expect(`${link.origin}${link.pathname}`).toBe(`${BASE}en.html`);
  expect(JSON.parse(link.searchParams.get('f') ?? '')).toEqual(settings);

  const unpublished = await chosen('link', { id: '', locale: 'en', state: { settings } });
  await expect.poll(() => unpublished.said).toEqual(['Link copied. It does not hold the filters as they are set now']);
});

test('Where the clipboard is refused the older way is tried; where that fails too, the text is there, selected.', async () => {
  const copied: string[] = [];
  clipboard().mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const execute = vi.spyOn(document, 'execCommand').mockImplementation(() => {
    const field = document.activeElement?.shadowRoot?.activeElement;
    copied.push(
      field instanceof HTMLTextAreaElement ? field.value.slice(field.selectionStart, field.selectionEnd) : '',
    );
    return true;
  });
  const first = await chosen('link', { id: '' });
  await expect.poll(() => first.said).toEqual(['已复制链接']);
  expect(copied).toEqual([`${BASE}zh-CN.html`]);
  expect([focused(first), first.shadowRoot!.querySelector('textarea')]).toEqual(['menu-button', null]);

  execute.mockReturnValue(false);
  const host = await chosen('link', { id: '' });
  await expect.poll(() => host.said).toEqual(['未能复制，请手动选取后复制']);
  const field = inside<HTMLTextAreaElement>(host, '.menu-outcome textarea');
  await expect.poll(() => host.shadowRoot!.activeElement).toBe(field);
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(`${BASE}zh-CN.html`);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => host.shadowRoot!.querySelector('.menu-outcome')).toBe(null);
  expect(focused(host)).toBe('menu-button');
});
