import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { bring } from './bring.ts';

const MARKS =
  '[{"widthPx":100,"heightPx":100,"direction":"horizontal","plot":[0,0,100,100],"series":1,"marks":[[50,20,30,20,40,80,"2023年","140万元"]]}]';
const STILL = `<div role="figure" aria-label="收入" class="lantu-still" lang="zh-CN"><h3>收入</h3>
  <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100"><rect fill="#1d63a8" width="40" height="80"></rect></svg>
  <script type="application/json" class="lantu-marks">${MARKS}</script><p>140万元</p></div>`;

let fetched: MockInstance<typeof fetch>;

beforeEach(() => {
  fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(STILL));
});

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.style.colorScheme = '';
  vi.restoreAllMocks();
});

function stand(attributes: string, inside = ''): HTMLElement {
  document.body.innerHTML = `<main lang="zh-CN"><lantu-bare ${attributes}>${inside}</lantu-bare></main>`;
  return document.querySelector('lantu-bare') as HTMLElement;
}

const asked = (): string[] => fetched.mock.calls.map(([address]) => new URL(String(address)).pathname);

test('A widget with nothing inside gets the still from beside its document, in a frame, and it answers a pointer.', async () => {
  const widget = stand('src="/w/income/widget.json"');
  await bring(widget);
  expect(asked()).toEqual(['/w/income/zh-CN.inline.html']);
  const still = widget.firstElementChild as HTMLElement;
  expect(still.textContent).toContain('140万元');
  expect(still.getAttribute('aria-label')).toBe('收入');
  expect(still.querySelector('rect')?.getAttribute('fill')).toBe('#1d63a8');
  expect(getComputedStyle(still).borderTopWidth).toBe('1px');
  const { left, top } = widget.querySelector('svg')!.getBoundingClientRect();
  const at = { clientX: left + 50, clientY: top + 60, bubbles: true };
  widget.querySelector('svg')!.dispatchEvent(new PointerEvent('pointermove', at));
  expect(widget.querySelector('.lantu-tip')?.shadowRoot?.textContent).toBe('2023年140万元');
});

test('It is in the language of its place.', async () => {
  await bring(stand('src="/w/income/widget.json" lang="bo"'));
  expect(asked()).toEqual(['/w/income/bo.inline.html']);
});

test('Nothing of it runs code or changes how the page looks.', async () => {
  fetched.mockResolvedValue(
    new Response(`<p onclick="alert(1)">收入<a href="javascript:alert(2)">来源</a><iframe src="/x"></iframe></p>
      <style>p { color: red }</style><script>window.ran = true</script><img src="/x" onerror="alert(3)">`),
  );
  const widget = stand('src="/w/income/widget.json"');
  await bring(widget);
  expect(widget.textContent?.replace(/\s/g, '')).toBe('收入来源');
  expect([...widget.querySelectorAll('*')].flatMap((each) => each.getAttributeNames())).not.toContain('onclick');
  expect(widget.querySelector('a')?.hasAttribute('href')).toBe(false);
  expect(widget.querySelector('style, script, iframe')).toBeNull();
  expect(Reflect.get(window, 'ran')).toBeUndefined();
});

test.each([
  ['something stands inside', 'src="/w/income/widget.json"', '<p>静态</p>'],
  ['it names no document', '', ''],
  ['a hash says which document it is to be', 'src="/w/income/widget.json" integrity="sha384-abc"', ''],
  ['the widget is large', 'src="/w/income/widget.json" size="large"', ''],
  ['the widget is dark', 'src="/w/income/widget.json" theme="dark"', ''],
])('None is asked for where %s.', async (_, attributes, inside) => {
  const widget = stand(attributes, inside);
  await bring(widget);
  expect(asked()).toEqual([]);
  expect(widget.innerHTML).toBe(inside);
});

test('None is asked for in a dark page, unless the widget is light in it.', async () => {
  document.documentElement.style.colorScheme = 'dark';
  await bring(stand('src="/w/income/widget.json"'));
  expect(asked()).toEqual([]);
  await bring(stand('src="/w/income/widget.json" theme="light"'));
  expect(asked()).toHaveLength(1);
});

test('None is asked for where the browser has no sanitizer.', async () => {
  const widget = stand('src="/w/income/widget.json"');
  Object.assign(widget, { setHTML: undefined });
  await bring(widget);
  expect(asked()).toEqual([]);
});

test('Where it was not published, or cannot be had, the widget stays as it is.', async () => {
  fetched.mockResolvedValueOnce(new Response('none', { status: 404 }));
  const widget = stand('src="/w/income/widget.json"');
  await bring(widget);
  fetched.mockRejectedValueOnce(new TypeError('no network'));
  await bring(widget);
  expect(widget.innerHTML).toBe('');
});

test('One that comes when the widget is drawn already is not used.', async () => {
  const widget = stand('src="/w/income/widget.json"');
  const coming = bring(widget);
  widget.attachShadow({ mode: 'open' });
  await coming;
  expect(widget.innerHTML).toBe('');
});
