import { LantuError } from '@lantu/spec';
import { Float64, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { describe, expect, it, vi } from 'vitest';
import { BESIDE_THIS_MODULE } from './config.ts';
import { configureDuckDB, DuckDBInstance, duckdbInstance, type QueryRequest, type TableSource } from './instance.ts';

/** Runs for minutes where nobody stops it. */
const LONG = 'SELECT count(*) FROM range(100_000_000_000) t(x) WHERE sin(x) > 0.1';

function stream(values: readonly number[], name = 'x'): Uint8Array {
  return tableToIPC(new Table({ [name]: vectorFromArray(values, new Float64()) }), 'stream');
}

function table(
  name: string,
  values: readonly number[],
  version = '1',
): TableSource & { readonly stream: ReturnType<typeof vi.fn<TableSource['stream']>> } {
  return { name, version, stream: vi.fn<TableSource['stream']>(async () => stream(values)) };
}

function request(sql: string, more: Partial<QueryRequest> = {}): QueryRequest {
  return { schema: 'test', tables: [], statements: [sql], ...more };
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`it was answered: ${String(value)}`)),
    (reason: unknown) => reason,
  );
}

async function lantuErrorOf(promise: Promise<unknown>): Promise<LantuError> {
  const error = await errorOf(promise);
  if (error instanceof LantuError) return error;
  throw error;
}

/** Waits until the statement of `asked` runs, then does `act`. */
function whileRunning(instance: DuckDBInstance, act: () => void, more: Partial<QueryRequest> = {}, sql = LONG) {
  return instance.query(
    request(sql, {
      ...more,
      onProgress: ({ state }) => {
        if (state === 'running') setTimeout(act, 100);
      },
    }),
  );
}

const instance = duckdbInstance();

describe('DuckDBInstance', () => {
  it('gives the columns of each statement', async () => {
    const results = await instance.query({
      schema: 'test',
      tables: [],
      statements: ["SELECT 1, 'a' UNION ALL SELECT 2, NULL", 'SELECT true'],
    });
    expect(results).toEqual([
      [
        [1, 2],
        ['a', null],
      ],
      [[true]],
    ]);
  });

  it('decodes what DuckDB sends', async () => {
    const sql = `SELECT 9007199254740993::BIGINT, -7::HUGEINT, 1.5::DECIMAL(18, 3), 2.5::DOUBLE, DATE '1905-01-02',
      TIMESTAMP '2024-03-15 08:00:00', ['a', NULL], [1.5, 2.5], chr(0) || 'é', NULL, 3::UTINYINT`;
    const [columns] = await instance.query(request(sql));
    expect(columns?.map(([value]) => value)).toEqual([
      9007199254740993n,
      -7n,
      1.5,
      2.5,
      '1905-01-02',
      '2024-03-15T08:00:00.000Z',
      ['a', null],
      [1.5, 2.5],
      '\0é',
      null,
      3,
    ]);
  });

  it('gives empty columns for a result without rows, and all rows of a result in many batches', async () => {
    expect(await instance.query(request('SELECT 1, 2 WHERE false'))).toEqual([[[], []]]);
    const [[column] = []] = await instance.query(request('SELECT x FROM range(50000) t(x) ORDER BY x'));
    expect(column).toHaveLength(50_000);
    expect(column?.at(-1)).toBe(49_999n);
  });

  it('is one for all copies of the module', async () => {
    const url = new URL('./instance.ts?another-copy', import.meta.url).href;
    const copy: typeof import('./instance.ts') = await import(/* @vite-ignore */ url);
    expect(copy.DuckDBInstance).not.toBe(DuckDBInstance);
    expect(copy.duckdbInstance()).toBe(instance);
  });

  it('keeps tables of one name in different schemas apart', async () => {
    const sum = (schema: string, values: readonly number[]) =>
      instance.query({ schema, tables: [table('t', values)], statements: ['SELECT sum(x) FROM t'] });
    expect(await Promise.all([sum('https://a.test/"x"', [1]), sum("https://b.test/'x'", [2])])).toEqual([
      [[[1]]],
      [[[2]]],
    ]);
  });

  it('loads a table once, and again where its version has changed', async () => {
    const first = table('versions', [1]);
    const second = table('versions', [2], '2');
    const ask = (source: TableSource) => instance.query(request('SELECT sum(x) FROM versions', { tables: [source] }));
    expect(await Promise.all([ask(first), ask(first)])).toEqual([[[[1]]], [[[1]]]]);
    expect(first.stream).toHaveBeenCalledTimes(1);
    expect(await ask(second)).toEqual([[[2]]]);
    expect(await ask(first)).toEqual([[[1]]]);
  });

  it('takes any name for a table', async () => {
    for (const name of ['"; DROP TABLE x; --', "it's", '<img onerror>', '表', 'x'.repeat(1000), 'a.b']) {
      const sql = `SELECT sum(x) FROM "${name.replaceAll('"', '""')}"`;
      expect(await instance.query(request(sql, { tables: [table(name, [7])] }))).toEqual([[[7]]]);
    }
  });

  it('refuses a table that DuckDB cannot read, and takes the next one', async () => {
    const broken: TableSource = { name: 'broken', version: '1', stream: async () => stream([1]).slice(0, 64) };
    const text = new Table({ x: vectorFromArray(['a'], new Utf8()) });
    const whole: TableSource = { name: 'whole', version: '1', stream: async () => tableToIPC(text, 'stream') };
    const error = await lantuErrorOf(instance.query(request('SELECT * FROM broken', { tables: [broken] })));
    expect(error.message).toContain('could not take the table "broken"');
    expect(await instance.query(request('SELECT * FROM whole', { tables: [whole] }))).toEqual([[['a']]]);
  });
});

describe('a query that fails', () => {
  it('keeps the SQL and the cause, and the worker', async () => {
    const { worker } = instance;
    const sql = 'SELECT nonsense FROM nowhere';
    const error = await lantuErrorOf(instance.query(request(sql)));
    expect(error.code).toBe('engine/query-failed');
    expect(error.sql).toBe(sql);
    expect(error.message).toContain('Table with name nowhere does not exist');
    expect(error.cause).toBeInstanceOf(Error);
    expect(instance.worker).toBe(worker);
  });

  it('is told in words where DuckDB answers in JSON', async () => {
    const error = await lantuErrorOf(instance.query(request('SELECT (')));
    expect(error.message).toContain('Parser Error: ');
    expect(error.message).not.toContain('exception_type');
  });
});

describe('cancelling', () => {
  it('refuses what was aborted before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    expect(await errorOf(instance.query(request('SELECT 1', { signal })))).toBe(signal.reason);
  });

  it('stops a statement that is being run without replacing the worker', async () => {
    const { worker } = instance;
    const leaving = new AbortController();
    const error = errorOf(whileRunning(instance, () => leaving.abort(new Error('left')), { signal: leaving.signal }));
    expect(await error).toBe(leaving.signal.reason);
    const start = performance.now();
    expect(await instance.query(request('SELECT 1'))).toEqual([[[1]]]);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(instance.worker).toBe(worker);
  });

  it('never runs what was aborted while it waited', async () => {
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = errorOf(whileRunning(instance, () => waiting.abort(new Error('left')), { signal: running.signal }));
    const onProgress = vi.fn();
    const second = errorOf(
      instance.query(request('CREATE TABLE never AS SELECT 1', { signal: waiting.signal, onProgress })),
    );
    expect(await second).toBe(waiting.signal.reason);
    running.abort(new Error('enough'));
    await first;
    expect((await lantuErrorOf(instance.query(request('SELECT * FROM never')))).code).toBe('engine/query-failed');
    expect(onProgress).not.toHaveBeenCalledWith({ state: 'running' });
  });

  it('replaces the worker where a statement does not stop within a second', async () => {
    const { worker } = instance;
    const leaving = new AbortController();
    const stuck = "SELECT levenshtein(repeat('a', 80_000), repeat('b', 80_000))";
    await errorOf(whileRunning(instance, () => leaving.abort(new Error('left')), { signal: leaving.signal }, stuck));
    expect(await instance.query(request('SELECT 1'))).toEqual([[[1]]]);
    expect(instance.worker).not.toBe(worker);
  });
});

describe('a worker that ends', () => {
  it('is replaced when it is killed in mid-query; its tables come back and the query is answered', async () => {
    const source = table('t', [1, 2, 3]);
    await instance.query(request('SELECT 1', { tables: [source] }));
    const { worker } = instance;
    let killed = false;
    const kill = () => {
      if (!killed) instance.worker?.terminate();
      killed = true;
    };
    const sql = 'SELECT sum(x) FROM t WHERE (SELECT count(*) FROM range(10_000_000) r(y) WHERE sin(y) > 0.1) > 0';
    expect(await whileRunning(instance, kill, { tables: [source] }, sql)).toEqual([[[6]]]);
    expect(killed).toBe(true);
    expect(instance.worker).not.toBe(worker);
    expect(source.stream).toHaveBeenCalledTimes(2);
  });

  it('is replaced when it is killed while nobody asks', async () => {
    const source = table('t', [4]);
    const ask = () => instance.query(request('SELECT sum(x) FROM t', { schema: 'idle', tables: [source] }));
    await ask();
    instance.worker?.terminate();
    expect(await ask()).toEqual([[[4]]]);
  });

  it('does not take queries down that only waited for their turn', async () => {
    const first = errorOf(whileRunning(instance, () => instance.worker?.terminate()));
    const second = instance.query(request('SELECT 2'));
    expect(await second).toEqual([[[2]]]);
    expect(await first).toMatchObject({ code: 'engine/crashed' });
  });

  it('is an error where a query ends it twice, and the next query is answered', async () => {
    const error = await lantuErrorOf(instance.query(request("SELECT length(repeat('x', 3_000_000_000))")));
    expect(error.code).toBe('engine/crashed');
    expect(error.sql).toContain('repeat');
    expect(await instance.query(request('SELECT 1'))).toEqual([[[1]]]);
  });
});

describe('a worker that is refused locks', () => {
  it('answers all the same', async () => {
    const script = `
      navigator.locks.request = () => Promise.reject(new DOMException('denied', 'SecurityError'));
      importScripts(${JSON.stringify(BESIDE_THIS_MODULE.workerUrl)});`;
    const refused = new DuckDBInstance();
    refused.configure({ workerUrl: URL.createObjectURL(new Blob([script], { type: 'text/javascript' })) });
    expect(await refused.query(request('SELECT 1'))).toEqual([[[1]]]);
    refused.worker?.terminate();
  });
});

describe('configureDuckDB', () => {
  it('names other files for the next worker', async () => {
    configureDuckDB({ workerUrl: `${BESIDE_THIS_MODULE.workerUrl}?elsewhere` });
    instance.worker?.terminate();
    await vi.waitFor(() => expect(instance.worker).toBeUndefined());
    expect(await instance.query(request('SELECT 1'))).toEqual([[[1]]]);
    expect(performance.getEntriesByType('resource').some(({ name }) => name.endsWith('?elsewhere'))).toBe(true);
  });
});
