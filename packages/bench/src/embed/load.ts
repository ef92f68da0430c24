import type { Browser, CDPSession, Page } from 'playwright';
import { type Probed, type ProbeTask, probe } from './probe.ts';

/** A link between reader and site. */
export interface Link {
  readonly id: string;
  readonly title: string;
  /** Left out: as fast as the machine is. */
  readonly slowed?: { readonly bitsPerSecond: number; readonly latencyMs: number };
}

const VIEWPORT = { width: 1280, height: 800 };
const TIMEOUT_MS = 60_000;
/** What the browser still does for a context that it has just made is no part of the load. */
const SETTLE_MS = 100;

/**
 * Opens `url` in a browser context of its own, with nothing cached, and waits until it is alive and the network is quiet. Until then
 * nothing runs in the page but the page and the probe.
 *
 * @throws {Error} where it does not come alive within a minute, or an error is thrown or logged in it
 */
export async function load(browser: Browser, url: string, task: ProbeTask, link: Link): Promise<Required<Probed>> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const faults = faultsOf(page);
    const session = await context.newCDPSession(page);
    await slow(session, link);
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'lantuAlive' satisfies keyof Window });
    const alive = whenAlive(session);
    await page.addInitScript(probe, task);
    await page.waitForTimeout(SETTLE_MS);
    await page.goto(url, { waitUntil: 'commit' });
    const isAlive = await alive;
    if (isAlive) await page.waitForLoadState('networkidle');
    if (faults.length > 0) throw new Error(`${url} had errors: ${faults.join(' ')}`);
    if (!isAlive) throw new Error(`${url} did not come alive within ${TIMEOUT_MS / 1000} s.`);
    const seen = await page.evaluate(() => window.lantuProbe);
    if (seen?.paintedMs === undefined || seen.aliveMs === undefined) throw new Error(`${url} lost its probe.`);
    return { ...seen, paintedMs: seen.paintedMs, aliveMs: seen.aliveMs };
  } finally {
    await context.close();
  }
}

function faultsOf(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return faults;
}

/** Becomes true when the probe says that the page is alive, false when that takes too long. */
function whenAlive(session: CDPSession): Promise<boolean> {
  return new Promise((done) => {
    const timer = setTimeout(done, TIMEOUT_MS, false);
    session.once('Runtime.bindingCalled', () => {
      clearTimeout(timer);
      done(true);
    });
  });
}

/** Slows the page's link and those of its workers, which have each a network of their own in the DevTools protocol. */
async function slow(session: CDPSession, { slowed }: Link): Promise<void> {
  if (!slowed) return;
  const bytesPerSecond = slowed.bitsPerSecond / 8;
  const conditions = {
    offline: false,
    latency: slowed.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  };
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', conditions);
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const messages = [
      { method: 'Network.enable' },
      { method: 'Network.emulateNetworkConditions', params: conditions },
      { method: 'Runtime.runIfWaitingForDebugger' },
    ];
    for (const [id, message] of messages.entries()) {
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, ...message }) });
    }
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
}
