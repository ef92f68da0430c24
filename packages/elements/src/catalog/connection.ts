import { type AskOptions, lazyPlace, memoryPlace, openCatalog, Resolver } from '@lantu/engine';
import type { Answer, Catalog, Query } from '@lantu/spec';

/** An open catalog, and what answers queries over it. */
export interface Connection {
  /** The absolute address of the catalog. */
  readonly url: string;
  readonly catalog: Catalog;
  ask(query: Query, options?: AskOptions): Promise<Answer>;
}

const shared = new Map<string, Promise<Connection>>();

/**
 * The connection to the catalog at `url`, relative to the document: one for all who name the same address. A catalog that could not
 * be opened is tried anew by whoever asks next.
 *
 * @throws {LantuError} `catalog/missing` or `catalog/invalid`
 */
export function connect(url: string): Promise<Connection> {
  const address = URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
  const known = shared.get(address);
  if (known) return known;
  const opening = open(address);
  shared.set(address, opening);
  opening.catch(() => shared.delete(address));
  return opening;
}

async function open(url: string): Promise<Connection> {
  const opened = await openCatalog(url);
  const resolver = new Resolver([
    memoryPlace(opened),
    lazyPlace('duckdb-wasm', async () => (await import('@lantu/engine/duckdb')).duckdbPlace(opened)),
  ]);
  return { url: opened.url, catalog: opened.catalog, ask: (query, options) => resolver.ask(query, options) };
}
