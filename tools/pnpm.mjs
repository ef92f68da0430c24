import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { capture, ROOT, step, Unmet } from './run.mjs';

const { packageManager, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const version = packageManager.replace('pnpm@', '');
const home = join(ROOT, 'node_modules/.cache/pnpm', version);
const script = join(home, 'node_modules/pnpm/bin/pnpm.mjs');

/** @param {string} text @returns {number[]} */
const numbers = (text) => text.match(/\d+/g)?.map(Number) ?? [];

/** @throws {Unmet} when this Node.js is older than package.json's `engines` ask for */
export function checkNode() {
  const [major = 0, minor = 0] = numbers(process.versions.node);
  const [wantedMajor = 0, wantedMinor = 0] = numbers(engines.node);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw new Unmet(
      `Lantu needs Node.js ${engines.node}; this is ${process.versions.node}. Install a newer one and start again.`,
    );
  }
}

/**
 * Makes the pinned pnpm available: the one on the PATH if it has that version, else a copy under `node_modules/.cache`,
 * fetched once.
 *
 * @returns {Promise<(...args: string[]) => string[]>} builds the command line that runs pnpm with the given arguments
 * @throws {Unmet} when it is not there and cannot be fetched
 */
export async function findPnpm() {
  const installed = await capture(['pnpm', '--version'], {
    env: { npm_config_manage_package_manager_versions: 'false' },
  });
  if (installed.code === 0 && installed.output.trim() === version) return (...args) => ['pnpm', ...args];
  if (!existsSync(script)) {
    mkdirSync(home, { recursive: true });
    await step(
      `Fetching pnpm ${version}`,
      npm('install', '--prefix', home, '--no-save', '--ignore-scripts', packageManager),
    );
  }
  process.env['PATH'] = [join(home, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  return (...args) => [process.execPath, script, ...args];
}

/** @param {...string} args */
function npm(...args) {
  const cli = process.env['npm_execpath'];
  return cli?.endsWith('.js') ? [process.execPath, cli, ...args] : ['npm', ...args];
}
