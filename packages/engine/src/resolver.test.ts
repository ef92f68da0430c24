import { type Answer, LantuError, type Place, type Query, queryKey } from '@lantu/spec';
import { describe, expect, it, vi } from 'vitest';
import { INCOME_BY_YEAR } from '../test/village.ts';
import { type AnswerPlace, type AskContext, lazyPlace, type Question } from './place.ts';
import type { Progress } from './progress.ts';
import { Resolver } from './resolver.ts';

function answerTo({ query }: Question, answeredBy: Place): Answer {
  const provenance = { origins: [], natures: [], statuses: [], asOf: '2024-12-31' };
  return { query, columns: [], rowCount: 0, provenance, answeredBy, vintage: 'figures:0' };
}

function placeOf(place: Place, more: Partial<AnswerPlace> = {}) {
  const answer = vi.fn(async (question: Question, _: AskContext) => answerTo(question, place));
  return { place, canAnswer: () => true as const, answer, ...more };
}

const unavailable = () => Promise.reject(new LantuError('engine/unavailable', 'WebAssembly is off'));

async function errorOf(promise: Promise<unknown>): Promise<LantuError> {
  const error = await promise.then(
    () => new Error('it was answered'),
    (reason: unknown) => reason,
  );
  if (error instanceof LantuError) return error;
  throw error;
}

describe('Resolver', () => {
  it('asks the nearest place that can, and no farther one', async () => {
    const [snapshot, memory, engine] = [
      placeOf('snapshot', { canAnswer: () => 'another question was baked' }),
      placeOf('memory'),
      placeOf('duckdb-wasm'),
    ];
    const answer = await new Resolver([snapshot, memory, engine]).ask(INCOME_BY_YEAR);
    expect(answer.answeredBy).toBe('memory');
    expect(snapshot.answer).not.toHaveBeenCalled();
    expect(engine.answer).not.toHaveBeenCalled();
  });

  it('gives the answer of a farther place to nearer ones that remember', async () => {
    const remember = vi.fn();
    const memory = placeOf('memory', { canAnswer: () => 'it was not asked before', remember });
    const answer = await new Resolver([memory, placeOf('duckdb-wasm')]).ask(INCOME_BY_YEAR);
    expect(remember).toHaveBeenCalledExactlyOnceWith({ query: answer.query, key: queryKey(answer.query) }, answer);
  });

  it('answers equal questions that are asked at once, however they are written, by one run', async () => {
    const engine = placeOf('duckdb-wasm');
    const resolver = new Resolver([engine]);
    const written: Query = {
      ...INCOME_BY_YEAR,
      dimensions: [{ field: 'year', as: 'year' }],
      order: [{ by: 'year', direction: 'asc' }],
    };
    const [first, second] = await Promise.all([resolver.ask(INCOME_BY_YEAR), resolver.ask(written)]);
    expect(engine.answer).toHaveBeenCalledTimes(1);
    expect(first).toBe(second);
  });

  it('keeps different questions apart', async () => {
    const engine = placeOf('duckdb-wasm');
    const resolver = new Resolver([engine]);
    await Promise.all([resolver.ask(INCOME_BY_YEAR), resolver.ask({ ...INCOME_BY_YEAR, filters: [] })]);
    expect(engine.answer).toHaveBeenCalledTimes(2);
  });

  it('aborts the work when all who asked have left, not before', async () => {
    let signal: AbortSignal | undefined;
    const engine = placeOf('duckdb-wasm', {
      answer: (_, context) => {
        signal = context.signal;
        return new Promise(() => {});
      },
    });
    const resolver = new Resolver([engine]);
    const [a, b] = [new AbortController(), new AbortController()];
    const first = resolver.ask(INCOME_BY_YEAR, { signal: a.signal });
    const second = resolver.ask(INCOME_BY_YEAR, { signal: b.signal });
    await vi.waitFor(() => expect(signal).toBeDefined());
    a.abort(new Error('the widget was removed'));
    await expect(first).rejects.toThrow('the widget was removed');
    expect(signal?.aborted).toBe(false);
    b.abort();
    await expect(second).rejects.toThrow(DOMException);
    expect(signal?.aborted).toBe(true);
  });

  it('passes progress on to everyone who waits', async () => {
    const engine = placeOf('duckdb-wasm', {
      answer: async (question, { onProgress }) => {
        onProgress({ state: 'running' });
        return answerTo(question, 'duckdb-wasm');
      },
    });
    const resolver = new Resolver([engine]);
    const heard: Progress[][] = [[], []];
    await Promise.all(heard.map((list) => resolver.ask(INCOME_BY_YEAR, { onProgress: (each) => list.push(each) })));
    expect(heard).toEqual([[{ state: 'running' }], [{ state: 'running' }]]);
  });

  it('asks the next place where one does not work in this browser', async () => {
    const places = [placeOf('duckdb-wasm', { answer: unavailable }), placeOf('clickhouse')];
    expect((await new Resolver(places).ask(INCOME_BY_YEAR)).answeredBy).toBe('clickhouse');
  });

  it('says why the browser cannot where no place is left after that', async () => {
    const places = [
      placeOf('memory', { canAnswer: () => 'not asked before' }),
      placeOf('duckdb-wasm', { answer: unavailable }),
    ];
    const error = await errorOf(new Resolver(places).ask(INCOME_BY_YEAR));
    expect(error.code).toBe('engine/unavailable');
    expect(error.message).toContain('WebAssembly is off');
  });

  it('passes on any other error without asking farther', async () => {
    const farther = placeOf('clickhouse');
    const failing = placeOf('duckdb-wasm', { answer: () => Promise.reject(new LantuError('data/not-found', 'gone')) });
    expect((await errorOf(new Resolver([failing, farther]).ask(INCOME_BY_YEAR))).code).toBe('data/not-found');
    expect(farther.answer).not.toHaveBeenCalled();
  });

  it('lists why each place cannot answer', async () => {
    const places = [
      placeOf('snapshot', { canAnswer: () => 'another question was baked' }),
      placeOf('rollup', { canAnswer: async () => 'it has no village' }),
    ];
    const error = await errorOf(new Resolver(places).ask(INCOME_BY_YEAR));
    expect(error.code).toBe('engine/no-place');
    expect(error.message).toContain(
      'snapshot cannot answer: another question was baked; rollup cannot answer: it has no village',
    );
  });

  it('says that there are no places where it was given none', async () => {
    expect((await errorOf(new Resolver([]).ask(INCOME_BY_YEAR))).message).toContain('there are no places to ask');
  });

  it('refuses what is no query before any place sees it', async () => {
    const engine = placeOf('duckdb-wasm');
    const error = await errorOf(new Resolver([engine]).ask({ dataset: 'figures', metrics: [] }));
    expect(error.code).toBe('spec/invalid');
    expect(error.where).toBe('the query, at metrics');
    expect(engine.answer).not.toHaveBeenCalled();
  });
});

describe('lazyPlace', () => {
  it('loads its code when it is first reached, once', async () => {
    const load = vi.fn(async () => placeOf('duckdb-wasm'));
    const resolver = new Resolver([lazyPlace('duckdb-wasm', load)]);
    expect(load).not.toHaveBeenCalled();
    await Promise.all([resolver.ask(INCOME_BY_YEAR), resolver.ask({ ...INCOME_BY_YEAR, filters: [] })]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is unavailable where the code cannot be loaded, and tries again at the next question', async () => {
    const load = vi.fn<() => Promise<AnswerPlace>>().mockRejectedValueOnce(new TypeError('Failed to fetch'));
    load.mockResolvedValueOnce(placeOf('duckdb-wasm'));
    const resolver = new Resolver([lazyPlace('duckdb-wasm', load)]);
    const error = await errorOf(resolver.ask(INCOME_BY_YEAR));
    expect(error.code).toBe('engine/unavailable');
    expect(error.received).toBe('Failed to fetch');
    expect((await resolver.ask(INCOME_BY_YEAR)).answeredBy).toBe('duckdb-wasm');
  });
});
