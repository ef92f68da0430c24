import process from 'node:process';
import { runMain, show } from './run.mjs';
import { prepare } from './steps.mjs';

await runMain(async () => {
  await prepare();
  return show([process.execPath, 'packages/bench/dist/cli.js', ...process.argv.slice(2)]);
});
