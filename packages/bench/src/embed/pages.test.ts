import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumLaunchOptions } from '../../../../tools/chromium.mjs';
import { startServer } from '../../../../tools/serve.mjs';
import type { BenchChart } from './charts.ts';
import { POLICY } from './embed.ts';
import { load } from './load.ts';
import { PAGES } from './pages.ts';
import { addressOf, buildSite, CHARTS } from './site.ts';
import { Traffic } from './traffic.ts';

const LOCAL = { id: 'local', title: '' };

let folder: string;
let charts: readonly BenchChart[];
let browser: Browser;
let server: Awaited<ReturnType<typeof startServer>>;
let traffic: Traffic;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-bench-'));
  charts = await buildSite(folder, PAGES, { isCompressed: false });
  traffic = new Traffic(folder);
  server = await startServer({ roots: { '/': folder }, port: 0, csp: POLICY, before: traffic.listen });
  browser = await chromium.launch(chromiumLaunchOptions());
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(CHARTS.map(({ id }) => id))('of %s', (id) => {
  test.each(PAGES.map((page) => [page.title, page] as const))(
    'the page with %s is painted, and its first bar answers a real pointer',
    async (_, page) => {
      const chart = charts.find((each) => each.id === id)!;
      const task = page.probe(chart);
      const url = server.origin + addressOf(id, page.id);
      traffic.take();
      const { paintedMs, aliveMs } = await load(browser, url, task, LOCAL, traffic);
      expect(paintedMs).toBeGreaterThan(0);
      expect(aliveMs).toBeGreaterThan(0);
      expect(traffic.take().bytes.engine > 0).toBe(page.id === 'mosaic');
      expect(await tooltipUnderPointer(url, task.alive)).toBe(task.alive === undefined ? undefined : true);
    },
    120_000,
  );
});

/** Whether the tooltip says what it is to say when the mouse stands on the first bar; undefined where there is none to ask. */
async function tooltipUnderPointer(
  url: string,
  alive: ReturnType<(typeof PAGES)[number]['probe']>['alive'],
): Promise<boolean | undefined> {
  if (!alive) return undefined;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(url);
    const box = await page.locator(alive.bars.join(' ')).first().boundingBox();
    if (!box) return false;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await page.locator(alive.tooltip.join(' ')).filter({ hasText: alive.says }).first().waitFor({ state: 'attached' });
    return true;
  } finally {
    await page.close();
  }
}
