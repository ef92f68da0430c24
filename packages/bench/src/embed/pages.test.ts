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
import type { Answering, Keys } from './probe.ts';
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
    'the page with %s is painted, and answers a real pointer, and real keys where it says so, by its first script alone',
    async (_, page) => {
      const chart = charts.find((each) => each.id === id)!;
      const task = page.probe(chart);
      const url = server.origin + addressOf(id, page.id);
      traffic.take();
      const { paintedMs, aliveMs, keysMs, wholeMs } = await load(browser, url, task, LOCAL, traffic);
      expect(paintedMs).toBeGreaterThan(0);
      expect(aliveMs).toBeGreaterThan(0);
      expect(keysMs).toBeGreaterThanOrEqual(aliveMs);
      expect(wholeMs).toBeGreaterThanOrEqual(keysMs);
      expect(traffic.take().bytes.engine > 0).toBe(page.id === 'mosaic');
      const { alive, keys, whole } = task;
      if (alive) expect(await answers(url, alive, keys, whole && '**/assets/widget-*.js')).toBe(true);
      if (whole) expect(await answers(url, whole)).toBe(true);
    },
    120_000,
  );
});

/** Whether the tooltip says what it is to say when the mouse stands on the first bar, and after Tab and End, in a page that never gets `lacking`. */
async function answers(
  url: string,
  { bars, tooltip, says, point }: Answering,
  keys?: Keys,
  lacking?: string,
): Promise<boolean> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    if (lacking) await page.route(lacking, (route) => route.abort());
    await page.goto(url);
    const first = page.locator(bars.join(' ')).first();
    await first.waitFor();
    const box = await first.boundingBox();
    if (!box) return false;
    const { x, y } = point ?? { x: box.width / 2, y: box.height / 2 };
    await page.mouse.move(box.x + x, box.y + y, { steps: 3 });
    const isSaid = (where: readonly string[], words: string) =>
      page.locator(where.join(' ')).filter({ hasText: words }).first().waitFor({ state: 'attached' });
    await isSaid(tooltip, says);
    if (!keys) return true;
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await isSaid(keys.tooltip, keys.says);
    return true;
  } finally {
    await page.close();
  }
}
