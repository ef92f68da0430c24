import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { type Probed, type ProbeTask, probe } from './probe.ts';
import { openPage, type PageSession } from './session.ts';
import type { Traffic } from './traffic.ts';

/** A link between reader and site. */
export interface Link {
  readonly id: string;
  readonly title: string;
  /** Left out: as fast as the machine is. */
  readonly slowed?: { readonly bitsPerSecond: number; readonly latencyMs: number };
}

const VIEWPORT = { width: 1280, height: 800 };
const TIMEOUT_MS = 60_000;
/** What the browser still does for the window that it has just made, pages of its own among it, is no part of the load: half a second of work. */
const SETTLE_MS = 1_000;
/** Longer than most pages take: until then nobody asks them anything. */
const FIRST_LOOK_MS = 800;
const LOOK_MS = 400;
const QUIET_MS = 500;

/** What was seen of a page that is painted and alive. */
export type Load = Required<Omit<Probed, 'faults'>>;

/**
 * Opens `url` in a browser context of its own, with nothing cached, and waits until it is alive and asks `traffic` for nothing more.
 * Until then nothing runs in the page but the page and the probe.
 *
 * @throws {Error} where it does not come alive within a minute, or an error is thrown or logged in it
 */
export async function load(
  browser: Browser,
  url: string,
  task: ProbeTask,
  link: Link,
  traffic: Traffic,
): Promise<Load> {
  const page = await openPage(browser, VIEWPORT);
  try {
    await slow(page, link);
    await page.send('Page.enable');
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${probe})(${JSON.stringify(task)})` });
    await sleep(SETTLE_MS);
    await page.send('Page.navigate', { url });
    const seen = await whenAlive(page);
    while (traffic.quietMs < QUIET_MS) await sleep(QUIET_MS - traffic.quietMs);
    const { shift, faults } = (await look(page)) ?? { shift: 0, faults: ['its probe was lost'] };
    if (faults.length > 0) throw new Error(`${url} had errors: ${faults.join(' ')}`);
    if (!seen) throw new Error(`${url} was not alive and whole within ${TIMEOUT_MS / 1000} s.`);
    return { ...seen, shift };
  } finally {
    await page.close();
  }
}

/** What the probe has seen once the page is painted and alive; undefined when that takes too long. */
async function whenAlive(page: PageSession): Promise<Omit<Load, 'shift'> | undefined> {
  const until = Date.now() + TIMEOUT_MS;
  await sleep(FIRST_LOOK_MS);
  while (Date.now() < until) {
    const { paintedMs, aliveMs, keysMs, wholeMs } = (await look(page)) ?? {};
    if (paintedMs !== undefined && aliveMs !== undefined && keysMs !== undefined && wholeMs !== undefined)
      return { paintedMs, aliveMs, keysMs, wholeMs };
    await sleep(LOOK_MS);
  }
  return undefined;
}

async function look(page: PageSession): Promise<Probed | undefined> {
  const { result } = await page.send('Runtime.evaluate', { expression: 'window.lantuProbe', returnByValue: true });
  return (result as { readonly value?: Probed }).value;
}

/** Slows the page's link, and those of its workers, which have each a network of their own in the DevTools protocol. */
async function slow(page: PageSession, { slowed }: Link): Promise<void> {
  if (!slowed) return;
  const bytesPerSecond = slowed.bitsPerSecond / 8;
  const conditions = {
    offline: false,
    latency: slowed.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  };
  await page.send('Network.enable');
  await page.send('Network.emulateNetworkConditions', conditions);
  await page.tellWorkers([
    { method: 'Network.enable' },
    { method: 'Network.emulateNetworkConditions', params: conditions },
    { method: 'Runtime.runIfWaitingForDebugger' },
  ]);
}
