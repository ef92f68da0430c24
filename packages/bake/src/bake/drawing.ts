import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, type ErrorDetail, LantuError } from '@lantu/spec';
import type { Files, PublishedInput } from './published.ts';

/** What a thread is asked to draw. */
export interface Order {
  readonly number: number;
  readonly input: PublishedInput;
}

/** What came of an {@link Order}: one of the three. */
export interface Drawn {
  readonly number: number;
  readonly files?: Files;
  readonly refused?: { readonly code: ErrorCode; readonly problem: string; readonly detail: ErrorDetail };
  readonly fault?: unknown;
}

interface Waiting {
  readonly resolve: (files: Files) => void;
  readonly reject: (error: unknown) => void;
}

/** Draws pictures on several threads, as many as the machine has processors: fonts are most of the work of a bake. */
export class Drawing {
  readonly #workers: Worker[] = [];
  readonly #idle: Worker[] = [];
  readonly #orders: Order[] = [];
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  /** @throws {LantuError} as the drawing does */
  picturesOf(input: PublishedInput): Promise<Files> {
    const number = this.#count++;
    const files = new Promise<Files>((resolve, reject) => this.#waiting.set(number, { resolve, reject }));
    this.#orders.push({ number, input });
    this.#hire();
    this.#next();
    return files;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((each) => each.terminate()));
  }

  #hire(): void {
    if (this.#idle.length > 0 || this.#workers.length >= availableParallelism()) return;
    const worker = new Worker(new URL('./drawing.worker.js', import.meta.url));
    worker.on('message', (drawn: Drawn) => {
      this.#idle.push(worker);
      this.#settle(drawn);
      this.#next();
    });
    worker.on('error', (error) => {
      for (const number of this.#waiting.keys()) this.#settle({ number, fault: error });
    });
    this.#workers.push(worker);
    this.#idle.push(worker);
  }

  #next(): void {
    const worker = this.#orders.length > 0 ? this.#idle.pop() : undefined;
    if (worker) worker.postMessage(this.#orders.shift());
  }

  #settle({ number, files, refused, fault }: Drawn): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (files) waiting?.resolve(files);
    else waiting?.reject(refused ? new LantuError(refused.code, refused.problem, refused.detail) : fault);
  }
}
