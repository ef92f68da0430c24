import { LantuError } from '@lantu/spec';
import type { Fetch } from '../catalog.ts';
import type { Bytes } from '../progress.ts';

export interface DownloadOptions {
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  readonly cache?: RequestCache;
  readonly onBytes: (bytes: Bytes) => void;
}

/**
 * The bytes at `url`, decoded, in a buffer of their own. More than `total` bytes are read no further than the piece that exceeds it.
 *
 * @param total how many bytes the file should have
 * @throws {LantuError} `data/not-found` where the server answers anything but success; `data/interrupted` where the network fails
 * before or amid the bytes
 * @throws the signal's reason where it aborts
 */
export async function download(url: string, total: number, options: DownloadOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { fetch, signal, cache, onBytes } = options;
  let loaded = 0;
  try {
    const response = await fetch(url, cache ? { signal, cache } : { signal });
    if (!response.ok) throw notFound(url, response);
    let bytes = new Uint8Array(total);
    onBytes({ loaded, total });
    const reader = response.body?.getReader();
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) return loaded === bytes.length ? bytes : bytes.slice(0, loaded);
      if (loaded + piece.value.length > bytes.length) bytes = extended(bytes, loaded + piece.value.length);
      bytes.set(piece.value, loaded);
      loaded += piece.value.length;
      if (loaded > total) {
        await reader?.cancel();
        return bytes;
      }
      onBytes({ loaded, total });
    }
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof LantuError) throw cause;
    throw new LantuError('data/interrupted', 'the network failed while the dataset was fetched', {
      where: url,
      received: `${loaded} of ${total} bytes, then: ${cause instanceof Error ? cause.message : String(cause)}`,
      allowed: `${total} bytes`,
      cause,
    });
  }
}

function notFound(url: string, { status, statusText }: Response): LantuError {
  const missing = status === 404 || status === 410;
  return new LantuError(
    'data/not-found',
    missing ? 'the dataset is not there' : 'the server did not give the dataset',
    {
      where: url,
      received: `HTTP ${status}${statusText ? ` ${statusText}` : ''}`,
      allowed: 'HTTP 200 with an Arrow IPC stream',
    },
  );
}

function extended(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(length);
  longer.set(bytes);
  return longer;
}
