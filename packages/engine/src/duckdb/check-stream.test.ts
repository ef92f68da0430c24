import { type Dataset, LantuError } from '@lantu/spec';
import { Float64, Int16, Int32, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { catalogOf, FIGURES_URL, figuresStream } from '../../test/village.ts';
import { checkStream } from './check-stream.ts';

type Bytes = Uint8Array<ArrayBuffer>;

async function datasetOf(stream: Bytes): Promise<Dataset> {
  const [dataset] = (await catalogOf(stream)).resources;
  if (!dataset) throw new Error('the catalog has no dataset');
  return dataset;
}

async function refusal(stream: Bytes, dataset: Dataset | Promise<Dataset>): Promise<LantuError> {
  const error = await checkStream(stream, await dataset, FIGURES_URL).then(
    () => new Error('it was accepted'),
    (reason: unknown) => reason,
  );
  if (error instanceof LantuError) return error;
  throw error;
}

describe('checkStream', () => {
  it('accepts the file that the catalog describes', async () => {
    const stream = figuresStream();
    await expect(checkStream(stream, await datasetOf(stream), FIGURES_URL)).resolves.toBeUndefined();
  });

  it('tells a file that ends too early, with both lengths', async () => {
    const stream = figuresStream();
    const error = await refusal(stream.slice(0, 100), datasetOf(stream));
    expect(error.code).toBe('data/truncated');
    expect(error.where).toBe(FIGURES_URL);
    expect(error.received).toBe('100 bytes');
    expect(error.allowed).toBe(`${stream.length} bytes`);
  });

  it('tells a file that is too long', async () => {
    const stream = figuresStream();
    const longer = new Uint8Array(stream.length + 1);
    longer.set(stream);
    expect((await refusal(longer, datasetOf(stream))).code).toBe('data/corrupt');
  });

  it('tells a single changed bit by the hash, with both hashes', async () => {
    const stream = figuresStream();
    const dataset = await datasetOf(stream);
    const changed = stream.slice();
    changed[stream.length - 20] = (changed[stream.length - 20] ?? 0) ^ 1;
    const error = await refusal(changed, dataset);
    expect(error.code).toBe('data/corrupt');
    expect(error.received).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(error.allowed).toBe(dataset.hash);
  });

  it.each([
    ['no Arrow at all', new TextEncoder().encode('<!doctype html><title>Log in first</title>')],
    ['a stream without its end', figuresStream().slice(0, -8)],
    ['a stream with a gap', cut(figuresStream(), 600, 64)],
    ['two streams in one file', new Uint8Array([...figuresStream(), ...figuresStream()])],
    ['the end of a stream alone', figuresStream().slice(-8)],
    ['nothing', new Uint8Array()],
  ])('tells %s, where catalog and file agree', async (_, stream) => {
    const error = await refusal(stream, datasetOf(stream));
    expect(error.code).toBe('data/corrupt');
    expect(error.problem).toBe('the dataset is not an Arrow IPC stream');
  });

  it('names the field that is missing, the columns that are there and what is expected', async () => {
    const stream = figuresStream(['income']);
    const error = await refusal(stream, datasetOf(stream));
    expect(error.code).toBe('data/lacks-field');
    expect(error.problem).toContain('"income"');
    expect(error.received).toBe('the columns "place", "year"');
    expect(error.allowed).toBe('a column "income" of type Float64');
  });

  it('names the field that is of another type, with both types', async () => {
    const table = new Table({
      place: vectorFromArray(['a'], new Utf8()),
      year: vectorFromArray([2024], new Int16()),
      income: vectorFromArray([1], new Int32()),
    });
    const stream = tableToIPC(table, 'stream').slice();
    const error = await refusal(stream, datasetOf(stream));
    expect(error.code).toBe('data/lacks-field');
    expect(error.received).toBe('Int32');
    expect(error.allowed).toBe('a column "income" of type Float64');
  });

  it('accepts further columns, texts without a dictionary and a table without rows', async () => {
    const table = new Table({
      note: vectorFromArray([], new Utf8()),
      place: vectorFromArray([], new Utf8()),
      year: vectorFromArray([], new Int16()),
      income: vectorFromArray([], new Float64()),
    });
    const stream = tableToIPC(table, 'stream').slice();
    await expect(checkStream(stream, await datasetOf(stream), FIGURES_URL)).resolves.toBeUndefined();
  });
});

function cut(stream: Bytes, from: number, length: number): Bytes {
  return new Uint8Array([...stream.subarray(0, from), ...stream.subarray(from + length)]);
}
