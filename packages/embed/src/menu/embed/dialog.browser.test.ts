import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { blueprint, published } from '../../../test/menu.ts';
import { focused, inside, type MenuHost, shownHost } from '../../../test/menu-host.ts';
import { setLoaderUrl } from '../../loader-url.ts';
import { waysFor } from './code.ts';

const DIR = 'https://example.gov.cn/widgets/';
const LOADER = 'https://example.gov.cn/embed/embed.js';
const LIVE = `${DIR}village-income/`;
const FROZEN = `${LIVE}0123456789abcdef/`;

const HASHES = {
  'embed.js': 'sha384-own',
  'frame.js': 'sha384-frame',
  'assets/menu-1.js': 'sha384-menu',
  'licenses.txt': 'sha384-no',
};
const INDEX = {
  lantu: 1,
  widgets: [
    {
      id: 'village-income',
      files: [
        { href: 'village-income/widget.json', integrity: 'sha384-live' },
        { href: 'village-income/0123456789abcdef/widget.json', integrity: 'sha384-frozen' },
      ],
    },
  ],
};
const FILES: Readonly<Record<string, string>> = {
  [`${LIVE}zh-CN.still.html`]: '<figure lang="zh-CN"><img src="./zh-CN.light.svg"></figure>',
  [`${LIVE}bo.still.html`]: '<figure lang="bo"><img src="./bo.light.svg"></figure>',
  [`${FROZEN}zh-CN.still.html`]: '<figure lang="zh-CN"><img src="./zh-CN.light.svg"></figure>',
  [`${LIVE}zh-CN.inline.html`]: '<figure lang="zh-CN"><svg></svg></figure>',
  [`${LIVE}zh-CN.light.svg`]:
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="412" viewBox="0 0 640 412"></svg>',
  [`${LIVE}zh-CN.light.narrow.svg`]: '<svg xmlns="http://www.w3.org/2000/svg" width="360" height="300"></svg>',
  [`${LIVE}zh-CN.txt`]: '收入，\n2023—2025年。\n',
  'https://example.gov.cn/embed/integrity.json': JSON.stringify(HASHES),
  [`${DIR}index.json`]: JSON.stringify(INDEX),
};

beforeEach(async () => {
  await page.viewport(414, 896);
  setLoaderUrl(LOADER);
  vi.spyOn(window, 'fetch').mockImplementation(async (input) => {
    const file = FILES[String(input)];
    return file === undefined ? new Response('', { status: 404 }) : new Response(file);
  });
});

afterEach(() => {
  document.body.replaceChildren();
});

async function opened(properties: Parameters<typeof shownHost>[0] = {}): Promise<MenuHost> {
  const host = await shownHost({ state: published(LIVE), ...properties });
  inside(host, '#menu-button').click();
  await expect.poll(() => focused(host)).not.toBe('');
  await userEvent.click(inside(host, '[data-item="embed"]'));
  await expect.poll(() => host.shadowRoot!.querySelector('dialog[open]')).not.toBe(null);
  return host;
}

const codeIn = (host: MenuHost) => inside<HTMLTextAreaElement>(host, '#embed-code').value;
const statusIn = (host: MenuHost) => inside(host, '.embed-status').textContent.trim();
const choose = (host: MenuHost, name: string, value: string) =>
  userEvent.click(inside(host, `input[name="${name}"][value="${value}"]`));

test('It begins with the element, live, in the language of its page, with the linked picture.', async () => {
  const host = await opened();
  await expect
    .poll(() => codeIn(host))
    .toBe(
      [
        `<script type="module" src="${LOADER}"></script>`,
        `<lantu-widget src="${LIVE}widget.json">`,
        `<figure lang="zh-CN"><img src="${LIVE}zh-CN.light.svg"></figure>`,
        '</lantu-widget>',
      ].join('\n'),
    );
});

test('Each choice is in the code: what it follows, its language, its picture, its hashes.', async () => {
  const host = await opened();
  await choose(host, 'embed-still', 'none');
  await expect.poll(() => codeIn(host)).toContain(`<lantu-widget src="${LIVE}widget.json"></lantu-widget>`);
  await choose(host, 'embed-still', 'inline');
  await expect.poll(() => codeIn(host)).toContain('<svg></svg>');
  await choose(host, 'embed-still', 'linked');
  await choose(host, 'embed-language', 'bo');
  await expect.poll(() => codeIn(host)).toContain(`<img src="${LIVE}bo.light.svg">`);
  expect(codeIn(host)).toMatch(/<lantu-widget [^>]*="bo"/);
  await choose(host, 'embed-language', 'zh-CN');
  await choose(host, 'embed-data', 'true');
  await expect.poll(() => codeIn(host)).toContain(`src="${FROZEN}widget.json"`);
  expect(codeIn(host)).not.toContain('integrity');
  await userEvent.click(inside(host, 'input[type="checkbox"]'));
  await expect.poll(() => codeIn(host)).toContain('integrity="sha384-frozen"');
  expect(codeIn(host)).toContain('"https://example.gov.cn/embed/assets/menu-1.js":"sha384-menu"');
  expect(codeIn(host)).toContain('integrity="sha384-own"');
  expect(codeIn(host)).not.toContain('sha384-no"');
  await choose(host, 'embed-data', 'false');
  await expect.poll(() => codeIn(host)).toContain(`src="${LIVE}widget.json"`);
  expect(codeIn(host)).not.toContain('sha384-live');
});

test('The frame, the picture and the oEmbed address are in the reader’s language, and ask nothing that is not theirs.', async () => {
  const host = await opened();
  await choose(host, 'embed-way', 'iframe');
  await expect.poll(() => codeIn(host)).toContain(`src="${LIVE}zh-CN.html"`);
  expect(host.shadowRoot!.querySelectorAll('[name="embed-still"]')).toHaveLength(0);
  expect(host.shadowRoot!.querySelectorAll('[name="embed-language"][value="undefined"]')).toHaveLength(0);
  expect(inside<HTMLInputElement>(host, '[name="embed-language"][value="zh-CN"]').checked).toBe(true);
  await choose(host, 'embed-way', 'picture');
  await expect.poll(() => codeIn(host)).toContain('width="100%" height="412"');
  expect(codeIn(host)).toContain('zh-CN.light.narrow.svg" width="100%" height="300"');
  expect(codeIn(host)).toContain('alt="收入， 2023—2025年。"');
  expect(host.shadowRoot!.querySelectorAll('input[type="checkbox"]')).toHaveLength(0);
  await choose(host, 'embed-way', 'oembed');
  await expect.poll(() => codeIn(host)).toContain(`${LIVE}oembed.zh-CN.json`);
});

test('Copying is said inside the dialog; where it is refused the code is selected.', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const host = await opened({ locale: 'en' });
  await expect
    .poll(() => statusIn(host))
    .toBe('The published files could not be read. Check the connection and try again');
  expect(inside<HTMLButtonElement>(host, '.embed-actions button').disabled).toBe(true);
  await choose(host, 'embed-still', 'none');
  await expect.poll(() => codeIn(host)).not.toBe('');
  expect(statusIn(host)).toBe('');
  await userEvent.click(inside(host, '.embed-actions button'));
  await expect.poll(() => statusIn(host)).toBe('Copied');
  expect(write.mock.lastCall?.[0]).toBe(codeIn(host));
  expect(inside(host, '.embed-status').getAttribute('role')).toBe('status');

  write.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  vi.spyOn(document, 'execCommand').mockReturnValue(false);
  await userEvent.click(inside(host, '.embed-actions button'));
  await expect.poll(() => statusIn(host)).toBe('Could not copy. Select the text and copy it by hand');
  const field = inside<HTMLTextAreaElement>(host, '#embed-code');
  await expect.poll(() => host.shadowRoot!.activeElement).toBe(field);
  expect(field.selectionEnd - field.selectionStart).toBe(field.value.length);
});

test('Keys stay inside; Escape and its button close it and lead back to the menu’s button.', async () => {
  const host = await opened();
  for (let tabs = 0; tabs < 8; tabs += 1) {
    await userEvent.keyboard('{Tab}');
    const active = host.shadowRoot!.activeElement;
    expect(active === null || inside(host, 'dialog').contains(active)).toBe(true);
  }
  inside(host, '#embed-code').focus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => host.shadowRoot!.querySelector('dialog')).toBe(null);
  await expect.poll(() => focused(host)).toBe('menu-button');
  expect(host.style.minHeight).toBe('');
  await userEvent.click(inside(host, '#menu-button'));
  await expect.poll(() => focused(host)).toBe('table');
  await userEvent.click(inside(host, '[data-item="embed"]'));
  await expect.poll(() => host.shadowRoot!.querySelector('dialog[open]')).not.toBe(null);
  await userEvent.click(inside(host, '.embed-actions button:last-of-type'));
  await expect.poll(() => host.shadowRoot!.querySelector('dialog')).toBe(null);
});

test('Only ways that lead to a working widget are offered.', () => {
  const state = (chart: 'bar' | 'table') =>
    ({ ...published(LIVE), blueprint: { ...blueprint, chart: { type: chart } } }) as const;
  const of = (chart: 'bar' | 'table') => waysFor({ ...state(chart) } as Parameters<typeof waysFor>[0]);
  expect(of('bar')).toEqual(['element', 'iframe', 'picture', 'oembed']);
  expect(of('table')).toEqual(['element', 'iframe', 'oembed']);
  setLoaderUrl('');
  expect(of('bar')).toEqual(['picture', 'oembed']);
});

test('axe finds nothing in it, and at 320 pixels nothing scrolls sideways, in every language, light and dark.', async () => {
  await page.viewport(320, 640);
  for (const locale of ['zh-CN', 'bo', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      const host = await opened({ locale, theme, size: 'large' });
      const dialog = inside(host, 'dialog');
      expect(dialog.scrollWidth, locale).toBeLessThanOrEqual(dialog.clientWidth);
      for (const target of dialog.querySelectorAll<HTMLElement>('label.embed-option, button')) {
        expect(target.getBoundingClientRect().height, target.textContent).toBeGreaterThanOrEqual(44);
      }
      const { violations, passes } = await axe.run(host, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      expect(passes.some(({ id }) => id === 'color-contrast')).toBe(true);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  }
});
