import process from 'node:process';
import { findChromium } from './chromium.mjs';
import { capture, step, Unmet } from './run.mjs';

const LANGUAGES = { zh: 'Chinese', bo: 'Tibetan' };

/**
 * Makes sure that the browser tests have a Chromium and fonts for Chinese and Tibetan; as root on a Debian it installs them.
 *
 * @throws {Unmet} when there is no Chromium and it cannot be installed
 */
export async function ensureBrowser() {
  if (!findChromium()) {
    console.log('No Chromium found.');
    await install('chromium');
  }
  const missing = await languagesWithoutFont();
  if (missing.length === 0) return;
  const named = missing.map((language) => LANGUAGES[language]).join(' and ');
  try {
    console.log(`No font for ${named} found.`);
    await install('fontconfig', 'fonts-noto-cjk', 'fonts-noto-core');
  } catch (error) {
    console.log(`! ${error instanceof Error ? error.message : error}`);
    console.log(`! Going on without a font for ${named}: tests that measure text in it may differ.`);
  }
}

/** @param {...string} packages */
async function install(...packages) {
  const names = packages.join(' ');
  const root = process.getuid?.() === 0;
  const apt = (await capture(['apt-get', '--version'])).code === 0;
  if (!root || !apt) {
    const reason = apt ? 'this user is not root' : 'there is no apt-get here';
    throw new Unmet(
      packages.includes('chromium')
        ? `The browser tests need a Chromium, and it cannot be installed: ${reason}.\n` +
            'Install Chromium or Chrome by hand, and where it is not found by itself, name it:\n' +
            '  LANTU_CHROMIUM=/path/to/chrome npm test'
        : `Cannot install ${names}: ${reason}.`,
    );
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step('Reading package lists', ['apt-get', 'update'], { env });
  await step(`Installing ${names}`, ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages], { env });
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
