import { rmSync } from 'node:fs';
import process from 'node:process';
import { ensureBrowsers } from './install-browsers.mjs';
import { runMain, show } from './run.mjs';
import { buildSites, prepare, sites, TEST_RESULTS } from './steps.mjs';

await runMain(async () => {
  rmSync(TEST_RESULTS, { force: true });
  const pnpm = await prepare();
  await ensureBrowsers();
  await buildSites(
    pnpm,
    sites().filter(({ folder }) => folder.startsWith('apps/')),
  );
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${TEST_RESULTS}`];
  return show(pnpm('exec', 'vitest', 'run', ...reporters, ...process.argv.slice(2)));
});
