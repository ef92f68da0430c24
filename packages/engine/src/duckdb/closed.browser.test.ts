import { beforeAll, describe, expect, it } from 'vitest';
import { BESIDE_THIS_MODULE } from './config.ts';
import { DuckDBInstance } from './instance.ts';

const requests: string[] = [];
const instance = new DuckDBInstance();

/** A worker that tells every address it asks for. */
function tellingWorker(channel: string): string {
  const script = `{
    const telling = new BroadcastChannel(${JSON.stringify(channel)});
    const { fetch, importScripts } = self;
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (method, url, ...rest) {
      telling.postMessage(String(url));
      return open.call(this, method, url, ...rest);
    };
    self.fetch = (input, init) => {
      telling.postMessage(String(input.url ?? input));
      return fetch(input, init);
    };
    importScripts(${JSON.stringify(BESIDE_THIS_MODULE.workerUrl)});
  }`;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

beforeAll(() => {
  const channel = 'requests of the engine';
  new BroadcastChannel(channel).onmessage = ({ data }) => requests.push(data);
  instance.configure({ workerUrl: tellingWorker(channel) });
});

describe('the engine', () => {
  it.each([
    ['LOAD spatial', 'external extensions is disabled'],
    ['INSTALL icu; LOAD icu', 'external extensions is disabled'],
    ["SELECT json_extract('{}', '$.a')", 'json_extract'],
    ["SELECT * FROM read_parquet('https://data.test/x.parquet')", 'read_parquet'],
    ["SELECT * FROM read_csv('https://data.test/x.csv')", 'disabled by configuration'],
    ["SELECT * FROM 'https://data.test/x.csv'", 'disabled by configuration'],
    ["ATTACH 'https://data.test/x.db'", 'disabled by configuration'],
    ["COPY (SELECT 1) TO 'https://data.test/x.csv'", 'disabled by configuration'],
    ['SET autoload_known_extensions = true', 'locked'],
    ['SET enable_external_access = true', 'locked'],
  ])('refuses %s and asks for no address but its own module', async (sql, why) => {
    await expect(instance.query({ schema: 'test', tables: [], statements: [sql] })).rejects.toThrow(why);
    expect(await instance.query({ schema: 'test', tables: [], statements: ['SELECT 1'] })).toEqual([[[1]]]);
    expect(requests).toEqual([BESIDE_THIS_MODULE.wasmUrl]);
  });
});
