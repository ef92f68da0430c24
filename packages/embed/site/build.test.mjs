import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BUILD = fileURLToPath(new URL('build.mjs', import.meta.url));
/** Of the loader with its language; with a small widget's document a page stays under 45 KB. */
const LOADER_GZIP_BYTES = 42_500;
const FRAME_GZIP_BYTES = 1024;

/** @type {string} */
let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-site-'));
  for (const name of ['one', 'two']) execFileSync(process.execPath, [BUILD, join(folder, name)]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} name @param {string} [site] */
const read = (name, site = 'one') => readFileSync(join(folder, site, name));
/** @param {string} name */
const files = (name) => readdirSync(join(folder, name), { recursive: true }).map(String).sort();

describe('the site of the loader', () => {
  test('is the same, byte for byte, each time', () => {
    expect(files('two')).toEqual(files('one'));
    const differing = files('one').filter((name) => /\.\w+$/.test(name) && !read(name).equals(read(name, 'two')));
    expect(differing).toEqual([]);
  });

  test.each(['embed.js', 'frame.js'])('has %s in one file, which imports nothing as it starts', (name) => {
    const statements = parseAst(read(name).toString()).body;
    expect(statements.length).toBeGreaterThan(1);
    expect(statements.filter((each) => 'source' in each && each.source).map(({ type }) => type)).toEqual([]);
  });

  test('keeps loader and bridge small', () => {
    expect(gzipSync(read('embed.js'), { level: 9 }).length).toBeLessThanOrEqual(LOADER_GZIP_BYTES);
    expect(gzipSync(read('frame.js'), { level: 9 }).length).toBeLessThanOrEqual(FRAME_GZIP_BYTES);
  });

  test('names its own files relative to itself only', () => {
    const scripts = files('one').filter((name) => name.endsWith('.js') && !name.includes('.worker-'));
    for (const name of scripts) {
      const addresses = [
        ...read(name)
          .toString()
          .matchAll(/import\(\s*["'`]([^"'`$]+)/g),
      ].map(([, address]) => address);
      for (const address of addresses) expect(address, name).toMatch(/^\.\.?\//);
    }
    expect(scripts.length).toBeGreaterThan(5);
  });

  test('has what a reader waits for in one file: views, filters, and no helpers of the bundler', () => {
    const scripts = files('one').filter((name) => name.startsWith('assets') && name.endsWith('.js'));
    expect(scripts.filter((name) => /runtime|preload/.test(name))).toEqual([]);
    for (const part of ['views', 'filters']) {
      const name = scripts.find((each) => each.startsWith(join('assets', `${part}-`))) ?? part;
      const imported = parseAst(read(name).toString()).body.flatMap((each) =>
        'source' in each && each.source ? [each.source.value] : [],
      );
      expect(imported, name).toEqual(['../embed.js']);
    }
  });

  test('has no engine, no Arrow and no other language in the loader', () => {
    const code = read('embed.js').toString();
    expect(code.includes('数据来源')).toBe(true);
    expect(['new Worker', 'ARROW1', 'Data table', 'སྒོར'].filter((words) => code.includes(words))).toEqual([]);
    expect(files('one').join()).toMatch(/assets\/duckdb\.worker-[\w-]{8}\.js/);
    expect(files('one').join()).toMatch(/assets\/duckdb-[\w-]{8}\.wasm/);
  });

  test('carries the notices of the libraries in it', () => {
    const notices = read('licenses.txt').toString();
    for (const name of ['lit-html', 'd3-array', '@duckdb/duckdb-wasm', 'apache-arrow']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, 'm'));
    }
  });
});
