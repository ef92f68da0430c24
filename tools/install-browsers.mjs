import process from 'node:process';
import { findChromium } from './chromium.mjs';
import { OTHER_BROWSERS } from './other-browsers.mjs';
import { capture, step, Unmet } from './run.mjs';

const LANGUAGES = { zh: 'Chinese', bo: 'Tibetan' };

/**
 * Makes sure that the tests have a Chromium, fonts for Chinese and Tibetan, and the other browsers; as root on a Debian it installs them.
 *
 * @throws {Unmet} when there is no Chromium and it cannot be installed
 */
export async function ensureBrowsers() {
  if (!findChromium()) {
    console.log('No Chromium found.');
    const reason = await install('chromium');
    if (reason) {
      throw new Unmet(
        `The browser tests need a Chromium, and it cannot be installed: ${reason}.\n` +
          'Install Chromium or Chrome by hand, and where it is not found by itself, name it:\n' +
          '  LANTU_CHROMIUM=/path/to/chrome npm test',
      );
    }
  }
  const lacking = await languagesWithoutFont();
  if (lacking.length > 0) {
    const named = `font for ${lacking.map((language) => LANGUAGES[language]).join(' and ')}`;
    await installOrGoOn(
      named,
      'tests that measure text in it may differ',
      'fontconfig',
      'fonts-noto-cjk',
      'fonts-noto-core',
    );
  }
  const others = Object.values(OTHER_BROWSERS).filter(({ isThere }) => !isThere());
  if (others.length > 0) {
    const named = others.map(({ title }) => title).join(' and no ');
    await installOrGoOn(named, 'its tests are skipped', ...others.flatMap(({ packages }) => packages));
  }
}

/**
 * @param {string} named
 * @param {string} otherwise what comes of it where it cannot be installed
 * @param {...string} packages
 */
async function installOrGoOn(named, otherwise, ...packages) {
  console.log(`No ${named} found.`);
  const reason = await install(...packages).catch((error) => (error instanceof Error ? error.message : String(error)));
  if (reason) console.log(`! Going on without: ${reason}. ${otherwise[0]?.toUpperCase()}${otherwise.slice(1)}.`);
}

let areListsRead = false;

/**
 * @param {...string} packages
 * @returns {Promise<string | undefined>} why they cannot be installed here
 * @throws {Unmet} where it was tried in vain
 */
async function install(...packages) {
  if ((await capture(['apt-get', '--version'])).code !== 0) return 'there is no apt-get here';
  if (process.getuid?.() !== 0) return 'this user is not root';
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (!areListsRead) await step('Reading package lists', ['apt-get', 'update'], { env });
  areListsRead = true;
  const command = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages];
  await step(`Installing ${packages.join(' ')}`, command, { env });
  return undefined;
}

/** @returns {Promise<(keyof typeof LANGUAGES)[]>} those without a font; none where fontconfig is not what picks fonts */
async function languagesWithoutFont() {
  if (process.platform !== 'linux') return [];
  /** @type {(keyof typeof LANGUAGES)[]} */
  const missing = [];
  for (const language of /** @type {const} */ (['zh', 'bo'])) {
    const { code, output } = await capture(['fc-list', `:lang=${language}`, 'family']);
    if (code !== 0 || output.trim() === '') missing.push(language);
  }
  return missing;
}
