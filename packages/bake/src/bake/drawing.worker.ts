import { parentPort } from 'node:worker_threads';
import { LantuError } from '@lantu/spec';
import { picturesOf } from '../picture/index.ts';
import type { Drawn, Order } from './drawing.ts';

parentPort?.on('message', async ({ number, input }: Order) => {
  parentPort?.postMessage({ number, ...(await drawn(input)) } satisfies Drawn);
});

/** An error loses its class on the way to another thread: what makes a {@link LantuError} goes by itself. */
async function drawn(input: Order['input']): Promise<Omit<Drawn, 'number'>> {
  try {
    return { files: await picturesOf(input) };
  } catch (error) {
    if (!(error instanceof LantuError)) return { fault: error };
    const { code, problem, where, received, allowed } = error;
    return {
      refused: {
        code,
        problem,
        detail: {
          ...(where !== undefined && { where }),
          ...(received !== undefined && { received }),
          ...(allowed !== undefined && { allowed }),
        },
      },
    };
  }
}
