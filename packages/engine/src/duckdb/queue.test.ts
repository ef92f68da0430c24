import { describe, expect, it } from 'vitest';
import { Queue } from './queue.ts';

const forever = new AbortController().signal;
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('Queue', () => {
  it('runs jobs one at a time, in the order in which they came', async () => {
    const queue = new Queue();
    const log: string[] = [];
    const job = (name: string) => async () => {
      log.push(`${name} begins`);
      await turn();
      log.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all([queue.run(forever, job('a')), queue.run(forever, job('b'))])).toEqual(['a', 'b']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('never begins a job whose signal aborts while it waits, and lets go of its asker at once', async () => {
    const queue = new Queue();
    const log: string[] = [];
    let finish = () => {};
    const first = queue.run(
      forever,
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const leaving = new AbortController();
    const second = queue.run(leaving.signal, async () => log.push('second'));
    const third = queue.run(forever, async () => log.push('third'));
    await turn();
    leaving.abort(new Error('left'));
    await expect(second).rejects.toThrow('left');
    finish();
    await Promise.all([first, third]);
    expect(log).toEqual(['third']);
  });

  it('waits with the next job until one that was aborted has stopped', async () => {
    const queue = new Queue();
    const leaving = new AbortController();
    let stopped = false;
    const first = queue.run(leaving.signal, async () => {
      await turn();
      await turn();
      stopped = true;
    });
    const second = queue.run(forever, async () => stopped);
    await turn();
    leaving.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    expect(await second).toBe(true);
  });

  it('goes on after a job that failed', async () => {
    const queue = new Queue();
    await expect(queue.run(forever, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await queue.run(forever, async () => 'yes')).toBe('yes');
  });
});
