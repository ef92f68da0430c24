import { type PictureMarks, pictureMarks } from '@lantu/charts';
import { layOut } from '@lantu/charts/svg';
import '@lantu/spec/locale/all';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { answer, blueprint } from '../../test/menu.ts';
import { sleep, wake } from './awake.ts';

const scene = layOut(answer, blueprint.chart, { locale: 'zh-CN', widthPx: 400, sources: false, paddingPx: 0 });
const { widthPx, heightPx, marks } = scene;

afterEach(() => {
  for (const widget of document.querySelectorAll<HTMLElement>('lantu-asleep')) sleep(widget);
  document.body.replaceChildren();
});

/** A still as it is published, in a column of that width. */
function stand({
  json = JSON.stringify([pictureMarks(scene)]),
  picture = `<svg width="100%" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" preserveAspectRatio="xMinYMin meet"></svg>`,
  width = '600px',
  style = '',
  attributes = '',
} = {}) {
  document.body.innerHTML = `<style>${style}</style><div style="width: ${width}"><p>上文</p><lantu-asleep ${attributes}><div class="lantu-still" lang="zh-CN">
    <h3>收入</h3>${picture}<script type="application/json" class="lantu-marks">${json}</script><p class="end">完</p></div></lantu-asleep></div>`;
  const widget = document.querySelector('lantu-asleep') as HTMLElement;
  wake(widget);
  const drawn = widget.querySelector('svg, img')!;
  const scale = () => {
    const { width: w, height: h } = drawn.getBoundingClientRect();
    return Math.min(w / widthPx, h / heightPx);
  };
  const at = (index: number): { clientX: number; clientY: number } => {
    const { left, top } = drawn.getBoundingClientRect();
    const { box } = marks[index]!;
    return {
      clientX: left + (box.x + box.width / 2) * scale(),
      clientY: top + (box.y + box.height / 2) * scale(),
    };
  };
  return {
    widget,
    drawn,
    at,
    move: (place: { clientX: number; clientY: number }, target: Element = drawn) =>
      target.dispatchEvent(new PointerEvent('pointermove', { ...place, bubbles: true, composed: true })),
    tooltip: () => inLayer(widget, '.tooltip'),
    help: () => inLayer(widget, '.help'),
  };
}

function inLayer(widget: Element, selector: string): HTMLElement | null {
  return widget.querySelector('.lantu-tip')?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

const said = (index: number): string => {
  const { label, value, note } = scene.describe(marks[index]!);
  return `${label}${value}${note ?? ''}`;
};

test('A pointer over a mark brings up what the widget would say of it, above the mark, and moves nothing.', () => {
  const { at, move, tooltip, widget, drawn } = stand();
  const end = widget.querySelector('.end')!.getBoundingClientRect().top;
  expect(tooltip()).toBeNull();
  move(at(1));
  expect(tooltip()!.textContent).toBe(said(1));
  const { left, right, bottom, height } = tooltip()!.getBoundingClientRect();
  const origin = drawn.getBoundingClientRect();
  expect(height).toBeGreaterThan(20);
  expect(left - origin.left).toBeLessThan(marks[1]!.x);
  expect(right - origin.left).toBeGreaterThan(marks[1]!.x);
  expect(bottom - origin.top).toBeLessThanOrEqual(marks[1]!.y);
  expect(getComputedStyle(tooltip()!).visibility).toBe('visible');
  expect(widget.querySelector('.end')!.getBoundingClientRect().top).toBe(end);
  move(at(0));
  expect(tooltip()!.textContent).toBe(said(0));
});

test('A picture that is drawn smaller in a narrow column is met where it is.', () => {
  const { at, move, tooltip, drawn } = stand({ width: '200px' });
  expect(drawn.getBoundingClientRect().width).toBe(200);
  move(at(1));
  expect(tooltip()!.textContent).toBe(said(1));
  expect(tooltip()!.getBoundingClientRect().right).toBeLessThanOrEqual(drawn.getBoundingClientRect().right + 1);
});

test('Beside the marks, and where the pointer has left, there is none.', () => {
  const { at, move, tooltip, widget, drawn } = stand();
  move(at(0));
  const { top, left } = drawn.getBoundingClientRect();
  move({ clientX: left + 590, clientY: top + 50 });
  expect(tooltip()).toBeNull();
  move(at(0));
  const end = widget.querySelector('.end')!;
  move({ clientX: at(0).clientX, clientY: end.getBoundingClientRect().top + 2 }, end);
  expect(tooltip()).toBeNull();
  move(at(0));
  widget.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch' }));
  expect(tooltip()).not.toBeNull();
  widget.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
  expect(tooltip()).toBeNull();
});

test('A finger’s tap brings it up too.', () => {
  const { at, tooltip, drawn } = stand();
  drawn.dispatchEvent(new PointerEvent('click', { ...at(1), pointerType: 'touch', bubbles: true }));
  expect(tooltip()!.textContent).toBe(said(1));
});

test('A tooltip can be entered; Escape takes it away until the pointer comes to another mark.', async () => {
  const { at, move, tooltip } = stand();
  move(at(0));
  move({ clientX: 0, clientY: 0 }, tooltip()!);
  expect(tooltip()!.textContent).toBe(said(0));
  await userEvent.keyboard('{Escape}');
  expect(tooltip()).toBeNull();
  move(at(0));
  expect(tooltip()).toBeNull();
  move(at(1));
  expect(tooltip()!.textContent).toBe(said(1));
});

test('Style sheets of the page neither reach nor move it.', () => {
  const style = `* { margin: 3em !important; padding: 1em; font: 9px/1 serif !important; color: red } svg { margin: 0 !important; padding: 0 }
    div { float: left; width: 50%; border: 9px solid red; position: relative; text-transform: uppercase }`;
  const { at, move, tooltip, drawn } = stand({ style });
  move(at(1));
  const { left, right, bottom } = tooltip()!.getBoundingClientRect();
  const origin = drawn.getBoundingClientRect();
  const x = origin.left + (marks[1]!.x * origin.width) / Math.max(origin.width, widthPx);
  expect(left).toBeLessThan(x);
  expect(right).toBeGreaterThan(x);
  expect(bottom).toBeLessThanOrEqual(at(1).clientY);
  expect(getComputedStyle(tooltip()!).fontSize).not.toBe('9px');
});

test('It is large and dark where the widget is.', () => {
  const { at, move, tooltip } = stand({ attributes: 'size="large" theme="dark"' });
  move(at(0));
  const { fontSize, backgroundColor } = getComputedStyle(tooltip()!);
  expect(Number.parseFloat(fontSize)).toBeGreaterThanOrEqual(18);
  expect(backgroundColor).toBe('rgb(21, 25, 30)');
});

test('Of a linked picture the marks of the one that this window shows are taken.', () => {
  const [wide] = [pictureMarks(scene)!];
  const narrow: PictureMarks = {
    ...wide,
    media: '(min-width: 1px)',
    marks: wide.marks.map(([...mark]) => mark.with(6, '窄') as unknown as (typeof wide.marks)[number]),
  };
  const picture = `<picture><img width="${widthPx}" height="${heightPx}" alt=""></picture>`;
  const first = stand({ picture, json: JSON.stringify([narrow, wide]) });
  first.move(first.at(0));
  expect(first.tooltip()!.textContent).toContain('窄');
  const other = stand({ picture, json: JSON.stringify([{ ...narrow, media: '(max-width: 1px)' }, wide]) });
  other.move(other.at(0));
  expect(other.tooltip()!.textContent).toBe(said(0));
});

test('It is one tab stop with a name; keys go from mark to mark, say each, and stop at the last.', async () => {
  const { tooltip, widget, drawn } = stand({
    picture: `<svg width="100%" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" aria-labelledby="name"><title id="name">收入图</title><text>2023</text></svg>`,
  });
  const application = page.getByRole('application', { name: '收入图' });
  await expect.element(application).toHaveAttribute('aria-roledescription', '图表');
  expect(page.getByText('2023').query()?.ariaHidden).toBe('true');
  await userEvent.tab();
  expect(document.activeElement).toBe(drawn);
  expect(tooltip()).toBeNull();
  const status = inLayer(widget, '[role="status"]');
  const spoken = () => [...(status?.children ?? [])].filter((each) => !each.ariaHidden).map((each) => each.textContent);
  for (const [key, mark] of [
    ['ArrowRight', 0],
    ['ArrowRight', 1],
    ['End', marks.length - 1],
    ['ArrowRight', marks.length - 1],
    ['Home', 0],
  ] as const) {
    await userEvent.keyboard(`{${key}}`);
    expect(tooltip()!.textContent).toBe(said(mark));
    expect(getComputedStyle(tooltip()!).visibility).toBe('visible');
    expect(inLayer(widget, '[role="status"]')).toBe(status);
    expect(spoken()).toEqual([said(mark)]);
  }
  await userEvent.tab();
  expect(widget.querySelector('.lantu-tip')).toBeNull();
});

test('Who comes by keys is told which there are, below the picture; who comes with a pointer is not.', async () => {
  const { help, drawn, at, move } = stand();
  move(at(0));
  expect(help()!.hidden).toBe(true);
  await userEvent.tab();
  expect(help()!.hidden).toBe(false);
  expect(help()!.textContent).toBe(drawn.getAttribute('aria-description'));
  expect(help()!.textContent).toContain('方向键');
  // Which would do nothing.
  expect(help()!.textContent).not.toContain('Enter');
  expect(help()!.getBoundingClientRect().top).toBeCloseTo(drawn.getBoundingClientRect().bottom + 8, 0);
});

test('Escape takes the tooltip away first; other keys, and those of the browser, pass through.', async () => {
  const { drawn, tooltip, widget } = stand();
  const passed: string[] = [];
  widget.addEventListener('keydown', ({ key }) => passed.push(key));
  await userEvent.tab();
  await userEvent.keyboard('{End}{Escape}');
  expect(tooltip()).toBeNull();
  expect(document.activeElement).toBe(drawn);
  await userEvent.keyboard('{Escape}a{Control>}{ArrowRight}{/Control}');
  expect(passed).toEqual(['Escape', 'a', 'Control', 'ArrowRight']);
  expect(tooltip()).toBeNull();
});

test('Once asleep it says nothing more, and tells where the pointer was.', () => {
  const { at, move, tooltip, widget } = stand();
  move(at(1));
  expect(sleep(widget)).toEqual({ pointer: at(1), mark: 1 });
  expect(tooltip()).toBeNull();
  move(at(0));
  expect(tooltip()).toBeNull();
  expect(sleep(widget)).toBeUndefined();
});

test('Once asleep it hears no keys, and tells where they had led.', async () => {
  const { at, move, tooltip, widget, help } = stand();
  move(at(0));
  await userEvent.tab();
  await userEvent.keyboard('{End}');
  expect(sleep(widget)).toEqual({ pointer: undefined, mark: marks.length - 1 });
  expect([tooltip(), help()]).toEqual([null, null]);
  await userEvent.keyboard('{Home}');
  expect(tooltip()).toBeNull();
});

test.each([
  ['without marks', { json: '' }],
  ['with marks that were spoilt on the way', { json: '[{"widthPx":' }],
])('A picture %s stays one.', (_, still) => {
  const { move, tooltip, at, drawn } = stand(still);
  move(at(0));
  expect(tooltip()).toBeNull();
  expect(drawn.hasAttribute('tabindex')).toBe(false);
});
