import type { Dataset } from '@lantu/spec';
import { datasetUrl, type OpenCatalog } from '../catalog.ts';
import type { OnProgress } from '../progress.ts';
import { checkStream, isOtherFile } from './check-stream.ts';
import { download } from './download.ts';
import type { TableSource } from './instance.ts';

/**
 * Files that together take up to this many bytes are kept in the page, so that they come back to a new worker at once and without a
 * network. What is beyond that is fetched again, most likely from the browser's cache: kept, it would take its size twice.
 */
const KEPT_BYTES = 16 * 1024 * 1024;

let keptBytes = 0;

/** A dataset of a catalog as a table of its name. */
export function datasetTable(dataset: Dataset, { url, fetch }: OpenCatalog): TableSource {
  const address = datasetUrl(dataset, url);
  let kept: Uint8Array<ArrayBuffer> | undefined;

  async function checked(signal: AbortSignal, onProgress: OnProgress, cache?: RequestCache) {
    const onBytes = (bytes: { readonly loaded: number; readonly total: number }) =>
      onProgress({ state: 'fetching-data', dataset: dataset.name, ...bytes });
    const bytes = await download(address, dataset.bytes, { fetch, signal, onBytes, ...(cache && { cache }) });
    await checkStream(bytes, dataset, address);
    return bytes;
  }

  return {
    name: dataset.name,
    version: dataset.hash,
    stream: async (signal, onProgress) => {
      if (kept) return kept.slice();
      const bytes = await checked(signal, onProgress).catch((error: unknown) => {
        // A cache may still hold the file of an earlier catalog.
        if (isOtherFile(error)) return checked(signal, onProgress, 'reload');
        throw error;
      });
      if (keptBytes + bytes.length <= KEPT_BYTES) {
        kept = bytes.slice();
        keptBytes += bytes.length;
      }
      return bytes;
    },
  };
}
