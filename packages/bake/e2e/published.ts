import type { RequestListener } from 'node:http';
import { extname } from 'node:path';
import { LOCALES, WIDGET_FORMAT } from '@lantu/spec';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base } from 'vitest';
import { chromiumLaunchOptions } from '../../../tools/chromium.mjs';
import { startServer } from '../../../tools/serve.mjs';
import { pagesOf } from '../src/page/index.ts';
import { picturesOf } from '../src/picture/index.ts';
import { exampleWidget } from '../test/widgets.ts';

/** The widgets that are published for the tests. */
export const EXAMPLES = ['bar-long-names', 'line-gaps', 'kpi-months'] as const;

const VERSION = '0'.repeat(16);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface Visit {
  readonly page: Page;
  /** Errors and warnings of the console. */
  readonly noise: readonly string[];
}

/** A page of the examples, and how its window is. */
export interface Destination extends BrowserContextOptions {
  readonly path: string;
}

interface Fixtures {
  $file: { origin: string; browser: Browser };
  $test: {
    /** Opens a page, under a policy that allows nothing inside a page, without the loader. */
    visit: (destination: Destination) => Promise<Visit>;
  };
}

/** The files of the examples by their paths; each still also as a page without a style sheet, and the picture without its fonts (`bare`). */
async function published(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of EXAMPLES) {
    const input = exampleWidget(name);
    const pictures = await picturesOf(input);
    const { blueprint, answers, locales } = input;
    const document = { lantu: WIDGET_FORMAT, version: VERSION, folder: './', blueprint, answers, locales } as const;
    const more = {
      document,
      kind: 'frozen',
      version: VERSION,
      loader: './none.js',
      files: new Map(),
      pictures,
    } as const;
    const pages = pagesOf({ ...input, ...more });
    for (const [file, bytes] of [...pictures, ...pages]) files.set(`/${name}/${file}`, bytes);
    for (const locale of LOCALES) {
      const svg = new TextDecoder().decode(pictures.get(`${locale}.light.svg`));
      files.set(`/${name}/${locale}.bare.svg`, new TextEncoder().encode(svg.replace(/<style>.*?<\/style>/s, '')));
      for (const end of ['still', 'inline']) {
        const still = new TextDecoder().decode(pages.get(`${locale}.${end}.html`));
        const page = `<!doctype html><html lang="${locale}"><title>Host</title><lantu-widget>${still}</lantu-widget><p id="below">Below</p></html>`;
        files.set(`/${name}/host.${locale}.${end}.html`, new TextEncoder().encode(page));
      }
    }
  }
  return files;
}

export const test = base.extend<Fixtures>({
  origin: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
    async ({}, use) => {
      const files = await published();
      const before: RequestListener = (request, response) => {
        const path = new URL(request.url ?? '/', 'http://host').pathname;
        const content = ['/none.js', '/favicon.ico'].some((each) => path.endsWith(each)) ? '' : files.get(path);
        if (content === undefined) return;
        response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/javascript');
        response.end(content);
      };
      const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";
      const server = await startServer({ roots: {}, port: 0, before, csp });
      await use(server.origin);
      await server.close();
    },
    { scope: 'file' },
  ],
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const browser = await chromium.launch(chromiumLaunchOptions());
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  visit: async ({ browser, origin }, use) => {
    const closers: (() => Promise<void>)[] = [];
    await use(async ({ path, ...options }) => {
      const context = await browser.newContext(options);
      closers.push(() => context.close());
      const page = await context.newPage();
      const noise: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text());
      });
      await page.goto(`${origin}${path}`);
      return { page, noise };
    });
    for (const close of closers) await close();
  },
});
