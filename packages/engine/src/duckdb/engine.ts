import { LantuError } from '@lantu/spec';
import type { ResultColumns } from '../plan/index.ts';
import type { Bindings } from './bindings.ts';
import { resultColumns } from './decode.ts';
import { isFatal, messageOf, runStatement } from './statement.ts';

/** The database of one worker: schemas, each with a connection and tables. */
export class Engine {
  readonly bindings: Bindings;
  readonly #connections = new Map<string, number>();
  readonly #versions = new Map<string, string>();

  constructor(bindings: Bindings) {
    this.bindings = bindings;
  }

  /** True where the table is there in that version. */
  has(schema: string, table: string, version: string): boolean {
    return !this.bindings.gone && this.#versions.get(tableKey(schema, table)) === version;
  }

  /**
   * Puts a table in the place of any earlier version of it.
   *
   * @param stream a whole Arrow IPC stream; it is handed over, and empty afterwards
   * @throws {LantuError} `engine/query-failed` where DuckDB refuses it
   * @throws {WorkerGone}
   */
  async insert(schema: string, table: string, version: string, stream: Uint8Array): Promise<void> {
    const key = tableKey(schema, table);
    if (this.#versions.get(key) === version) return;
    await this.#connectionTo(schema);
    this.#versions.delete(key);
    const name = `${quoted(schema)}.${quoted(table)}`;
    // A connection of its own, as a stream that breaks off would stay open in it and spoil the next one.
    const connection = await this.bindings.connectInternal();
    try {
      await this.bindings.runQuery(connection, `DROP TABLE IF EXISTS ${name}`);
      await this.bindings.insertArrowFromIPCStream(connection, stream, { name: table, schema, create: true });
      // DuckDB takes a stream that breaks off for one that will go on, and makes no table yet.
      await this.bindings.runQuery(connection, `FROM ${name} LIMIT 0`);
      await this.bindings.disconnect(connection);
    } catch (cause) {
      if (isFatal(cause)) this.bindings.abandon(messageOf(cause));
      if (this.bindings.gone) throw this.bindings.gone;
      const problem = `DuckDB could not take the table ${JSON.stringify(table)}: ${messageOf(cause)}`;
      throw new LantuError('engine/query-failed', problem, { cause });
    }
    this.#versions.set(key, version);
  }

  /** @throws as {@link runStatement} */
  async run(schema: string, sql: string, signal: AbortSignal): Promise<ResultColumns> {
    return resultColumns(await runStatement(this.bindings, await this.#connectionTo(schema), sql, signal));
  }

  async #connectionTo(schema: string): Promise<number> {
    const known = this.#connections.get(schema);
    if (known !== undefined) return known;
    const connection = await this.bindings.connectInternal();
    await this.bindings.runQuery(connection, `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
    await this.bindings.runQuery(connection, `USE ${quoted(schema)}`);
    this.#connections.set(schema, connection);
    return connection;
  }
}

function tableKey(schema: string, table: string): string {
  return JSON.stringify([schema, table]);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
