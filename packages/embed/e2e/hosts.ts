import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { test as base } from 'vitest';
import { chromiumLaunchOptions } from '../../../tools/chromium.mjs';
import { startServer } from '../../../tools/serve.mjs';

/** The loader as a site publishes it. */
export const SITE = fileURLToPath(new URL('../dist/site', import.meta.url));

const TYPES: Readonly<Record<string, string>> = { '.js': 'javascript', '.css': 'css' };

/** A host page's policy: scripts and data of the hosts named, no inline script or style, markup by Lit only. */
export function policyOf({ hosts = "'self'", inline = '' }: { hosts?: string; inline?: string } = {}): string {
  return [
    "default-src 'none'",
    `script-src ${hosts} ${inline}`,
    `connect-src ${hosts}`,
    "style-src 'self'",
    `img-src ${hosts} data:`,
    `frame-src ${hosts}`,
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html lantu',
  ].join('; ');
}

export interface Host {
  /** Pages, scripts (`.js`) and style sheets (`.css`) by their path. Everything under `/embed/` is the loader. */
  readonly pages: Readonly<Record<string, string>>;
  readonly csp?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Further folders by the path they are served under. */
  readonly roots?: Readonly<Record<string, string>>;
}

export interface Visit {
  readonly page: Page;
  /** The address of every request of the page, its frames and workers. */
  readonly requests: readonly string[];
  /** Errors and warnings of the console, and errors that nobody caught. */
  readonly noise: string[];
}

/** The address of a page, and of which files, by glob, it gets none, or gets them later. */
export interface Lacks {
  readonly page: string;
  readonly lacking?: string;
  readonly late?: { readonly address: string; readonly when: Promise<void> };
}

interface Fixtures {
  $file: { browser: Browser };
  $test: {
    /** Starts a host of its own origin, and returns that. */
    serve: (host: Host) => Promise<string>;
    visit: (address: string) => Promise<Visit>;
    /** The same of a page that lacks something. */
    visitLacking: (lacks: Lacks) => Promise<Visit>;
    /** The same of a page that gets what draws its widgets once `bring` is called. */
    visitLate: (address: string) => Promise<Visit & { readonly bring: () => void }>;
    closers: (() => Promise<unknown>)[];
  };
}

export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
    async ({}, use) => {
      const browser = await chromium.launch(chromiumLaunchOptions());
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  closers: async ({}, use) => {
    const closers: (() => Promise<unknown>)[] = [];
    await use(closers);
    for (const close of closers) await close();
  },
  serve: async ({ closers }, use) => {
    if (!existsSync(`${SITE}/embed.js`)) throw new Error(`There is no loader in ${SITE}. Build it first: npm start`);
    await use(async ({ pages, csp = policyOf(), headers = {}, roots = {} }) => {
      const before: RequestListener = (request, response) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        const path = new URL(request.url ?? '/', 'http://host').pathname;
        const content = pages[path];
        if (content === undefined) return;
        response.setHeader('Content-Type', `text/${TYPES[extname(path)] ?? 'html'};charset=utf-8`);
        response.end(content);
      };
      const server = await startServer({ roots: { '/embed/': SITE, ...roots }, port: 0, before, csp });
      closers.push(() => server.close());
      return server.origin;
    });
  },
  visit: async ({ browser, closers }, use) => {
    await use((page) => opened(browser, closers, { page }));
  },
  visitLacking: async ({ browser, closers }, use) => {
    await use((lacks) => opened(browser, closers, lacks));
  },
  visitLate: async ({ visitLacking }, use) => {
    await use(async (page) => {
      let bring = (): void => {};
      const when = new Promise<void>((done) => (bring = done));
      return { ...(await visitLacking({ page, late: { address: '**/assets/widget-*.js', when } })), bring };
    });
  },
});

async function opened(
  browser: Browser,
  closers: (() => Promise<unknown>)[],
  { page: address, lacking, late }: Lacks,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  closers.unshift(() => context.close());
  const page = await context.newPage();
  const requests: string[] = [];
  const noise: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text());
  });
  page.on('pageerror', (error) => noise.push(String(error)));
  if (lacking) await page.route(lacking, (route) => route.abort());
  if (late) await page.route(late.address, (route) => late.when.then(() => route.continue()));
  await page.goto(address);
  return { page, requests, noise };
}

/** A whole page around `body`. */
export function html(body: string, { root = '', head = '' }: { root?: string; head?: string } = {}): string {
  return `<!doctype html><html lang="zh-CN" ${root}><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}
