import { afterEach, expect, test, vi } from 'vitest';
import { fetchAhead, takeAhead } from './ahead.ts';

const ADDRESS = 'https://village.example/widgets/income/widget.json';

const answers = (...given: (Response | Error)[]) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    const next = given.shift();
    if (next instanceof Response) return next;
    throw next ?? new Error('asked once too often');
  });

afterEach(() => vi.restoreAllMocks());

test('what is fetched ahead is fetched once, and taken once', async () => {
  const fetched = answers(new Response('{}'));
  fetchAhead(ADDRESS);
  fetchAhead(ADDRESS);
  expect(await takeAhead(ADDRESS)).toBe('{}');
  expect(await takeAhead(ADDRESS)).toBeUndefined();
  expect(fetched).toHaveBeenCalledOnce();
});

test.each([
  ['the server does not give it', new Response('gone', { status: 404 })],
  ['the line breaks', new TypeError('network')],
])('where %s there is nothing to take, and nothing is thrown', async (_, outcome) => {
  answers(outcome);
  fetchAhead(ADDRESS);
  expect(await takeAhead(ADDRESS)).toBeUndefined();
});
