import { columnOf, LantuError, type Query } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { CATALOG_URL, FIGURES_URL, figuresStream, HOSTILE, INCOME_BY_YEAR, site } from '../../test/village.ts';
import { openCatalog, type Progress, Resolver } from '../index.ts';
import { duckdbInstance, duckdbPlace } from './index.ts';

let catalogs = 0;

/** A site of its own for every test, so that no test finds the table of another. */
async function ownSite(stream = figuresStream()) {
  catalogs += 1;
  const { fetch, requests, files } = await site(stream);
  const here = (url: string) => url.replace('portal.test', `portal${catalogs}.test`);
  const there = (url: string) => url.replace(/portal\d+[.]test/, 'portal.test');
  const opened = await openCatalog(here(CATALOG_URL), { fetch: (url, init) => fetch(there(url), init) });
  const resolver = new Resolver([duckdbPlace(opened)]);
  return { files, requests, resolver, figuresUrl: here(FIGURES_URL) };
}

async function errorOf(promise: Promise<unknown>): Promise<LantuError> {
  const error = await promise.then(
    () => new Error('it was answered'),
    (reason: unknown) => reason,
  );
  if (error instanceof LantuError) return error;
  throw error;
}

const placesOf = (query: Partial<Query> = {}): Query => ({
  dataset: 'figures',
  dimensions: [{ field: 'place' }],
  metrics: [{ metric: 'figures.income' }],
  ...query,
});

describe('duckdbPlace', () => {
  it('answers a query over the datasets of a catalog, and says how far it has come', async () => {
    const stream = figuresStream();
    const { requests, resolver } = await ownSite(stream);
    const progress: Progress[] = [];
    const answer = await resolver.ask(INCOME_BY_YEAR, { onProgress: (each) => progress.push(each) });
    expect(columnOf(answer, 'year').values).toEqual(['2023', '2024']);
    expect(columnOf(answer, 'figures.income').values).toEqual([1_400_000, 2_160_000]);
    expect(answer.answeredBy).toBe('duckdb-wasm');
    expect(answer.vintage).toMatch(/^figures:[0-9a-f]{16}$/);
    expect(requests).toEqual([CATALOG_URL, FIGURES_URL]);
    const states = progress.map((each) => each.state);
    expect(states).toEqual(expect.arrayContaining(['fetching-engine', 'starting-engine', 'fetching-data']));
    expect(states.at(-1)).toBe('running');
    const engine = progress.filter((each) => each.state === 'fetching-engine').at(-1);
    expect(engine?.total).toBeGreaterThan(30_000_000);
    expect(engine?.loaded).toBe(engine?.total);
    const data = progress.filter((each) => each.state === 'fetching-data').at(-1);
    expect(data).toEqual({
      state: 'fetching-data',
      dataset: 'figures',
      loaded: stream.length,
      total: stream.length,
    });
  });

  it('fetches a dataset once, however many different queries wait for it', async () => {
    const { requests, resolver } = await ownSite();
    await Promise.all([
      resolver.ask(INCOME_BY_YEAR),
      resolver.ask(placesOf()),
      resolver.ask(placesOf({ dimensions: [] })),
    ]);
    expect(requests.filter((url) => url === FIGURES_URL)).toHaveLength(1);
  });

  it('takes a value that looks like SQL for what it is', async () => {
    const { resolver } = await ownSite();
    const answer = await resolver.ask(
      placesOf({ filters: [{ field: 'place', op: 'in', values: [HOSTILE, '<img onerror>', "'"] }] }),
    );
    expect(columnOf(answer, 'place').values).toEqual([HOSTILE]);
    const rest = await resolver.ask(placesOf({ filters: [{ field: 'place', op: 'not-in', values: [HOSTILE] }] }));
    expect(columnOf(rest, 'place').values).toEqual(['扎日南木措']);
  });

  it('takes a value of 100 KB for what it is', async () => {
    const { resolver } = await ownSite();
    const values = ['x"\';--'.repeat(20_000)];
    const answer = await resolver.ask(placesOf({ filters: [{ field: 'place', op: 'in', values }] }));
    expect(answer.rowCount).toBe(0);
  });

  it('names the address where a dataset is missing, and finds it when it is asked again later', async () => {
    const { files, resolver, figuresUrl } = await ownSite();
    const there = files.get(FIGURES_URL)!;
    files.delete(FIGURES_URL);
    const error = await errorOf(resolver.ask(INCOME_BY_YEAR));
    expect(error.code).toBe('data/not-found');
    expect(error.where).toBe(figuresUrl);
    expect(error.received).toBe('HTTP 404 Not Found');
    files.set(FIGURES_URL, there);
    expect((await resolver.ask(INCOME_BY_YEAR)).rowCount).toBe(2);
  });

  it('tells a dataset that ends too early, never shows it to DuckDB, and recovers', async () => {
    const stream = figuresStream();
    const { files, resolver } = await ownSite(stream);
    files.set(FIGURES_URL, () => new Response(stream.slice(0, 500)));
    const error = await errorOf(resolver.ask(INCOME_BY_YEAR));
    expect(error.code).toBe('data/truncated');
    expect(error.received).toBe('500 bytes');
    files.set(FIGURES_URL, () => new Response(stream.slice()));
    expect((await resolver.ask(INCOME_BY_YEAR)).rowCount).toBe(2);
  });

  it('tells a dataset that was changed', async () => {
    const stream = figuresStream();
    const { files, resolver } = await ownSite(stream);
    const changed = stream.slice().fill(0, 200, 210);
    files.set(FIGURES_URL, () => new Response(changed));
    expect((await errorOf(resolver.ask(INCOME_BY_YEAR))).code).toBe('data/corrupt');
  });

  it('passes by a cache that still holds an earlier file', async () => {
    const stream = figuresStream();
    const { files, requests, resolver } = await ownSite(stream);
    const answers = [figuresStream(['income']), stream];
    files.set(FIGURES_URL, () => new Response(answers.shift()));
    expect((await resolver.ask(INCOME_BY_YEAR)).rowCount).toBe(2);
    expect(requests.filter((url) => url === FIGURES_URL)).toHaveLength(2);
  });

  it('names the field that a dataset lacks', async () => {
    const { resolver } = await ownSite(figuresStream(['income']));
    const error = await errorOf(resolver.ask(INCOME_BY_YEAR));
    expect(error.code).toBe('data/lacks-field');
    expect(error.message).toContain('"income"');
    expect(error.received).toBe('the columns "place", "year"');
  });

  it('tells a network that is lost in mid-download, and recovers', async () => {
    const stream = figuresStream();
    const { files, resolver } = await ownSite(stream);
    files.set(FIGURES_URL, () => new Response(breakingOff(stream.slice(0, 300))));
    const error = await errorOf(resolver.ask(INCOME_BY_YEAR));
    expect(error.code).toBe('data/interrupted');
    expect(error.received).toBe(`300 of ${stream.length} bytes, then: network error`);
    files.set(FIGURES_URL, () => new Response(stream.slice()));
    expect((await resolver.ask(INCOME_BY_YEAR)).rowCount).toBe(2);
  });

  it.each([
    ['small', 0, 1],
    ['large', 20_000_000, 2],
  ])('brings a %s dataset back to a new worker', async (_, padding, requestsInAll) => {
    const { requests, resolver } = await ownSite(figuresStream([], padding));
    await resolver.ask(INCOME_BY_YEAR);
    const { worker } = duckdbInstance();
    worker?.terminate();
    expect((await resolver.ask(placesOf())).rowCount).toBe(2);
    expect(duckdbInstance().worker).not.toBe(worker);
    expect(requests.filter((url) => url === FIGURES_URL)).toHaveLength(requestsInAll);
  });

  it('lets an asker leave during the download', async () => {
    const { files, resolver } = await ownSite();
    files.set(FIGURES_URL, () => new Promise(() => {}));
    const leaving = new AbortController();
    const onProgress = () => leaving.abort(new Error('left'));
    setTimeout(onProgress, 50);
    await expect(resolver.ask(INCOME_BY_YEAR, { signal: leaving.signal })).rejects.toThrow('left');
  });

  it('names a metric that the catalog does not have', async () => {
    const { resolver } = await ownSite();
    const error = await errorOf(resolver.ask({ ...INCOME_BY_YEAR, metrics: [{ metric: 'figures.incom' }] }));
    expect(error.code).toBe('spec/unknown-metric');
    expect(error.allowed).toBe('"figures.income"');
  });
});

function breakingOff(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let given = false;
  return new ReadableStream({
    pull(controller) {
      if (given) controller.error(new TypeError('network error'));
      else controller.enqueue(bytes);
      given = true;
    },
  });
}
