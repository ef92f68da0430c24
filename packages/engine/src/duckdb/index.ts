export type { DuckDBFiles } from './config.ts';
export {
  configureDuckDB,
  type DuckDBInstance,
  duckdbInstance,
  type QueryRequest,
  type TableSource,
} from './instance.ts';
export { duckdbPlace } from './place.ts';
