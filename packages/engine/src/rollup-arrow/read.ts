import { LantuError, type Rollup, type Value } from '@lantu/spec';
import { type Batch, type Column, type Table, Type, tableFromIPC } from '@uwdata/flechette';
import { checkColumns } from '../rollup/columns.ts';
import { HEADER_KEY, type Header } from './header.ts';
import { unsealed } from './seal.ts';

/**
 * The rollup in `bytes`, as `rollupToArrow` wrote them.
 *
 * @throws {LantuError} `data/corrupt` where they are cut short, damaged or no rollup. The rollup's query is as its writer had it: that the
 * writer is the publisher is for the file's own hash to say
 */
export function rollupFromArrow(bytes: Uint8Array): Rollup {
  try {
    const rollup = rollupIn(tableFromIPC(unsealed(bytes)));
    checkColumns(rollup);
    return rollup;
  } catch (cause) {
    throw new LantuError('data/corrupt', `the bytes are no rollup: ${(cause as Error).message}`, {
      where: 'a rollup as Arrow',
      received: `${bytes.length} bytes`,
      allowed: 'all that rollupToArrow wrote',
      cause,
    });
  }
}

function rollupIn(table: Table): Rollup {
  const { query, vintage, rows, dimensions, statistics } = headerIn(table);
  const columns = table.children.values();
  const next = (): Column<unknown> => {
    const { value, done } = columns.next();
    if (done) throw new RangeError('columns are missing');
    return value;
  };
  return {
    query,
    vintage,
    rows,
    dimensions: dimensions.map((rest) => {
      const column = next();
      return { values: listOf(column), ...rest, codes: codesOf(column) };
    }),
    statistics: statistics.map(({ measure, cells: list }) => {
      const values = numbersOf(onlyBatch(next()));
      return { measure, values, ...(list && { cells: { list: [...list], codes: codesOf(next()) } }) };
    }),
  };
}

function headerIn({ schema }: Table): Header {
  const text = schema.metadata?.get(HEADER_KEY);
  if (text === undefined) throw new RangeError(`the schema has no ${HEADER_KEY}`);
  const header: Header = JSON.parse(text);
  if (header.lantu !== 1) throw new RangeError(`the format's version is ${header.lantu}, known is 1`);
  return header;
}

function onlyBatch({ data }: Column<unknown>) {
  const [batch, ...more] = data;
  if (!batch || more.length > 0) throw new RangeError(`the table has ${data.length} record batches, not one`);
  return batch;
}

function codesOf(column: Column<unknown>): number[] {
  const batch = onlyBatch(column);
  if (batch.nullCount > 0) throw new RangeError('codes are missing');
  return numbersOf(batch) as number[];
}

function numbersOf(batch: Batch<unknown>): (number | null)[] {
  const { values, length, nullCount } = batch;
  const numbers = new Array<number | null>(length);
  for (let row = 0; row < length; row += 1) {
    numbers[row] = nullCount > 0 && !batch.isValid(row) ? null : (values[row] as number);
  }
  return numbers;
}

/** The list that a dimension's codes are places in. */
function listOf(column: Column<unknown>): Value[] {
  const { dictionary } = onlyBatch(column) as { dictionary?: Column<Value> };
  if (!dictionary) throw new RangeError('a dimension has no dictionary');
  return dictionary.type.typeId === Type.Utf8 ? textsOf(dictionary) : [...dictionary];
}

/** Flechette's own decoder drops a byte order mark that a text begins with, and puts a substitute for what is no UTF-8. */
function textsOf(column: Column<unknown>): (string | null)[] {
  const batch = onlyBatch(column);
  const bytes = batch.values as Uint8Array;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return Array.from({ length: batch.length }, (_, index) => {
    const isMissing = batch.nullCount > 0 && !batch.isValid(index);
    return isMissing
      ? null
      : decoder.decode(bytes.subarray(Number(batch.offsets[index]), Number(batch.offsets[index + 1])));
  });
}
