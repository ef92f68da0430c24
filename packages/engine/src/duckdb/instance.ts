import { LantuError } from '@lantu/spec';
import { absolute } from '../address.ts';
import type { ResultColumns } from '../plan/index.ts';
import type { OnProgress } from '../progress.ts';
import { SharedRuns } from '../shared-run.ts';
import { WorkerGone } from './bindings.ts';
import { BESIDE_THIS_MODULE, type DuckDBFiles } from './config.ts';
import { Engine } from './engine.ts';
import { Queue } from './queue.ts';
import { startBindings } from './start.ts';

/** How long the engine or a dataset goes on being fetched when nobody waits for it: the next question most likely needs it too. */
const LINGER_MS = 10_000;

/** A table that can be had whenever a worker needs it. */
export interface TableSource {
  readonly name: string;
  /** Equal for equal contents. */
  readonly version: string;
  /** A whole Arrow IPC stream in a buffer of its own, which the caller may transfer. */
  stream(signal: AbortSignal, onProgress: OnProgress): Promise<Uint8Array>;
}

export interface QueryRequest {
  /** Tables of different schemas may bear the same name. */
  readonly schema: string;
  readonly tables: readonly TableSource[];
  /** Run one after another; they name tables without a schema. */
  readonly statements: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** The page's DuckDB: one worker, started on first need, replaced when it is gone. */
export class DuckDBInstance {
  #files: DuckDBFiles = BESIDE_THIS_MODULE;
  #engine: Engine | undefined;
  readonly #starts = new SharedRuns<Engine>(LINGER_MS);
  readonly #loads = new SharedRuns<void>(LINGER_MS);
  readonly #queue = new Queue();

  /** The worker, where one is running. */
  get worker(): Worker | undefined {
    return this.#live()?.bindings.worker;
  }

  /** Names other files for the next worker to be started from. */
  configure(files: Partial<DuckDBFiles>): void {
    const { workerUrl, wasmUrl } = { ...this.#files, ...files };
    this.#files = { workerUrl: absolute(workerUrl), wasmUrl: absolute(wasmUrl) };
  }

  /**
   * One result a statement. The engine and tables that are not there yet are fetched side by side, once however many wait for them.
   * A worker that ends meanwhile is replaced, its tables loaded anew as they are needed, and the statements begun again once.
   *
   * @throws {LantuError} `engine/unavailable`, `engine/query-failed`, what a table's source throws; `engine/crashed` where the worker
   * ended twice while it worked for this request
   * @throws the signal's reason, at once, where it aborts
   */
  async query(request: QueryRequest): Promise<ResultColumns[]> {
    let ended = 0;
    for (;;) {
      try {
        const results = await this.#attempt(request);
        if (results) return results;
      } catch (error) {
        if (!(error instanceof WorkerGone)) throw error;
        ended += 1;
        if (ended < 2) continue;
        throw new LantuError('engine/crashed', 'the query engine ended twice while it worked on this query', {
          received: error.message,
          sql: request.statements.join(';\n\n'),
          cause: error,
        });
      }
    }
  }

  /** Undefined where the worker was replaced, or a table by another version of it, before the statements' turn came. */
  async #attempt({
    schema,
    tables,
    statements,
    signal,
    onProgress,
  }: QueryRequest): Promise<ResultColumns[] | undefined> {
    const waiter = { signal, onProgress };
    const [engine] = await Promise.all([
      this.#started(waiter),
      ...tables.map((each) =>
        this.#loads.join(
          JSON.stringify([schema, each.name, each.version]),
          (...run) => this.#load(schema, each, ...run),
          waiter,
        ),
      ),
    ]);
    const stop = signal ?? new AbortController().signal;
    return this.#queue.run(stop, async () => {
      if (engine !== this.#live() || !tables.every(({ name, version }) => engine.has(schema, name, version)))
        return undefined;
      onProgress?.({ state: 'running' });
      const results: ResultColumns[] = [];
      for (const sql of statements) results.push(await engine.run(schema, sql, stop));
      return results;
    });
  }

  async #load(
    schema: string,
    { name, version, stream }: TableSource,
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<void> {
    if (this.#live()?.has(schema, name, version)) return;
    const [engine, bytes] = await Promise.all([this.#started({ signal }), stream(signal, onProgress)]);
    await this.#queue.run(signal, () => engine.insert(schema, name, version, bytes));
  }

  async #started(waiter: {
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: OnProgress | undefined;
  }): Promise<Engine> {
    const live = this.#live();
    if (live) return live;
    return this.#starts.join(
      'engine',
      async (signal, onProgress) => {
        const engine = new Engine(await startBindings(this.#files, signal, onProgress));
        this.#engine = engine;
        return engine;
      },
      waiter,
    );
  }

  #live(): Engine | undefined {
    return this.#engine?.bindings.gone ? undefined : this.#engine;
  }
}

/** The version of {@link DuckDBInstance} as others see it: raised when copies of this module could no longer share one. */
const SHARED = Symbol.for('@lantu/engine/duckdb/1');

/** The one instance of this page, shared by all copies of this module that are loaded. Nothing is started yet. */
export function duckdbInstance(): DuckDBInstance {
  const page = globalThis as { [SHARED]?: DuckDBInstance };
  page[SHARED] ??= new DuckDBInstance();
  return page[SHARED];
}

/**
 * Says where the engine's two files are, relative to the document; workers that are started from then on use them. Call it before the
 * first query.
 *
 * Without it they are taken from where this module lies. Vite, webpack and others that know `new URL('…', import.meta.url)` see to
 * that by themselves. A bundler that does not (esbuild), or a page that serves the files elsewhere, copies
 * `@lantu/engine/assets/duckdb.worker.js` and `@lantu/engine/assets/duckdb.wasm` to its own origin and names them here:
 *
 *     configureDuckDB({ workerUrl: '/lantu/duckdb.worker.js', wasmUrl: '/lantu/duckdb.wasm' });
 *
 * A Content Security Policy needs `worker-src 'self'` on the page, and `script-src 'wasm-unsafe-eval'` and `connect-src 'self'` on the
 * worker's script. The module is 34 MB, 6 MB compressed with Brotli: let the server compress it and browsers keep it.
 *
 * @throws {TypeError} where one of them is no address
 */
export function configureDuckDB(files: Partial<DuckDBFiles>): void {
  duckdbInstance().configure(files);
}
