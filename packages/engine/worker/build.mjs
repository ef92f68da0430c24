import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { prelude } from './prelude.mjs';

// Writes the two files that the DuckDB connector loads, from the installed DuckDB-WASM into `assets/`, beside `src/` and `dist/`:
// so the same relative URL finds them from either, and every bundler that knows `new URL('…', import.meta.url)` takes them along.
const require = createRequire(import.meta.url);
const assets = fileURLToPath(new URL('../assets/', import.meta.url));
const script = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js');
const wasm = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
const { version } = JSON.parse(await readFile(new URL('../package.json', `file://${wasm}`), 'utf8'));

const sizeOf = async (/** @type {string} */ path) => (await stat(path).catch(() => undefined))?.size;
const total = await sizeOf(wasm);

await mkdir(assets, { recursive: true });
const ofDuckDB = (await readFile(script, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, '');
await writeFile(
  `${assets}duckdb.worker.js`,
  `/*! DuckDB-WASM ${version}, MIT licence, https://github.com/duckdb/duckdb-wasm, behind a prelude of Lantu's. */\n` +
    `'use strict';\n(${prelude})(${total});\n${ofDuckDB}`,
);
if ((await sizeOf(`${assets}duckdb.wasm`)) !== total) await copyFile(wasm, `${assets}duckdb.wasm`);
