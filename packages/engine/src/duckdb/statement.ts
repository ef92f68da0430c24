import { LantuError } from '@lantu/spec';
import { type Bindings, WorkerGone } from './bindings.ts';

/** How long a statement that was cancelled may take to stop before its worker is replaced. */
const STOP_WITHIN_MS = 1000;

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
  signal.addEventListener('abort', onAbort);
  try {
    return await poll(bindings, connection, sql, signal);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof WorkerGone) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    if (isFatal(cause)) {
      bindings.abandon(why);
      throw bindings.gone;
    }
    throw new LantuError('engine/query-failed', 'DuckDB could not run the query', { received: why, sql, cause });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

async function poll(bindings: Bindings, connection: number, sql: string, signal: AbortSignal): Promise<Uint8Array[]> {
  let header = await bindings.startPendingQuery(connection, sql);
  while (!header) {
    if (signal.aborted) {
      await bindings.cancelPendingQuery(connection);
      throw signal.reason;
    }
    header = await bindings.pollPendingQuery(connection);
  }
  const parts = [header];
  for (;;) {
    signal.throwIfAborted();
    const part = await bindings.fetchQueryResults(connection);
    if (part?.length === 0) return parts;
    if (part) parts.push(part);
  }
}

/** After these the worker's memory or its database can no longer be relied on. */
function isFatal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ['RuntimeError', 'RangeError'].includes(error.name) ||
    /^FATAL Error|"exception_type":"FATAL"|database has been invalidated/.test(error.message)
  );
}
