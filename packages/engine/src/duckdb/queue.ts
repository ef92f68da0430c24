import { orAborted } from '../shared-run.ts';

/** Jobs one after another, in the order in which they came. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * What `job` gives. A job whose signal aborts while it waits is never begun; one that is under way must stop itself, and keeps the
   * next one waiting until it has.
   *
   * @throws the signal's reason, at once, where it aborts; else what `job` throws
   */
  run<T>(signal: AbortSignal, job: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => {
      signal.throwIfAborted();
      return job();
    });
    this.#last = done.catch(() => undefined);
    return orAborted(done, signal);
  }
}
