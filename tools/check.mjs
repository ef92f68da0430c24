import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findPnpm } from './pnpm.mjs';
import { capture, ROOT, runMain, seconds } from './run.mjs';
import { TEST_RESULTS } from './steps.mjs';

/** @param {string} name @param {...string} args */
const bin = (name, ...args) => [join(ROOT, 'node_modules/.bin', name), ...args];

/** @typedef {{ ok: boolean, output: string }} Outcome */

/** @type {Record<string, () => Promise<Outcome>>} */
const CHECKS = {
  types: () => command(bin('tsc', '-b')),
  'format and lint': () => command(bin('biome', 'check', '--error-on-warnings', '.')),
  'import directions and cycles': () =>
    command(bin('depcruise', '--config', 'tools/import-rules.mjs', 'packages', 'apps', 'stories', 'data', 'tools')),
  'unused files, exports, dependencies': () => command(bin('knip')),
  'byte budgets': () => command([process.execPath, 'tools/budgets.mjs']),
  'generated files': generatedFilesAreCurrent,
  'Storybook builds': async () => command((await findPnpm())('--dir', 'stories', 'build')),
};

await runMain(async () => {
  let { passed, failed } = testCounts();
  for (const [title, check] of Object.entries(CHECKS)) {
    const started = performance.now();
    const { ok, output } = await check().catch((error) => ({ ok: false, output: String(error) }));
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${title} (${seconds(performance.now() - started)})`);
    if (!ok) console.log(output.trimEnd().replace(/^/gm, '        '));
    if (ok) passed++;
    else failed++;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});

/** @param {string[]} line @returns {Promise<Outcome>} */
async function command(line) {
  const { code, output } = await capture(line);
  return { ok: code === 0, output };
}

/** Makes what the packages' `generate` scripts make, and compares it with what lay there. @returns {Promise<Outcome>} */
async function generatedFilesAreCurrent() {
  const before = await digests();
  const generated = await command((await findPnpm())('--recursive', 'run', '--if-present', 'generate'));
  if (!generated.ok) return generated;
  const after = await digests();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  const output = ['Made anew, these files differ. Look at the difference and commit it:', ...changed].join('\n  ');
  return { ok: changed.length === 0, output };
}

/** @returns {Promise<Map<string, string>>} a digest of every file that git does not ignore, by path */
async function digests() {
  const { output } = await capture(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const paths = output.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
  return new Map(
    paths.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(ROOT, path)))
        .digest('hex'),
    ]),
  );
}

/**
 * What the test run counted, where `--tests CODE` gives the exit code of one that has just ended. A file that could not
 * run, and a run that failed though no test did, count as one failed test.
 */
function testCounts() {
  const [flag, code] = process.argv.slice(2);
  if (flag !== '--tests') return { passed: 0, failed: 0 };
  if (!existsSync(TEST_RESULTS)) return { passed: 0, failed: 1 };
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const results = JSON.parse(readFileSync(TEST_RESULTS, 'utf8'));
  const broken = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = results.numFailedTests + broken.length;
  return { passed: results.numPassedTests, failed: failed === 0 && code !== '0' ? 1 : failed };
}
