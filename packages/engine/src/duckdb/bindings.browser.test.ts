import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Bindings, type Note, WorkerGone } from './bindings.ts';

/** A worker that answers every request as DuckDB's answers a ping, after `first`. */
function worker(first = ''): Worker {
  const script = `${first}; onmessage = ({ data }) => postMessage({ requestId: data.messageId, type: 'OK', data: null });`;
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
}

const UNHELD = "postMessage({ lantu: 'unheld' })";

const ignore = () => {};

describe('Bindings', () => {
  it('pass on what the worker tells beside DuckDB', async () => {
    const notes: Note[] = [];
    const note = { lantu: 'progress', loaded: 1, total: 2 } as const;
    const bindings = new Bindings(worker(`postMessage(${JSON.stringify(note)})`), 'a', (each) => notes.push(each));
    await bindings.ping();
    expect(notes).toEqual([note]);
    bindings.abandon('enough');
  });

  it('reject what waits, and whatever is asked later, when the worker was terminated', async () => {
    const lock = `lock ${Math.random()}`;
    const hold = `navigator.locks.request(${JSON.stringify(lock)}, () => { postMessage({ lantu: 'held' }); return new Promise(() => {}); })`;
    const silent = new Worker(URL.createObjectURL(new Blob([hold], { type: 'text/javascript' })));
    const onNote = vi.fn();
    const bindings = new Bindings(silent, lock, onNote);
    await vi.waitFor(() => expect(onNote).toHaveBeenCalledWith({ lantu: 'held' }));
    const waiting = bindings.ping();
    silent.terminate();
    await expect(waiting).rejects.toThrow('the worker ended');
    await expect(bindings.ping()).rejects.toThrow(WorkerGone);
  });

  it('reject what waits when the worker throws', async () => {
    const script = "onmessage = () => { throw new Error('oh'); }";
    const failing = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    const bindings = new Bindings(failing, 'a', ignore);
    await expect(bindings.ping()).rejects.toThrow('an error in the worker: Uncaught Error: oh');
  });

  describe('where there are no locks', () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('hold a worker that answers pings for alive', async () => {
      const bindings = new Bindings(worker(UNHELD), 'a', ignore);
      await bindings.ping();
      for (let turn = 0; turn < 10; turn += 1) {
        vi.advanceTimersByTime(10_000);
        await bindings.ping();
      }
      expect(bindings.gone).toBeUndefined();
      bindings.abandon('enough');
    });

    it('hold a worker that has been silent for 30 s for gone', async () => {
      const silent = worker(UNHELD);
      const bindings = new Bindings(silent, 'a', ignore);
      await bindings.ping();
      silent.terminate();
      const waiting = expect(bindings.ping()).rejects.toThrow('no sign of life for 30 s');
      vi.advanceTimersByTime(39_999);
      expect(bindings.gone).toBeUndefined();
      vi.advanceTimersByTime(1);
      await waiting;
    });
  });
});
