import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindOf, Traffic } from './traffic.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-traffic-'));
  writeFileSync(join(folder, 'page.html'), 'x'.repeat(700));
  writeFileSync(join(folder, 'embed.js'), 'x'.repeat(9000));
  writeFileSync(join(folder, 'embed.js.gz'), 'x'.repeat(4000));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['/a/page.html', 'html'],
  ['/embed/embed.js', 'script'],
  ['/widgets/income/widget.json', 'data'],
  ['/widgets/income/near-0.arrow', 'data'],
  ['/widgets/income/zh-CN.light.svg', 'picture'],
  ['/widgets/income/zh-CN.woff2', 'font'],
  ['/embed/assets/duckdb-C4x.wasm', 'engine'],
  ['/embed/assets/duckdb.worker-C4x.js', 'engine'],
])('%s is of the kind %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});

test('a kind that nobody foresaw is refused, not left out', () => {
  expect(() => kindOf('/widgets/income/film.mp4')).toThrow(RangeError);
});

test('what was asked for is weighed as gzip sends it, each time anew', () => {
  const traffic = new Traffic(folder);
  for (const url of ['/page.html', '/embed.js?v=1', '/embed.js']) {
    traffic.listen({ url } as IncomingMessage, {} as ServerResponse & { req: IncomingMessage });
  }
  expect(traffic.take()).toMatchObject({ requests: 3, bytes: { html: 700, script: 8000, engine: 0 } });
  expect(traffic.take()).toMatchObject({ requests: 0, bytes: { html: 0, script: 0 } });
});
