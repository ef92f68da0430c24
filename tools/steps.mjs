import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { checkNode, findPnpm } from './pnpm.mjs';
import { capture, ROOT, step } from './run.mjs';

const STAMPS = join(ROOT, 'node_modules/.cache/lantu/steps.json');
/** Where `npm test` leaves what Vitest counted. */
export const TEST_RESULTS = join(ROOT, 'node_modules/.cache/lantu/vitest.json');

/** What every page that embeds widgets loads. */
const LOADER = 'packages/embed/dist/site/embed.js';
const SOURCES = ['package.json', 'pnpm-lock.yaml', 'tsconfig.base.json', 'packages', 'data', 'tools'];

/** The pages that the site is made of: where each is served, and which folder its build leaves. */
export function sites() {
  const apps = readdirSync(join(ROOT, 'apps')).map((name) => ({
    title: `the ${name}`,
    folder: `apps/${name}`,
    path: name === 'portal' ? '/' : `/${name}/`,
    built: `apps/${name}/dist`,
  }));
  const storybook = { title: 'Storybook', folder: 'stories', path: '/storybook/', built: 'stories/storybook-static' };
  return [...apps, storybook].filter(({ folder }) => existsSync(join(ROOT, folder, 'package.json')));
}

/** Installs what the lockfile says, compiles, builds the loader of the widgets and the data. Returns the pinned pnpm's command line. */
export async function prepare() {
  checkNode();
  const pnpm = await findPnpm();
  await step('Installing packages', pnpm('install', '--frozen-lockfile'));
  await step('Compiling', pnpm('build'));
  await unlessDone('Building the loader', ['package.json', 'pnpm-lock.yaml', 'packages'], [LOADER], (name) =>
    step(name, pnpm('--filter', '@lantu/embed', 'build')),
  );
  await unlessDone('Building the data', SOURCES, ['data/dist/datapackage.json'], (name) => step(name, pnpm('data')));
  return pnpm;
}

/**
 * Builds the given sites for production; files of the apps are compressed ahead of time, as a public site's would be.
 *
 * @param {Awaited<ReturnType<typeof findPnpm>>} pnpm
 */
export async function buildSites(pnpm, wanted = sites()) {
  for (const { title, folder, built } of wanted) {
    await unlessDone(`Building ${title}`, [...SOURCES, folder], [`${built}/index.html`], async (name) => {
      await step(name, pnpm('--dir', folder, 'build'));
      if (folder === 'stories') return;
      await step(`Compressing ${title}`, [process.execPath, 'tools/precompress.mjs', built]);
    });
  }
}

/**
 * Runs a step, unless the files it reads are those of its last success and what it leaves is still there.
 *
 * @param {string} title
 * @param {string[]} inputs files and folders, of which those that git does not ignore count
 * @param {string[]} outputs
 * @param {(title: string) => Promise<void>} run
 */
async function unlessDone(title, inputs, outputs, run) {
  const before = await fingerprint(inputs);
  const stamps = existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, 'utf8')) : {};
  if (before && stamps[title] === before && outputs.every((path) => existsSync(join(ROOT, path)))) {
    console.log(`✓ ${title} (nothing changed)`);
    return;
  }
  await run(title);
  mkdirSync(join(STAMPS, '..'), { recursive: true });
  writeFileSync(STAMPS, JSON.stringify({ ...stamps, [title]: before }, null, 2));
}

/** A digest of the inputs' names, sizes and times of change; empty where git cannot list them. @param {string[]} inputs */
async function fingerprint(inputs) {
  const listed = await capture([
    'git',
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    ...inputs,
  ]);
  if (listed.code !== 0) return '';
  const digest = createHash('sha256').update(process.version);
  for (const path of new Set(listed.output.split('\0').filter(Boolean))) {
    const stats = statSync(join(ROOT, path), { throwIfNoEntry: false });
    digest.update(`${path}\0${stats?.size}\0${stats?.mtimeMs}\0`);
  }
  return digest.digest('hex');
}
