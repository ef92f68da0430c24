import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STRICT_CSP, startServer } from './serve.mjs';

const SCRIPT = 'export const widget = 1;\n';

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-serve-'));
  mkdirSync(join(folder, 'portal/assets'), { recursive: true });
  mkdirSync(join(folder, 'storybook'));
  writeFileSync(join(folder, 'outside.txt'), 'not served');
  writeFileSync(join(folder, 'portal/index.html'), '<!doctype html><title>Portal</title>');
  writeFileSync(join(folder, 'portal/data.arrow'), 'ARROW');
  writeFileSync(join(folder, 'portal/village-development.json'), '{}');
  writeFileSync(join(folder, 'portal/engine.wasm'), 'wasm');
  writeFileSync(join(folder, 'portal/assets/widget-B4x_9qZk.js'), SCRIPT);
  writeFileSync(join(folder, 'portal/assets/widget-B4x_9qZk.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, 'storybook/index.html'), '<!doctype html><title>Storybook</title>');
  server = await startServer({
    roots: { '/': join(folder, 'portal'), '/storybook/': join(folder, 'storybook') },
    port: 0,
    before: (request, response) => {
      if (request.url === '/fault') response.writeHead(503).end('down');
    },
  });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {string} path @param {RequestInit} [init] */
const ask = (path, init) => fetch(server.origin + path, { redirect: 'manual', ...init });

describe('the server', () => {
  test.each([
    ['/', 'text/html;charset=utf-8'],
    ['/data.arrow', 'application/vnd.apache.arrow.stream'],
    ['/engine.wasm', 'application/wasm'],
    ['/village-development.json', 'application/json;charset=utf-8'],
    ['/assets/widget-B4x_9qZk.js', 'text/javascript;charset=utf-8'],
  ])('serves %s as %s under the strict policy', async (path, type) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-security-policy')).toBe(STRICT_CSP);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  test('sends the file compressed ahead of time to who accepts it, and the plain one to who does not', async () => {
    const compressed = await ask('/assets/widget-B4x_9qZk.js', { headers: { 'accept-encoding': 'br' } });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(compressed.headers.get('content-type')).toBe('text/javascript;charset=utf-8');
    expect(await compressed.text()).toBe(SCRIPT);
    const plain = await ask('/assets/widget-B4x_9qZk.js', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
  });

  test('lets only names that carry a digest be kept for ever', async () => {
    expect((await ask('/assets/widget-B4x_9qZk.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/village-development.json')).headers.get('cache-control')).toBe('no-cache');
  });

  test('answers 304 to who has the file already', async () => {
    const etag = (await ask('/data.arrow')).headers.get('etag') ?? 'none';
    expect((await ask('/data.arrow', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('serves the Storybook from its own path under a policy of its own', async () => {
    const response = await ask('/storybook/');
    expect(await response.text()).toContain('Storybook');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self' 'unsafe-inline'");
    expect((await ask('/storybook')).headers.get('location')).toBe('/storybook/');
  });

  test('says 404 for what is not there, still under the strict policy', async () => {
    const response = await ask('/missing.js');
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Nothing at /missing.js.\n');
    expect(response.headers.get('content-security-policy')).toBe(STRICT_CSP);
  });

  test.each(['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt'])(
    'does not leave its folder for %s',
    async (path) => {
      const status = await new Promise((resolve) => {
        get(server.origin, { path }, (response) => resolve(response.resume().statusCode));
      });
      expect(status).toBe(404);
    },
  );

  test('refuses what would change something', async () => {
    expect((await ask('/', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  test('lets a test answer in its place', async () => {
    expect((await ask('/fault')).status).toBe(503);
  });

  test('rejects with EADDRINUSE when the port is taken', async () => {
    const port = Number(new URL(server.origin).port);
    await expect(startServer({ roots: {}, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
