import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base } from 'vitest';
import { chromiumLaunchOptions } from '../../../tools/chromium.mjs';
import { startServer } from '../../../tools/serve.mjs';

export const BUILT = fileURLToPath(new URL('../dist', import.meta.url));

export interface Faults {
  /** Sees each request before the server does; what it answers goes no further. */
  readonly before?: RequestListener;
  /** Content Security Policy instead of the server's own. */
  readonly csp?: string;
}

export interface Visit {
  readonly page: Page;
  readonly origin: string;
  /** The address of every request that the page and its workers made. */
  readonly requests: readonly string[];
  /** Errors and warnings of the console, and errors that nobody caught. */
  readonly noise: readonly string[];
}

export interface VisitOptions extends Faults, BrowserContextOptions {
  /** Default: the front page, in Chinese. */
  readonly path?: string;
  /** Runs in the page before its own scripts. */
  readonly script?: () => void;
}

interface Fixtures {
  $file: { browser: Browser };
  $test: {
    /** Serves the production build, with faults where the test asks for some, and opens it in a browser context of its own. */
    visit: (options?: VisitOptions) => Promise<Visit>;
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
  visit: async ({ browser }, use) => {
    const closers: (() => Promise<unknown>)[] = [];
    await use(async ({ before, csp, path = '/', script, ...context }: VisitOptions = {}) => {
      if (!existsSync(`${BUILT}/index.html`))
        throw new Error(`There is no production build in ${BUILT}. Build it first: npm start`);
      const site = await startServer({
        roots: { '/': BUILT },
        port: 0,
        ...(before && { before }),
        ...(csp && { csp }),
      });
      const opened = await browser.newContext(context);
      closers.push(
        () => opened.close(),
        () => site.close(),
      );
      const page = await opened.newPage();
      page.setDefaultTimeout(15_000);
      if (script) await page.addInitScript(script);
      const requests: string[] = [];
      const noise: string[] = [];
      opened.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text());
      });
      page.on('pageerror', (error) => noise.push(String(error)));
      await page.goto(site.origin + path);
      return { page, origin: site.origin, requests, noise };
    });
    for (const close of closers) await close();
  },
});
