import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { blueprint, published } from '../../test/menu.ts';
import { focused, inside, type MenuHost, shownHost } from '../../test/menu-host.ts';

const BASE = 'https://example.gov.cn/widgets/village-income/';
const ALL = ['table', 'sources', 'print', 'csv', 'xlsx', 'svg', 'png', 'link', 'embed'];

beforeEach(async () => {
  await page.viewport(414, 896);
  window.scrollTo(0, 0);
});

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
});

const menuOf = (host: MenuHost) => host.shadowRoot?.querySelector<HTMLElement>('#menu') ?? null;
const itemsOf = (host: MenuHost) =>
  [...(host.shadowRoot?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])].map((item) => item.dataset['item']);

async function opened(properties: Parameters<typeof shownHost>[0] = {}): Promise<MenuHost> {
  const host = await shownHost({ state: published(BASE), ...properties });
  inside(host, '#menu-button').focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => itemsOf(host).indexOf(focused(host))).toBe(0);
  return host;
}

test('The button says in words what it opens, of which widget, and whether it is open.', async () => {
  const host = await shownHost({ locale: 'en' });
  const button = inside(host, '#menu-button');
  expect(button.getAttribute('aria-label')).toBe('Collective income of villages: more');
  expect([button.getAttribute('aria-haspopup'), button.getAttribute('aria-expanded')]).toEqual(['menu', 'false']);
  expect(button.hasAttribute('aria-controls')).toBe(false);
  await userEvent.click(button);
  await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true');
  expect(button.getAttribute('aria-controls')).toBe(menuOf(host)?.id);
});

test('The target is at least 24 pixels, and 44 in the large mode, and so is each item.', async () => {
  for (const [size, leastPx] of [
    ['regular', 24],
    ['large', 44],
  ] as const) {
    const host = await opened({ size });
    const targets = [inside(host, '#menu-button'), ...host.shadowRoot!.querySelectorAll<HTMLElement>('.menu-item')];
    expect(targets).toHaveLength(1 + ALL.length);
    for (const target of targets) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), `${target.textContent} ${size}`).toBeGreaterThanOrEqual(leastPx);
    }
  }
});

test('What the widget cannot give is not offered: pictures of a table, the table of a table, code for what was not published.', async () => {
  expect(itemsOf(await opened())).toEqual(ALL);
  expect(itemsOf(await opened({ state: {} }))).toEqual(ALL.slice(0, -1));
  const table = { ...published(BASE), blueprint: { ...blueprint, chart: { type: 'table' } as const } };
  expect(itemsOf(await opened({ state: table }))).toEqual(['sources', 'print', 'csv', 'xlsx', 'link', 'embed']);
});

test('Enter, Space and the arrow down open at the first item, the arrow up at the last.', async () => {
  const host = await shownHost({ state: published(BASE) });
  const button = inside(host, '#menu-button');
  for (const [key, item] of [
    ['{Enter}', 'table'],
    [' ', 'table'],
    ['{ArrowDown}', 'table'],
    ['{ArrowUp}', 'embed'],
  ] as const) {
    button.focus();
    await userEvent.keyboard(key);
    await expect.poll(() => focused(host), { message: key }).toBe(item);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => menuOf(host)).toBe(null);
    expect(focused(host)).toBe('menu-button');
  }
});

test('Arrows go round, Home and End lead to the ends, letters to the item that begins with them or holds them.', async () => {
  const host = await opened();
  const press = async (keys: string) => {
    await userEvent.keyboard(keys);
    return focused(host);
  };
  expect(await press('{ArrowUp}')).toBe('embed');
  expect(await press('{ArrowDown}')).toBe('table');
  expect(await press('{End}')).toBe('embed');
  expect(await press('{Home}')).toBe('table');
  expect(await press('x')).toBe('xlsx');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await press('png')).toBe('png');
  const english = await opened({ locale: 'en' });
  await userEvent.keyboard('d');
  expect(focused(english)).toBe('csv');
  await new Promise((resolve) => setTimeout(resolve, 700));
  await userEvent.keyboard('d');
  expect(focused(english)).toBe('xlsx');
});

test('Tab leaves the menu to what comes after its button, and Shift+Tab to what comes before; both close it.', async () => {
  const before = document.createElement('button');
  document.body.prepend(before);
  const host = await opened();
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => menuOf(host)).toBe(null);
  expect(host.shadowRoot?.activeElement?.localName).toBe('summary');
  inside(host, '#menu-button').focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => focused(host)).toBe('table');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.poll(() => menuOf(host)).toBe(null);
  expect(document.activeElement).toBe(before);
});

test('A press elsewhere, a second one on the button, scrolling the button out of sight and leaving the document close it.', async () => {
  const host = await opened();
  const reopen = async () => {
    await userEvent.click(inside(host, '#menu-button'));
    await expect.poll(() => menuOf(host)).not.toBe(null);
    await expect.poll(() => focused(host)).toBe('table');
  };
  await userEvent.click(inside(host, '.title'));
  await expect.poll(() => menuOf(host)).toBe(null);
  await reopen();
  await userEvent.click(inside(host, '#menu-button'));
  await expect.poll(() => menuOf(host)).toBe(null);
  document.body.style.height = '3000px';
  await reopen();
  const before = menuOf(host)!.getBoundingClientRect().top;
  window.scrollTo(0, 10);
  await expect.poll(() => menuOf(host)!.getBoundingClientRect().top).toBeCloseTo(before - 10, 0);
  window.scrollTo(0, 1000);
  await expect.poll(() => menuOf(host)).toBe(null);
  window.scrollTo(0, 0);
  await reopen();
  host.remove();
  document.body.append(host);
  await host.updateComplete;
  expect(menuOf(host)).toBe(null);
});

test('A widget that changes what it wears does not undress its menu.', async () => {
  const host = await opened();
  host.shadowRoot!.adoptedStyleSheets = [];
  host.requestUpdate();
  await host.updateComplete;
  expect(getComputedStyle(menuOf(host)!).position).toBe('fixed');
  expect(getComputedStyle(inside(host, '.menu-item')).display).toBe('block');
});

test('Two menus are not open at a time.', async () => {
  const first = await opened();
  const second = document.createElement('menu-host') as MenuHost;
  document.body.append(second);
  await second.updateComplete;
  inside(second, '#menu-button').focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => menuOf(second)).not.toBe(null);
  expect(menuOf(first)).toBe(null);
});

test('Wherever the button stands, the menu lies inside the window, 320 pixels wide and little of it high too, in every language.', async () => {
  const places: Partial<CSSStyleDeclaration>[] = [
    {},
    { position: 'absolute', bottom: '0', insetInlineStart: '0', width: '100%' },
    { position: 'absolute', width: '90px', insetInlineStart: '0' },
  ];
  for (const [width, height] of [
    [320, 640],
    [320, 180],
    [768, 400],
  ] as const) {
    await page.viewport(width, height);
    for (const locale of ['zh-CN', 'bo', 'en'] as const) {
      for (const place of places) {
        const host = await shownHost({ state: published(BASE), locale, size: 'large' });
        Object.assign(host.style, place);
        inside(host, '#menu-button').click();
        await expect.poll(() => menuOf(host)).not.toBe(null);
        await expect.poll(() => focused(host)).toBe('table');
        const { left, top, right, bottom } = menuOf(host)!.getBoundingClientRect();
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth);
        expect(bottom).toBeLessThanOrEqual(document.documentElement.clientHeight);
        for (const item of host.shadowRoot!.querySelectorAll<HTMLElement>('.menu-item')) {
          expect(item.scrollWidth, `${item.textContent} ${locale}`).toBeLessThanOrEqual(item.clientWidth);
          expect(item.scrollHeight, `${item.textContent} ${locale}`).toBeLessThanOrEqual(item.clientHeight);
        }
      }
    }
  }
});

test('Without the popover interface it opens in the same place.', async () => {
  const { showPopover } = HTMLElement.prototype;
  const here = (await opened()).shadowRoot!.querySelector('#menu')!.getBoundingClientRect();
  Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
  try {
    const host = await shownHost({ state: published(BASE) });
    host.style.transform = 'translateX(0)';
    await userEvent.click(inside(host, '#menu-button'));
    await expect.poll(() => focused(host)).toBe('table');
    const there = menuOf(host)!.getBoundingClientRect();
    expect(there.top).toBeCloseTo(here.top, 0);
    expect(there.left).toBeCloseTo(here.left, 0);
  } finally {
    HTMLElement.prototype.showPopover = showPopover;
  }
});

test('In a frame the page makes room for the menu, and takes it back.', async () => {
  expect(window.parent).not.toBe(window);
  const host = await opened();
  const menu = menuOf(host)!;
  expect(host.getBoundingClientRect().height).toBeGreaterThanOrEqual(menu.scrollHeight);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => host.style.minHeight).toBe('');
});

test('axe finds nothing in the open menu, light and dark, in every language.', async () => {
  for (const locale of ['zh-CN', 'bo', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      const host = await opened({ locale, theme });
      const { violations, passes } = await axe.run(host, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      expect(passes.some(({ id }) => id === 'color-contrast')).toBe(true);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  }
});

test('In forced colours the menu has a border, and the item in focus a ring, of the system’s colours.', async () => {
  const devtools = cdp() as unknown as { send(method: string, media: object): Promise<void> };
  const emulate = (value: string) =>
    devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
  await emulate('active');
  try {
    const host = await opened();
    const probe = document.createElement('i');
    probe.style.color = 'CanvasText';
    document.body.append(probe);
    const system = getComputedStyle(probe).color;
    expect(getComputedStyle(menuOf(host)!).borderTopColor).toBe(system);
    expect(getComputedStyle(inside(host, '.menu-item')).outlineStyle).toBe('solid');
    expect(getComputedStyle(inside(host, '#menu-button path')).stroke).toBe(
      getComputedStyle(inside(host, '#menu-button')).color,
    );
  } finally {
    await emulate('none');
  }
});

test('A click on the table or the sources opens them and moves there.', async () => {
  for (const [item, part] of [
    ['table', 'data'],
    ['sources', 'sources'],
  ] as const) {
    const host = await opened();
    await userEvent.click(inside(host, `[data-item="${item}"]`));
    await expect.poll(() => inside<HTMLDetailsElement>(host, `details[part="${part}"]`).open).toBe(true);
    expect(host.shadowRoot?.activeElement?.parentElement?.getAttribute('part')).toBe(part);
    expect([menuOf(host), host.said]).toEqual([null, []]);
  }
});

test('What fails without a reason of its own is said for the eye and the ear; Escape closes it and leads back.', async () => {
  const host = await opened({
    state: {
      ...published(BASE),
      openTable: () => {
        throw new Error('broken');
      },
    },
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await userEvent.click(inside(host, '[data-item="table"]'));
  await expect.poll(() => host.said).toEqual(['未能完成，请检查网络后重试']);
  await host.updateComplete;
  expect(inside(host, '.menu-outcome p').textContent).toBe('未能完成，请检查网络后重试');
  inside(host, '.menu-outcome button').focus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => host.shadowRoot!.querySelector('.menu-outcome')).toBe(null);
  expect(focused(host)).toBe('menu-button');
});
