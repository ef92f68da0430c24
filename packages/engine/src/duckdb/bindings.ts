import { AsyncDuckDB, VoidLogger, type WorkerTaskReturnType, type WorkerTaskVariant } from '@duckdb/duckdb-wasm';

const PING_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 30_000;

/** What the prelude of the worker's script tells (see `worker/prelude.mjs`). */
export type Note =
  | { readonly lantu: 'held' }
  | { readonly lantu: 'unheld' }
  | { readonly lantu: 'progress'; readonly loaded: number; readonly total: number }
  | { readonly lantu: 'blocked'; readonly directive: string; readonly uri: string }
  | { readonly lantu: 'failed'; readonly name: string; readonly message: string };

/** The worker is gone, or is no longer to be trusted. */
export class WorkerGone extends Error {
  override readonly name = 'WorkerGone';
}

/**
 * DuckDB-WASM's bindings, which leave their promises pending for ever when the worker is gone, made to notice that and to reject
 * them with {@link WorkerGone}.
 *
 * A worker that was terminated, or whose process died, fires no event. But the worker holds a lock that bears its name, and the
 * browser frees that lock at once. Where there are no locks (they need a secure context) the worker is pinged: a statement that is
 * being run lets it answer about ten times a second, so 30 s of silence are taken for its end.
 */
export class Bindings extends AsyncDuckDB {
  readonly worker: Worker;
  readonly #lock: string;
  readonly #onNote: (note: Note) => void;
  readonly #watching = new AbortController();
  #gone: WorkerGone | undefined;

  /** @param lock the name of the lock that the worker holds: its own name */
  constructor(worker: Worker, lock: string, onNote: (note: Note) => void) {
    super(new VoidLogger(), worker);
    this.worker = worker;
    this.#lock = lock;
    this.#onNote = onNote;
    worker.addEventListener('messageerror', () => this.abandon('a message of the worker could not be read'), {
      signal: this.#watching.signal,
    });
  }

  /** Why the worker is gone; undefined while it lives. */
  get gone(): WorkerGone | undefined {
    return this.#gone;
  }

  /** Ends the worker and rejects whatever waits for it, now and later. */
  abandon(why: string): void {
    if (this.#gone) return;
    this.#gone = new WorkerGone(why);
    for (const task of this._pendingRequests.values()) task.promiseRejecter(this.#gone);
    this._pendingRequests.clear();
    this.#watching.abort();
    this.worker.terminate();
    this.detach();
  }

  protected override onMessage(event: MessageEvent): void {
    if (!isNote(event.data)) {
      super.onMessage(event);
      return;
    }
    if (event.data.lantu === 'held') this.#waitForLock();
    if (event.data.lantu === 'unheld') this.#pingNowAndThen();
    this.#onNote(event.data);
  }

  protected override onError(event: ErrorEvent): void {
    event.preventDefault();
    this.abandon(event.message ? `an error in the worker: ${event.message}` : 'the worker script could not be loaded');
  }

  protected override postTask<W extends WorkerTaskVariant>(
    task: W,
    transfer?: ArrayBuffer[],
  ): Promise<WorkerTaskReturnType<W>> {
    return this.#gone ? Promise.reject(this.#gone) : super.postTask(task, transfer);
  }

  #waitForLock(): void {
    const { signal } = this.#watching;
    navigator.locks.request(this.#lock, { signal }, () => this.abandon('the worker ended')).catch(ignore);
  }

  #pingNowAndThen(): void {
    let silent: ReturnType<typeof setTimeout> | undefined;
    const why = `the worker gave no sign of life for ${ANSWER_WITHIN_MS / 1000} s`;
    const timer = setInterval(() => {
      silent ??= setTimeout(() => this.abandon(why), ANSWER_WITHIN_MS);
      const heard = () => {
        clearTimeout(silent);
        silent = undefined;
      };
      this.ping().then(heard, heard);
    }, PING_EVERY_MS);
    this.#watching.signal.addEventListener('abort', () => {
      clearInterval(timer);
      clearTimeout(silent);
    });
  }
}

function isNote(data: unknown): data is Note {
  return typeof data === 'object' && data !== null && 'lantu' in data;
}

function ignore(): void {}
