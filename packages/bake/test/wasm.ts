import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDuckDB, type DuckDBBindings, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { planQuery } from '@lantu/engine/plan';
import type { Answer, Model, Query } from '@lantu/spec';
import { DataType, type Vector } from 'apache-arrow';
import { datasetBytes, type PackageFolder } from '../src/package/read.ts';

/** A package in DuckDB-WASM, the engine of browsers, run in Node. */
export class WasmDuckDB {
  readonly #from: PackageFolder;
  readonly #bindings: DuckDBBindings;
  readonly #loaded = new Set<string>();

  private constructor(from: PackageFolder, bindings: DuckDBBindings) {
    this.#from = from;
    this.#bindings = bindings;
  }

  static async open(from: PackageFolder): Promise<WasmDuckDB> {
    const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
    const bundle = (name: string) => ({ mainModule: join(dist, `duckdb-${name}.wasm`), mainWorker: '' });
    const bindings = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
    await bindings.instantiate(() => undefined);
    return new WasmDuckDB(from, bindings);
  }

  answer(model: Model, query: Query): Answer {
    const plan = planQuery(model, query);
    const connection = this.#bindings.connect();
    for (const name of plan.tables.filter((each) => !this.#loaded.has(each))) {
      connection.insertArrowFromIPCStream(datasetBytes(this.#from, model.dataset(name)), { name, create: true });
      this.#loaded.add(name);
    }
    const results = plan.statements.map((statement) => {
      const table = connection.query(statement);
      return table.schema.fields.map((_, index) => valuesOf(table.getChildAt(index)));
    });
    connection.close();
    return plan.toAnswer(results, { place: 'duckdb-wasm', vintage: 'test' });
  }
}

function valuesOf(vector: Vector | null): unknown[] {
  return [...(vector ?? [])].map((value: unknown) => {
    if (value === null || !vector) return null;
    if (DataType.isList(vector.type)) return valuesOf(value as Vector);
    return DataType.isDecimal(vector.type) ? whole(value as Uint32Array) : value;
  });
}

/** Four words, the least significant first, in two's complement; sums of integers have no fraction. */
function whole(words: Uint32Array): bigint {
  return BigInt.asIntN(
    128,
    words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n),
  );
}
