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
/** Has stills answer a pointer and keys, by nothing else. */
const LOADER_GZIP_BYTES = 6_200;
/** The loader and what draws, in one language; with the document of a widget of 74 bars a page stays under 45 KB. */
const DRAWING_GZIP_BYTES = 42_895;
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
/** The chunk of that name. @param {string} name */
const chunk = (name) =>
  files('one').find((each) => each.startsWith(join('assets', `${name}-`)) && each.endsWith('.js')) ?? name;
/** The modules that a script imports as it starts. @param {string} name */
const importsOf = (name) =>
  parseAst(read(name).toString()).body.flatMap((each) => ('source' in each && each.source ? [each.source.value] : []));
/** @param {string} name */
const gzipBytes = (name) => gzipSync(read(name), { level: 9 }).length;

describe('the site of the loader', () => {
  test('is the same, byte for byte, each time', () => {
    expect(files('two')).toEqual(files('one'));
    const differing = files('one').filter((name) => /\.\w+$/.test(name) && !read(name).equals(read(name, 'two')));
    expect(differing).toEqual([]);
  });

  test.each(['embed.js', 'frame.js'])('has %s in one file, which imports nothing as it starts', (name) => {
    expect(parseAst(read(name).toString()).body.length).toBeGreaterThan(1);
    expect(importsOf(name)).toEqual([]);
  });

  test('keeps loader, bridge and what draws small', () => {
    expect(gzipBytes('embed.js')).toBeLessThanOrEqual(LOADER_GZIP_BYTES);
    expect(gzipBytes('embed.js') + gzipBytes(chunk('widget'))).toBeLessThanOrEqual(DRAWING_GZIP_BYTES);
    expect(gzipBytes('frame.js')).toBeLessThanOrEqual(FRAME_GZIP_BYTES);
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

  test('has what a reader waits for in one file: the drawing, views, filters, and no helpers of the bundler', () => {
    const scripts = files('one').filter((name) => name.startsWith('assets') && name.endsWith('.js'));
    expect(scripts.filter((name) => /runtime|preload/.test(name))).toEqual([]);
    expect(
      scripts.filter((name) => /__vitePreload|__VITE_PRELOAD__|import\.meta\.url\)\.then/.test(read(name).toString())),
    ).toEqual([]);
    expect(importsOf(chunk('widget'))).toEqual(['../embed.js']);
    for (const part of ['views', 'filters', 'aside']) {
      const address = `./${chunk('widget').slice('assets/'.length)}`;
      expect(['../embed.js', address], part).toEqual(expect.arrayContaining(importsOf(chunk(part))));
    }
  });

  test('has what draws compiled while it arrives, and gives it to who asks', () => {
    const code = read(chunk('widget')).toString();
    expect(code).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
    expect(code).toMatch(/\{get defineWidget\(\)\{return \w+\}\}/);
    expect(read('embed.js').toString()).toContain(`import("./${chunk('widget').replaceAll('\\', '/')}")`);
  });

  test('has no engine, no Arrow and no other language in what draws', () => {
    const code = read('embed.js').toString() + read(chunk('widget')).toString();
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
