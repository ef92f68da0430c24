import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { Unmet } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The command-line switches under which every test drives Chromium: no sandbox (CI is root), no request of its own. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of an installed Chromium: `LANTU_CHROMIUM` if set, else the first of the usual names in `/usr/bin` and on the `PATH`.
 *
 * @returns {string | undefined} undefined when there is none
 * @throws {Unmet} when `LANTU_CHROMIUM` names a file that does not exist
 */
export function findChromium(env = process.env) {
  const named = env['LANTU_CHROMIUM'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Unmet(`LANTU_CHROMIUM names a file that does not exist: ${named}`);
  }
  const folders = ['/usr/bin', ...(env['PATH'] ?? '').split(delimiter)];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * Launch options for Playwright's `chromium.launch`.
 *
 * @throws {Unmet} when no Chromium is installed
 */
export function chromiumLaunchOptions() {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Unmet(
      'No Chromium found. Install one, or set LANTU_CHROMIUM to the path of an installed Chromium or Chrome.',
    );
  }
  return { executablePath, args: [...CHROMIUM_ARGS] };
}
