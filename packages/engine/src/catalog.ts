import { type Catalog, checkCatalog, type Dataset, LantuError, Model, quoteValue } from '@lantu/spec';
import { absolute } from './address.ts';

export type Fetch = (url: string, init?: { signal?: AbortSignal; cache?: RequestCache }) => Promise<Response>;

/** A catalog that was fetched and found to be right. */
export interface OpenCatalog {
  readonly catalog: Catalog;
  readonly model: Model;
  /** Absolute; datasets' paths are relative to it. */
  readonly url: string;
  /** What its datasets are fetched with. */
  readonly fetch: Fetch;
}

export interface OpenCatalogOptions {
  /** In place of the browser's, for the catalog and its datasets. */
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal;
}

/**
 * Fetches and checks the catalog at `url` (relative to the document). Nothing else is fetched yet. Its datasets lie in its own
 * folder: no request goes to an origin that `url` does not name.
 *
 * @throws {LantuError} `catalog/missing` where it cannot be fetched, with the HTTP status or the network's error; `catalog/invalid`
 * where it is no JSON or no catalog
 * @throws the signal's reason where it aborts
 */
export async function openCatalog(url: string, options: OpenCatalogOptions = {}): Promise<OpenCatalog> {
  const { signal, fetch = fetchFromPage } = options;
  const address = addressOf(url);
  const text = await textAt(address, fetch, signal);
  const catalog = checkCatalog(parseJson(text, address), address);
  return { catalog, model: new Model(catalog), url: address, fetch };
}

/** The absolute address of a dataset's file. */
export function datasetUrl(dataset: Dataset, catalogUrl: string): string {
  return new URL(dataset.path, catalogUrl).href;
}

const fetchFromPage: Fetch = (url, init) => globalThis.fetch(url, init);

function addressOf(url: string): string {
  try {
    return absolute(url);
  } catch (cause) {
    throw new LantuError('catalog/missing', 'this is no address', {
      received: quoteValue(url),
      allowed: 'an absolute address, or one relative to the document',
      cause,
    });
  }
}

async function textAt(url: string, fetch: Fetch, signal: AbortSignal | undefined): Promise<string> {
  try {
    // It says which files are current: an old one from a cache would lead to files that are no longer there.
    const response = await fetch(url, { cache: 'no-cache', ...(signal && { signal }) });
    if (response.ok) return await response.text();
    throw new LantuError('catalog/missing', 'the server did not give the catalog', {
      where: url,
      received: `HTTP ${response.status}${response.statusText ? ` ${response.statusText}` : ''}`,
      allowed: 'HTTP 200 with a Data Package descriptor (datapackage.json)',
    });
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof LantuError) throw cause;
    throw new LantuError('catalog/missing', 'the catalog could not be fetched; the network or the server failed', {
      where: url,
      received: String(cause),
      cause,
    });
  }
}

function parseJson(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LantuError('catalog/invalid', 'the catalog is not JSON', {
      where: url,
      received: quoteValue(text),
      allowed: 'a Data Package descriptor (datapackage.json)',
      cause,
    });
  }
}
