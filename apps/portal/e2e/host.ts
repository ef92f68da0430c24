import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { BUILT } from './site.ts';

const JQUERY = readFileSync(createRequire(import.meta.url).resolve('jquery/dist/jquery.min.js'), 'utf8');

/** A reset as sites had them, with all that an author does who wants to be sure. */
const RESET = `
  html { font-size: 62.5% !important; }
  * { margin: 0 !important; padding: 0 !important; box-sizing: content-box !important; }
  body, body * { line-height: 1 !important; letter-spacing: 2px; text-transform: uppercase; font-style: italic; color: #0a0; text-align: center; }
  table { border-collapse: separate !important; width: 10px !important; table-layout: fixed; }
  figure, details, button, select { display: block !important; float: left !important; width: 30px !important; overflow: hidden !important; }
  svg, svg * { fill: red !important; stroke: red !important; max-width: 20px !important; }
  img { height: auto; max-width: 100%; border: 5px solid red; }
  a, p, h3 { font-size: 30px !important; text-decoration: none !important; }
  .filters, .frame, .plot, .menu, .title { display: none !important; }
`;

/** What scripts of such sites do to what all scripts share, before and after the loader. */
const POLLUTION = `
  Array.prototype.last = function () { return this[this.length - 1]; };
  Array.prototype.remove = function (value) { return this.filter((each) => each !== value); };
  String.prototype.format = function () { return this; };
  Function.prototype.bindTo = Function.prototype.bind;
  window.name = 'top';
  window.define = () => { throw new Error('there is no AMD here'); };
  window.define.amd = {};
  window.module = { exports: {} };
  window.exports = window.module.exports;
  window.process = { env: {} };
  window.$ = 'not jQuery';
  window.litElementVersions = ['1.0.0'];
`;

/** A page of another site, on the portal's server. */
export interface Host {
  readonly body: string;
  readonly head?: string;
  /** Left out for a page in quirks mode. */
  readonly doctype?: string;
  /** Attributes of the root element. */
  readonly root?: string;
}

export const HOST = '/host.html';
export const LOADER = '<script type="module" src="embed/embed.js"></script>';

/** Scripts and styles of a site that is fifteen years old. */
export const OLD_SITE =
  '<link rel="stylesheet" href="/old/reset.css"><script src="/old/jquery.js"></script><script src="/old/site.js"></script>';

/** The worst that a script can do to others: whatever goes through the names of an object finds one more. */
export const CHANGED_OBJECTS = '<script src="/old/objects.js"></script>';

/** Serves the host's page and what it is made of; everything else is the portal's. */
export function hosting({
  body,
  head = LOADER,
  doctype = '<!doctype html>',
  root = 'lang="zh-CN"',
}: Host): RequestListener {
  const page = `${doctype}<html ${root}><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
  const files: Readonly<Record<string, readonly [type: string, content: string]>> = {
    [HOST]: ['text/html', page],
    '/old/reset.css': ['text/css', RESET],
    '/old/jquery.js': ['text/javascript', JQUERY],
    '/old/site.js': ['text/javascript', POLLUTION],
    '/old/objects.js': ['text/javascript', "Object.prototype.inherited = 'inherited';"],
  };
  return ({ url = '' }, response) => {
    const file = files[url.split('?')[0] ?? ''];
    if (!file) return;
    response.setHeader('Content-Type', `${file[0]};charset=utf-8`);
    response.end(file[1]);
  };
}

const portal = readFileSync(`${BUILT}/index.html`, 'utf8');

/** The element of a widget as it was pasted into the portal's page, with its still. */
export function codeOf(id: string): string {
  const start = portal.search(new RegExp(`<lantu-widget [^>]*src="widgets/${id}/widget[.]json"`));
  const end = portal.indexOf('</lantu-widget>', start);
  if (start < 0) throw new RangeError(`the portal has no widget ${id}`);
  return `${portal.slice(start, end)}</lantu-widget>`;
}

/** The same in one line, without a still. */
export const bareCodeOf = (id: string): string => `<lantu-widget src="widgets/${id}/widget.json"></lantu-widget>`;

/** A published file of a widget. */
export const published = (path: string): string => readFileSync(`${BUILT}/widgets/${path}`, 'utf8');
