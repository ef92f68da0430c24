import type { WidgetDocument } from '@lantu/spec';
import { vi } from 'vitest';
import { LantuWidget } from '../src/widget/widget.ts';
import { answers, blueprint, near } from './published.ts';

if (!customElements.get('lantu-widget')) customElements.define('lantu-widget', LantuWidget);

export const VERSION = '0123456789abcdef';

/** What readers without script see of it. */
export const STILL = `<figure style="margin: 0"><div>村集体经济收入</div><p>2023年300元，2024年700元。</p><img width="100%" height="430" alt="">
  <details><summary>数据表</summary><table><tr><td>700元</td></tr></table></details>
  <details><summary>数据来源</summary><p>蓝图</p></details></figure>`;

/** A live document, as published. */
export const document_: WidgetDocument = {
  lantu: 1,
  version: VERSION,
  folder: `./${VERSION}/`,
  blueprint,
  answers,
  near: { href: 'near.json', integrity: '', bytes: 1000 },
  locales: ['zh-CN', 'bo', 'en'],
};

type Reply = unknown | (() => Response | Promise<Response>);

/** What a server has, by path; functions answer for themselves, anything else is sent as JSON. What it has not is a 404. */
export function serve(files: Record<string, Reply>): { readonly asked: string[]; files: Record<string, Reply> } {
  const server = { asked: [] as string[], files };
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const { pathname } = new URL(String(input), location.href);
    server.asked.push(pathname);
    const reply = server.files[pathname];
    if (reply === undefined) return new Response('', { status: 404 });
    if (typeof reply === 'function') return (reply as () => Promise<Response>)();
    return new Response(typeof reply === 'string' ? reply : JSON.stringify(reply));
  });
  return server;
}

let count = 0;

/** A folder on that server, another one each time: documents are kept by their addresses. */
export function folder(): string {
  count += 1;
  return `/widgets/${count}/`;
}

/** The files of one published widget in `base`. */
export function publishedAt(base: string, more: Partial<WidgetDocument> = {}): Record<string, Reply> {
  return {
    [`${base}widget.json`]: { ...document_, ...more },
    [`${base}${VERSION}/near.json`]: near,
  };
}

/** Puts a widget on the page, with that inside it. */
export function put(src: string | undefined, attributes: Record<string, string> = {}, inside = ''): LantuWidget {
  const widget = document.createElement('lantu-widget');
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  if (src !== undefined) widget.setAttribute('src', src);
  widget.innerHTML = inside;
  document.body.append(widget);
  return widget;
}

/** `selector` in the widget. @throws {Error} where there is none */
export function part<E extends Element = HTMLElement>(widget: LantuWidget, selector: string): E {
  const found = widget.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in the widget`);
  return found;
}

/** What the widget shows, in one line. */
export function textOf(widget: LantuWidget): string {
  return widget.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
