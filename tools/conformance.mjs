import process from 'node:process';
import { parseArgs } from 'node:util';
import { ROOT, runMain, step, Unmet } from './run.mjs';

/** Queries a run of Vitest. */
const ROUND = 10_000;
/** A round takes a seed for each of its fixtures: rounds begin further apart, so that no two see the same queries. */
const SEEDS_PER_ROUND = 100;
const PROJECTS = { native: 'node', wasm: 'browser' };

const USAGE = `pnpm conformance [--count 100000] [--seed 1] [--place native,wasm]
Has generated queries answered by native DuckDB, by rollups that it filled (with native) and by DuckDB-WASM in Chromium, and compares
the answers with a plain reference.`;

await runMain(async () => {
  const { count, seed, places } = options();
  const projects = places.flatMap((place) => ['--project', PROJECTS[place]]);
  for (let done = 0, round = 0; done < count; done += ROUND, round += 1) {
    const size = Math.min(ROUND, count - done);
    const from = seed + round * SEEDS_PER_ROUND;
    const env = { ...process.env, VITE_CONFORMANCE_COUNT: String(size), VITE_CONFORMANCE_SEED: String(from) };
    const title = `${done + size} of ${count} queries on ${places.join(' and ')} (--seed ${from})`;
    const vitest = [
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects,
      'packages/engine/conformance',
    ];
    await step(title, vitest, { cwd: ROOT, env });
  }
});

function options() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      place: { type: 'string', default: 'native,wasm' },
    },
  });
  return {
    count: wholeNumber('--count', values.count),
    seed: wholeNumber('--seed', values.seed),
    places: values.place.split(',').map(placeOf),
  };
}

/** @param {string} option @param {string} text */
function wholeNumber(option, text) {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Unmet(`${option} is a whole number above 0; received ${text}\n\n${USAGE}`);
}

/** @param {string} text @returns {keyof typeof PROJECTS} */
function placeOf(text) {
  if (text === 'native' || text === 'wasm') return text;
  throw new Unmet(`--place is native, wasm or native,wasm; received ${text}\n\n${USAGE}`);
}
