import { LantuError } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../progress.ts';
import { download } from './download.ts';

const URL = 'https://portal.test/data/figures.arrow';
const signal = new AbortController().signal;

/** A body that gives `pieces`, then fails if told to. */
function body(pieces: readonly number[][], failure?: Error): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece) controller.enqueue(new Uint8Array(piece));
      else if (failure) controller.error(failure);
      else controller.close();
    },
  });
}

async function refusal(response: () => Promise<Response>): Promise<LantuError> {
  const error = await download(URL, 6, { fetch: response, signal, onBytes: () => {} }).then(
    () => new Error('it was downloaded'),
    (reason: unknown) => reason,
  );
  if (error instanceof LantuError) return error;
  throw error;
}

describe('download', () => {
  it('gives the bytes and counts them as they come', async () => {
    const heard: Bytes[] = [];
    const fetch = async () => new Response(body([[1, 2], [3, 4, 5], [6]]));
    const bytes = await download(URL, 6, { fetch, signal, onBytes: (each) => heard.push(each) });
    expect([...bytes]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(heard.map(({ loaded }) => loaded)).toEqual([0, 2, 5, 6]);
    expect(heard.every(({ total }) => total === 6)).toBe(true);
  });

  it('gives fewer bytes where fewer come', async () => {
    const fetch = async () => new Response(body([[1, 2]]));
    expect([...(await download(URL, 6, { fetch, signal, onBytes: () => {} }))]).toEqual([1, 2]);
  });

  it('stops reading a body that does not end where it should', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(4)),
      cancel: () => {
        cancelled = true;
      },
    });
    const bytes = await download(URL, 6, { fetch: async () => new Response(endless), signal, onBytes: () => {} });
    expect(bytes).toHaveLength(8);
    expect(cancelled).toBe(true);
  });

  it('gives no bytes for an answer without a body', async () => {
    const fetch = async () => new Response(null);
    expect(await download(URL, 6, { fetch, signal, onBytes: () => {} })).toHaveLength(0);
  });

  it.each([
    [404, 'Not Found', 'the dataset is not there'],
    [503, 'Service Unavailable', 'the server did not give the dataset'],
  ])('tells HTTP %i', async (status, statusText, problem) => {
    const error = await refusal(async () => new Response('', { status, statusText }));
    expect(error.code).toBe('data/not-found');
    expect(error.where).toBe(URL);
    expect(error.received).toBe(`HTTP ${status} ${statusText}`);
    expect(error.problem).toBe(problem);
  });

  it('tells a network that fails in mid-download, and how many bytes had come', async () => {
    const cause = new TypeError('network error');
    const error = await refusal(async () => new Response(body([[1, 2, 3]], cause)));
    expect(error.code).toBe('data/interrupted');
    expect(error.received).toBe('3 of 6 bytes, then: network error');
    expect(error.allowed).toBe('6 bytes');
    expect(error.cause).toBe(cause);
  });

  it('tells a network that fails before any answer', async () => {
    const error = await refusal(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(error.code).toBe('data/interrupted');
    expect(error.received).toBe('0 of 6 bytes, then: Failed to fetch');
  });

  it('rejects with the reason of a signal that aborts in mid-download', async () => {
    const leaving = new AbortController();
    const reason = new Error('left');
    const fetch = async () => new Response(body([[1, 2]], reason));
    const onBytes = ({ loaded }: Bytes) => {
      if (loaded > 0) leaving.abort(reason);
    };
    await expect(download(URL, 6, { fetch, signal: leaving.signal, onBytes })).rejects.toBe(reason);
  });
});
