import type { OpenCatalog } from '../catalog.ts';
import type { AnswerPlace } from '../place.ts';
import { planQuery } from '../plan/index.ts';
import { vintageOf } from '../vintage.ts';
import { datasetTable } from './dataset-table.ts';
import { duckdbInstance, type TableSource } from './instance.ts';

/** The place `duckdb-wasm`: answers every query that makes sense in the catalog, by SQL over its datasets' Arrow files. */
export function duckdbPlace(opened: OpenCatalog): AnswerPlace {
  const { catalog, model, url } = opened;
  const tables = new Map<string, TableSource>(catalog.resources.map((each) => [each.name, datasetTable(each, opened)]));
  return {
    place: 'duckdb-wasm',
    canAnswer: () => true,
    async answer({ query }, { signal, onProgress }) {
      const plan = planQuery(model, query);
      const results = await duckdbInstance().query({
        schema: url,
        tables: plan.tables.flatMap((name) => tables.get(name) ?? []),
        statements: plan.statements,
        signal,
        onProgress,
      });
      return plan.toAnswer(results, { place: 'duckdb-wasm', vintage: vintageOf(catalog, plan.tables) });
    },
  };
}
