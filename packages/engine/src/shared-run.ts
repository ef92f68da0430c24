import type { OnProgress, Progress } from './progress.ts';

interface Waiter {
  readonly onProgress: OnProgress | undefined;
}

interface Run<T> {
  readonly abort: AbortController;
  readonly waiters: Set<Waiter>;
  readonly told: Map<string, Progress>;
  readonly result: Promise<T>;
  lingering?: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Runs, by key, that several may wait for. Who comes while a run is under way joins it and hears at once how far it has come. Results
 * are not kept.
 */
export class SharedRuns<T> {
  readonly #runs = new Map<string, Run<T>>();
  readonly #lingerMs: number;

  /**
   * @param lingerMs how long a run goes on after its last waiter has left, before it is aborted. 0: not at all. More suits what the
   * next asker most likely needs as well: who changes a filter twice during a download must not restart it.
   */
  constructor(lingerMs = 0) {
    this.#lingerMs = lingerMs;
  }

  /**
   * @param start is called when no run of that key is under way
   * @throws the signal's reason, at once, where `signal` aborts; else what the run throws
   */
  async join(
    key: string,
    start: (signal: AbortSignal, onProgress: OnProgress) => Promise<T>,
    { signal, onProgress }: { readonly signal?: AbortSignal | undefined; readonly onProgress?: OnProgress | undefined },
  ): Promise<T> {
    signal?.throwIfAborted();
    const run = this.#runs.get(key) ?? this.#start(key, start);
    clearTimeout(run.lingering);
    const waiter = { onProgress };
    run.waiters.add(waiter);
    if (onProgress) for (const progress of run.told.values()) onProgress(progress);
    try {
      return await orAborted(run.result, signal);
    } finally {
      run.waiters.delete(waiter);
      if (run.waiters.size === 0 && this.#runs.get(key) === run) this.#linger(key, run);
    }
  }

  #start(key: string, start: (signal: AbortSignal, onProgress: OnProgress) => Promise<T>): Run<T> {
    const abort = new AbortController();
    const waiters = new Set<Waiter>();
    const told = new Map<string, Progress>();
    const tell = (progress: Progress) => {
      told.set(progress.state === 'fetching-data' ? `${progress.state} ${progress.dataset}` : progress.state, progress);
      for (const { onProgress } of waiters) onProgress?.(progress);
    };
    const result = Promise.resolve().then(() => start(abort.signal, tell));
    const run: Run<T> = { abort, waiters, told, result };
    this.#runs.set(key, run);
    const settled = () => {
      clearTimeout(run.lingering);
      if (this.#runs.get(key) === run) this.#runs.delete(key);
    };
    result.then(settled, settled);
    return run;
  }

  #linger(key: string, run: Run<T>): void {
    const stop = () => {
      this.#runs.delete(key);
      run.abort.abort(new DOMException('nobody waits for it any more', 'AbortError'));
    };
    if (this.#lingerMs === 0) stop();
    else run.lingering = setTimeout(stop, this.#lingerMs);
  }
}

/** What `promise` gives, or the signal's reason as soon as it aborts, whichever comes first. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
