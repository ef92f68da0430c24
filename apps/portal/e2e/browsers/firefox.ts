import { launch } from 'puppeteer-core';
import { findFirefox } from '../../../../tools/other-browsers.mjs';
import type { BrowserWindow } from './window.ts';

/** A window of Firefox of that size, driven by WebDriver BiDi. */
export async function openFirefox(width: number, height: number): Promise<BrowserWindow> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('There is no Firefox.');
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  return {
    open: async (address) => {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
    },
    run: (script, ...inputs) => page.evaluate(script as never, ...inputs) as never,
    pointAt: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}
