import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Browsers besides Chromium in which the built portal is tested, where they are installed, and the Debian packages that they are in. */
export const OTHER_BROWSERS = {
  firefox: { title: 'Firefox', packages: ['firefox-esr'], isThere: () => findFirefox() !== undefined },
  webkit: {
    title: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    isThere: () => findWebKit() !== undefined,
  },
};

/** The path of an installed Firefox: `LANTU_FIREFOX` if set, else the first of the usual names on the `PATH`. */
export function findFirefox(env = process.env) {
  return env['LANTU_FIREFOX'] ?? find(['firefox-esr', 'firefox'], env);
}

/**
 * The paths of what drives WebKitGTK: its WebDriver, the browser that comes with it, and the X server without a screen.
 *
 * @returns {{ driver: string, browser: string, display: string } | undefined} undefined where one of them is not installed
 */
export function findWebKit(env = process.env) {
  const [driver, display] = [find(['WebKitWebDriver'], env), find(['Xvfb'], env)];
  const browser = librariesOf()
    .map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser'))
    .find(existsSync);
  return driver && display && browser ? { driver, browser, display } : undefined;
}

/**
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} env
 */
function find(names, env) {
  const folders = ['/usr/bin', ...(env['PATH'] ?? '').split(delimiter)];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** Debian has a folder of libraries for each architecture. */
function librariesOf() {
  if (!existsSync('/usr/lib')) return [];
  return readdirSync('/usr/lib')
    .filter((name) => name.endsWith('-linux-gnu'))
    .map((name) => join('/usr/lib', name));
}
