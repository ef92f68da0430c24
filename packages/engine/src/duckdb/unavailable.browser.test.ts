import { LantuError } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { BESIDE_THIS_MODULE, type DuckDBFiles } from './config.ts';
import { DuckDBInstance } from './instance.ts';

const MODULE = new URL('./instance.ts', import.meta.url).href;
const EVERYTHING_ELSE = "script-src 'self' 'unsafe-inline' blob:; connect-src 'self' blob: data:";

/** What a page of its own with that policy gets when it asks for 1: the code and message of the error, or "answered". */
async function inPage({ policy = '', before = '', files = '' }): Promise<string> {
  const channel = `asked ${Math.random()}`;
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
    <script>${before}</script>
    <script type="module">
      import { duckdbInstance } from ${JSON.stringify(MODULE)};
      const say = (text) => new BroadcastChannel(${JSON.stringify(channel)}).postMessage(text);
      const instance = duckdbInstance();
      ${files}
      instance.query({ schema: 'test', tables: [], statements: ['SELECT 1'] })
        .then(() => say('answered'), (error) => say(error.code + ' ' + error.message));
    </script>`;
  const heard = new Promise<string>((resolve) => {
    new BroadcastChannel(channel).onmessage = ({ data }) => resolve(data);
  });
  document.body.append(frame);
  return heard.finally(() => frame.remove());
}

/** A worker that is started from a blob has the policy of the page that made it. */
const workerWithPolicyOfPage = `
  const text = await (await fetch(${JSON.stringify(BESIDE_THIS_MODULE.workerUrl)})).text();
  instance.configure({ workerUrl: URL.createObjectURL(new Blob([text], { type: 'text/javascript' })) });`;

async function errorWith(files: Partial<DuckDBFiles>): Promise<LantuError> {
  const instance = new DuckDBInstance();
  instance.configure(files);
  const error = await instance.query({ schema: 'test', tables: [], statements: ['SELECT 1'] }).then(
    () => new Error('it was answered'),
    (reason: unknown) => reason,
  );
  if (error instanceof LantuError) return error;
  throw error;
}

describe('an engine that cannot be started', () => {
  it('is answered in a page whose policy allows what it needs', async () => {
    const policy = `${EVERYTHING_ELSE} 'wasm-unsafe-eval'; worker-src blob:`.replace(
      'script-src',
      "script-src 'wasm-unsafe-eval'",
    );
    expect(await inPage({ policy, files: workerWithPolicyOfPage })).toBe('answered');
  });

  it("names 'wasm-unsafe-eval' where the policy forbids WebAssembly", async () => {
    const policy = `${EVERYTHING_ELSE}; worker-src blob:`;
    const said = await inPage({ policy, files: workerWithPolicyOfPage });
    expect(said).toContain('engine/unavailable');
    expect(said).toContain("script-src with 'wasm-unsafe-eval'");
  });

  it('names worker-src where the policy forbids the worker', async () => {
    const said = await inPage({ policy: `${EVERYTHING_ELSE}; worker-src 'none'` });
    expect(said).toContain('engine/unavailable');
    expect(said).toContain("worker-src with 'self'");
    expect(said).toContain(BESIDE_THIS_MODULE.workerUrl);
  });

  it('names connect-src where the policy forbids fetching the module', async () => {
    const policy = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src 'none'";
    const files = `
      const { default: text } = await import(${JSON.stringify(`${BESIDE_THIS_MODULE.workerUrl}?raw`)});
      instance.configure({ workerUrl: URL.createObjectURL(new Blob([text], { type: 'text/javascript' })) });`;
    const said = await inPage({ policy, files });
    expect(said).toContain('engine/unavailable');
    expect(said).toContain("connect-src with 'self'");
  });

  it('says that the browser has no WebAssembly', async () => {
    const said = await inPage({ before: 'delete globalThis.WebAssembly' });
    expect(said).toContain('engine/unavailable');
    expect(said).toContain('this browser has no WebAssembly');
  });

  it('says that the browser has no exception handling in WebAssembly', async () => {
    const said = await inPage({ before: 'WebAssembly.validate = () => false' });
    expect(said).toContain('engine/unavailable');
    expect(said).toContain('exception handling in WebAssembly');
  });

  it('names the address of a worker script that is not there', async () => {
    const error = await errorWith({ workerUrl: new URL('/not-here/duckdb.worker.js', location.href).href });
    expect(error.code).toBe('engine/unavailable');
    expect(error.where).toContain('/not-here/duckdb.worker.js');
  });

  it('names the address of a worker script on another origin', async () => {
    const error = await errorWith({ workerUrl: 'https://cdn.test/duckdb.worker.js' });
    expect(error.code).toBe('engine/unavailable');
    expect(error.where).toContain('https://cdn.test/duckdb.worker.js');
    expect(error.allowed).toContain("page's own origin");
  });

  it('names the address of a module that is no WebAssembly', async () => {
    const error = await errorWith({ wasmUrl: BESIDE_THIS_MODULE.workerUrl });
    expect(error.code).toBe('engine/unavailable');
    expect(error.where).toContain(BESIDE_THIS_MODULE.workerUrl);
    expect(error.received).toContain('magic word');
  });

  it('is tried again by the next query', async () => {
    const instance = new DuckDBInstance();
    const ask = () => instance.query({ schema: 'test', tables: [], statements: ['SELECT 1'] });
    instance.configure({ workerUrl: new URL('/not-here/duckdb.worker.js', location.href).href });
    await expect(ask()).rejects.toThrow(LantuError);
    instance.configure(BESIDE_THIS_MODULE);
    expect(await ask()).toEqual([[[1]]]);
    instance.worker?.terminate();
  });
});
