import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OnProgress, Progress } from './progress.ts';
import { SharedRuns } from './shared-run.ts';

/** A run that ends when it is told to, and what it was started with. */
function held() {
  const started: {
    signal: AbortSignal;
    onProgress: OnProgress;
    finish(value: string): void;
    fail(error: Error): void;
  }[] = [];
  const start = (signal: AbortSignal, onProgress: OnProgress) =>
    new Promise<string>((finish, fail) => started.push({ signal, onProgress, finish, fail }));
  const nth = (index: number) => {
    const run = started[index];
    if (!run) throw new Error(`run ${index} of ${started.length} was not started`);
    return run;
  };
  return { started, start, nth };
}

const microtasks = () => new Promise((resolve) => setTimeout(resolve));

describe('SharedRuns', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts one run for all who ask for the same key meanwhile', async () => {
    const runs = new SharedRuns<string>();
    const { started, start, nth } = held();
    const both = Promise.all([runs.join('a', start, {}), runs.join('a', start, {})]);
    await microtasks();
    nth(0).finish('done');
    expect(await both).toEqual(['done', 'done']);
    expect(started).toHaveLength(1);
  });

  it('keeps neither results nor errors: who asks later starts anew', async () => {
    const runs = new SharedRuns<string>();
    const { start, nth } = held();
    const first = runs.join('a', start, {});
    await microtasks();
    nth(0).fail(new Error('no'));
    await expect(first).rejects.toThrow('no');
    const second = runs.join('a', start, {});
    await microtasks();
    nth(1).finish('yes');
    expect(await second).toBe('yes');
  });

  it('goes on while anyone waits and is aborted when the last one leaves', async () => {
    const runs = new SharedRuns<string>();
    const { start, nth } = held();
    const [a, b] = [new AbortController(), new AbortController()];
    const first = runs.join('a', start, { signal: a.signal });
    const second = runs.join('a', start, { signal: b.signal });
    await microtasks();
    a.abort(new Error('a left'));
    await expect(first).rejects.toThrow('a left');
    expect(nth(0).signal.aborted).toBe(false);
    b.abort(new Error('b left'));
    await expect(second).rejects.toThrow('b left');
    expect(nth(0).signal.aborted).toBe(true);
  });

  it('starts a new run for who comes after the abort, though the old one has not ended yet', async () => {
    const runs = new SharedRuns<string>();
    const { start, nth } = held();
    const a = new AbortController();
    const first = runs.join('a', start, { signal: a.signal });
    await microtasks();
    a.abort();
    await expect(first).rejects.toThrow(DOMException);
    const second = runs.join('a', start, {});
    await microtasks();
    nth(0).fail(new Error('stopped'));
    nth(1).finish('new');
    expect(await second).toBe('new');
  });

  it('never starts for an asker whose signal has aborted', async () => {
    const runs = new SharedRuns<string>();
    const { started, start } = held();
    await expect(runs.join('a', start, { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow(
      'too late',
    );
    expect(started).toHaveLength(0);
  });

  it('tells who joins late at once how far each subject has come', async () => {
    const runs = new SharedRuns<string>();
    const { start, nth } = held();
    const first = runs.join('a', start, {});
    await microtasks();
    nth(0).onProgress({ state: 'fetching-engine', loaded: 1, total: 9 });
    nth(0).onProgress({ state: 'fetching-engine', loaded: 5, total: 9 });
    nth(0).onProgress({ state: 'fetching-data', dataset: 'areas', loaded: 3, total: 3 });
    nth(0).onProgress({ state: 'fetching-data', dataset: 'figures', loaded: 2, total: 4 });
    const heard: Progress[] = [];
    const second = runs.join('a', start, { onProgress: (each) => heard.push(each) });
    expect(heard).toEqual([
      { state: 'fetching-engine', loaded: 5, total: 9 },
      { state: 'fetching-data', dataset: 'areas', loaded: 3, total: 3 },
      { state: 'fetching-data', dataset: 'figures', loaded: 2, total: 4 },
    ]);
    nth(0).finish('done');
    await Promise.all([first, second]);
  });

  it('lingers: a run that nobody waits for is picked up by who comes in time, and aborted after that', async () => {
    vi.useFakeTimers();
    const runs = new SharedRuns<string>(1000);
    const { started, start, nth } = held();
    const leave = async () => {
      const a = new AbortController();
      const waiting = expect(runs.join('a', start, { signal: a.signal })).rejects.toThrow(DOMException);
      await vi.advanceTimersByTimeAsync(0);
      a.abort();
      await waiting;
    };
    await leave();
    await vi.advanceTimersByTimeAsync(999);
    await leave();
    await vi.advanceTimersByTimeAsync(999);
    expect(started).toHaveLength(1);
    expect(nth(0).signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(nth(0).signal.aborted).toBe(true);
  });
});
