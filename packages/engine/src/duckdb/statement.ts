import { LantuError } from '@lantu/spec';
import type { Bindings } from './bindings.ts';

/** How long a statement that was cancelled may take to stop before its worker is replaced. */
const STOP_WITHIN_MS = 1000;

/** Parts of a result that are on their way at once. */
const READ_AHEAD = 3;

/**
 * The result of `sql` as the parts of an Arrow IPC stream: the schema, then a part a batch.
 *
 * When `signal` aborts, the statement is cancelled; where that has no effect within a second, the worker is ended.
 *
 * @throws {LantuError} `engine/query-failed` with the SQL
 * @throws {WorkerGone} where the worker ended, or the statement broke it
 * @throws the signal's reason where it aborts
 */
export async function runStatement(
  bindings: Bindings,
  connection: number,
  sql: string,
  signal: AbortSignal,
): Promise<Uint8Array[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveUp = () => bindings.abandon(`a cancelled statement did not stop within ${STOP_WITHIN_MS} ms`);
  const onAbort = () => {
    timer = setTimeout(giveUp, STOP_WITHIN_MS);
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', onAbort);
  try {
    return await poll(bindings, connection, sql, signal);
  } catch (cause) {
    if (isFatal(cause)) bindings.abandon(messageOf(cause));
    signal.throwIfAborted();
    if (bindings.gone) throw bindings.gone;
    throw new LantuError('engine/query-failed', `DuckDB could not run the query: ${messageOf(cause)}`, { sql, cause });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

async function poll(bindings: Bindings, connection: number, sql: string, signal: AbortSignal): Promise<Uint8Array[]> {
  const started = bindings.startPendingQuery(connection, sql);
  // Asked for in one go with the start, so that a short statement costs one turn of messages; of one that still runs they are empty.
  let parts = readAhead(bindings, connection);
  let header = await started;
  if (!header) {
    while (!header) {
      if (signal.aborted) {
        await bindings.cancelPendingQuery(connection);
        throw signal.reason;
      }
      header = await bindings.pollPendingQuery(connection);
    }
    parts = readAhead(bindings, connection);
  }
  const stream = [header];
  for await (const part of parts) {
    signal.throwIfAborted();
    stream.push(part);
  }
  return stream;
}

/** The parts of a result behind its header, some asked for ahead; beyond the end they are empty. */
function readAhead(bindings: Bindings, connection: number): AsyncIterable<Uint8Array> {
  const next = () => {
    const part = bindings.fetchQueryResults(connection);
    part.catch(() => undefined);
    return part;
  };
  const ahead = Array.from({ length: READ_AHEAD }, next);
  return {
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const part = await ahead.shift();
        if (part?.length === 0) return;
        if (part) yield part;
        ahead.push(next());
      }
    },
  };
}

/** DuckDB's message in words: it writes some of its errors as JSON. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  try {
    const { exception_type: type, exception_message: words } = JSON.parse(message) as Record<string, unknown>;
    return typeof words === 'string' ? `${type} Error: ${words}` : message;
  } catch {
    return message;
  }
}

/** After these the worker's memory or its database can no longer be relied on. */
export function isFatal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ['RuntimeError', 'RangeError'].includes(error.name) ||
    /^FATAL Error|database has been invalidated/.test(messageOf(error))
  );
}
