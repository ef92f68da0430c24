import { createHash } from 'node:crypto';
import { type DuckDBConnection, DuckDBInstance, DuckDBListValue } from '@duckdb/node-api';
import { vintageOf } from '@lantu/engine';
import { planQuery } from '@lantu/engine/plan';
import { type Answer, type Dataset, LantuError, type Model, type Query } from '@lantu/spec';
import { arrowTable, datasetBytes, type PackageFolder } from '../../package/read.ts';
import { load } from './load.ts';

/** A package in native DuckDB. Its datasets are loaded when a question first reads them. */
export class NativeDuckDB {
  readonly #from: PackageFolder;
  readonly #connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;
  readonly #loaded = new Map<string, Promise<void>>();

  private constructor(from: PackageFolder, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#from = from;
    this.#instance = instance;
    this.#connection = connection;
  }

  /** One thread: sums of fractions are then added up in one order, and give the same bits each time. */
  static async open(from: PackageFolder): Promise<NativeDuckDB> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    return new NativeDuckDB(from, instance, await instance.connect());
  }

  /**
   * The answer to `query`.
   *
   * @param model the package's own, or one with more metrics over the same datasets
   * @throws {LantuError} as `planQuery` does; `data/not-found`, `data/corrupt`, `data/lacks-field` for a dataset's file;
   * `engine/query-failed`
   */
  async answer(model: Model, query: Query): Promise<Answer> {
    const plan = planQuery(model, query);
    for (const name of plan.tables) await this.#table(name);
    const results: unknown[][][] = [];
    for (const statement of plan.statements) results.push(await this.columns(statement));
    return plan.toAnswer(results, { place: 'duckdb-wasm', vintage: vintageOf(this.#from.catalog, plan.tables) });
  }

  /** How many rows the answer to `query` has, without fetching them. @throws {LantuError} as {@link answer} */
  async countRows(model: Model, query: Query): Promise<number> {
    const plan = planQuery(model, query);
    for (const name of plan.tables) await this.#table(name);
    const [[count] = []] = await this.columns(`SELECT count(*) FROM (${plan.statements[0]})`);
    return Number(count);
  }

  /** The columns of a statement's result. @throws {LantuError} `engine/query-failed` with the SQL */
  async columns(sql: string): Promise<unknown[][]> {
    try {
      const reader = await this.#connection.runAndReadAll(sql);
      const columns = reader.getColumns();
      return Array.from({ length: reader.columnCount }, (_, index) =>
        (columns[index] ?? []).map((each) => (each instanceof DuckDBListValue ? each.items : each)),
      );
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new LantuError('engine/query-failed', `DuckDB could not run the query: ${message}`, { sql, cause });
    }
  }

  /** Has a dataset loaded that {@link columns} is to read. @throws {LantuError} as {@link answer} */
  async require(name: string): Promise<void> {
    await this.#table(name);
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  #table(name: string): Promise<void> {
    const known = this.#loaded.get(name) ?? this.#load(name);
    this.#loaded.set(name, known);
    return known;
  }

  async #load(name: string): Promise<void> {
    const dataset = this.#from.catalog.resources.find((each) => each.name === name);
    if (!dataset) throw new RangeError(`the catalog has no dataset ${JSON.stringify(name)}`);
    const bytes = datasetBytes(this.#from, dataset);
    checkHash(bytes, dataset);
    await load(this.#connection, dataset, arrowTable(bytes, dataset.path));
  }
}

/** An answer names the files that it was read from by the hashes in the catalog: they have to be those files. */
function checkHash(bytes: Uint8Array, { path, hash }: Dataset): void {
  const received = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (received === hash) return;
  throw new LantuError('data/corrupt', 'the file is another than the one that the catalog describes', {
    where: path,
    received,
    allowed: hash,
  });
}
