import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LantuError } from '@lantu/spec';
import { buildLargePackage } from './datasets.ts';

const USAGE = `Makes the simulated datasets for more villages than Xizang has, for work on scale.

  node --max-old-space-size=16000 data/build/large.js --villages 620000 --out DIR

  --villages N  how many; beyond the national list's some 620,000 its villages come again under codes of their own
  --out DIR     where the Arrow files and datapackage.json go; it is made where it is missing
`;

try {
  main();
} catch (error) {
  if (!(error instanceof LantuError || error instanceof RangeError || error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function main(): void {
  const { values } = parseArgs({
    options: { villages: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const villages = Number(values.villages);
  if (values.help || !values.out || !Number.isInteger(villages) || villages < 1) {
    if (!values.help)
      console.error(`--villages takes a whole number from 1, --out a folder; received ${JSON.stringify(values)}\n`);
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  mkdirSync(values.out, { recursive: true });
  const files = buildLargePackage(villages, (step) => console.error(step));
  for (const [name, bytes] of files) {
    writeFileSync(join(values.out, name), bytes);
    console.log(`${name}: ${(bytes.length / 1024 ** 2).toFixed(1)} MB`);
  }
}
