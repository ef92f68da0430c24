import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Builder, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { findWebKit } from '../../../../tools/other-browsers.mjs';
import type { BrowserWindow } from './window.ts';

const KEYS = {
  Tab: Key.TAB,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  Escape: Key.ESCAPE,
  Enter: Key.ENTER,
} as const;
const PATIENCE_MS = 20_000;

/** A window of WebKitGTK with a view of that size, on a screen of its own, driven by its WebDriver. */
export async function openWebKit(width: number, height: number): Promise<BrowserWindow> {
  const found = findWebKit();
  if (!found) throw new Error('There is no WebKitGTK with its driver.');
  const { display, number } = await screen(found.display, width, height);
  const port = await freePort();
  const driver = spawn(found.driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1' },
    stdio: 'ignore',
  });
  const session = await connected(port, found.browser);
  const end = async (): Promise<void> => {
    await session.quit().catch(() => {});
    for (const each of [driver, display]) each.kill();
  };
  await resize(session, width, height);
  const pointAt = (x: number, y: number) =>
    session.actions({ async: true }).move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 });
  return {
    open: async (address) => {
      await session.get(address);
      const isOpen = (wanted: string) => location.href === wanted && document.readyState !== 'loading';
      const ask = () => session.executeScript<boolean>(`return (${isOpen})(arguments[0])`, address);
      // A script of the page before is cut off.
      await session.wait(() => ask().catch(() => false), PATIENCE_MS);
    },
    run: (script, ...inputs) => session.executeScript(`return (${script})(...arguments)`, ...inputs) as never,
    pointAt: (x, y) => pointAt(x, y).perform(),
    click: (x, y) => pointAt(x, y).click().perform(),
    press: (key) => session.actions().sendKeys(KEYS[key]).perform(),
    picture: async () => Buffer.from(await session.takeScreenshot(), 'base64'),
    close: end,
  };
}

/** An X server without a screen, which says itself which number it has. */
async function screen(path: string, width: number, height: number): Promise<{ display: ChildProcess; number: string }> {
  const size = `${width + 200}x${height + 300}x24`;
  const display = spawn(path, ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((done, fail) => {
    display.stdout?.once('data', (text) => done(String(text).trim()));
    display.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
  });
  return { display, number };
}

async function connected(port: number, binary: string): Promise<WebDriver> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const session = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities({
          browserName: 'MiniBrowser',
          // Else each command waits for scripts and frames that are on their way.
          pageLoadStrategy: 'none',
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        })
        .build();
      await session.manage().setTimeouts({ pageLoad: PATIENCE_MS });
      return session;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(200);
    }
  }
}

/** The window is larger than the view in it. */
async function resize(session: WebDriver, width: number, height: number): Promise<void> {
  const rect = { x: 0, y: 0, width, height };
  await session.manage().window().setRect(rect);
  const [inner, innerHeight] = await session.executeScript<[number, number]>('return [innerWidth, innerHeight]');
  await session
    .manage()
    .window()
    .setRect({ ...rect, width: 2 * width - inner, height: 2 * height - innerHeight });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}
