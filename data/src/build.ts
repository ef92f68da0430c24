import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { LantuError } from '@lantu/spec';
import { buildPackage } from './datasets.ts';

const TARGET = fileURLToPath(new URL('../dist/', import.meta.url));

try {
  write();
} catch (error) {
  if (!(error instanceof LantuError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Nothing is written before everything is built; files that are no longer built are removed. */
function write(): void {
  const files = buildPackage();
  mkdirSync(TARGET, { recursive: true });
  for (const name of readdirSync(TARGET)) if (!files.has(name)) rmSync(`${TARGET}${name}`, { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(`${TARGET}${name}`, bytes);
    console.log(`data/dist/${name}: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes).length)} gzip`);
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
