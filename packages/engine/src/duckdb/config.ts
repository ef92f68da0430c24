/** Where the engine's two files are. */
export interface DuckDBFiles {
  /** The worker's script, `assets/duckdb.worker.js` of this package. It must come from the page's own origin: browsers start no other worker. */
  readonly workerUrl: string;
  /** The engine itself, `assets/duckdb.wasm` of this package. */
  readonly wasmUrl: string;
}

/**
 * The files beside this module. Written so that bundlers that know `new URL('…', import.meta.url)` (Vite, webpack, Rollup, Parcel)
 * take them along; the worker is not started in this expression so that its script stays the file that it is.
 */
export const BESIDE_THIS_MODULE: DuckDBFiles = {
  workerUrl: new URL('../../assets/duckdb.worker.js', import.meta.url).href,
  wasmUrl: new URL('../../assets/duckdb.wasm', import.meta.url).href,
};
