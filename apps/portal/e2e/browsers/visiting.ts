import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { STRICT_CSP, startServer } from '../../../../tools/serve.mjs';
import { HOST, hosting, LOADER } from '../host.ts';
import { BUILT } from '../site.ts';
import type { BrowserWindow } from './window.ts';

/** Keeps what goes wrong in the page for it to be asked: not every driver tells it. */
const NOISE = `window.noise = [];
addEventListener('error', ({ message, target }) => noise.push(message || 'not fetched: ' + (target.src || target.href)), true);
addEventListener('unhandledrejection', ({ reason }) => noise.push(String(reason)));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => noise.push(violatedDirective + ': ' + blockedURI));
for (const kind of ['error', 'warn']) console[kind] = (...words) => noise.push(words.join(' '));`;

export interface Visit {
  /** Sends the scripts that were held back. */
  readonly release: () => void;
  /** Errors and warnings of the console, errors that nobody caught, and what the policy refused. */
  readonly noise: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}

export interface VisitOptions {
  /** What loads the widgets, in the page's head. */
  readonly head?: string;
  /** Scripts with such an address are kept back. */
  readonly held?: RegExp;
}

/** Opens a page of another site with `body`, under a strict policy. */
export async function visitIn(
  view: BrowserWindow,
  body: string,
  { head = LOADER, held }: VisitOptions = {},
): Promise<Visit> {
  const waiting: (() => void)[] = [];
  const host = hosting({ body, head: `<script src="/noise.js"></script>${head}` });
  const before: RequestListener = (request, response) => {
    const { url = '' } = request;
    const isHeld = held?.test(url) ?? false;
    if (url !== '/noise.js' && !isHeld) return host(request, response);
    response.setHeader('Content-Type', 'text/javascript;charset=utf-8');
    if (!isHeld) return response.end(NOISE);
    response.flushHeaders();
    waiting.push(() => response.end(readFileSync(`${BUILT}${url}`)));
  };
  const site = await startServer({ roots: { '/': BUILT }, port: 0, before, csp: `${STRICT_CSP}; frame-src 'self'` });
  await view.open(site.origin + HOST);
  return {
    release: () => {
      for (const send of waiting.splice(0)) send();
    },
    noise: () => view.run(() => Reflect.get(window, 'noise') as string[]),
    close: () => site.close(),
  };
}
