import { type Dataset, type FieldType, LantuError } from '@lantu/spec';
import { DataType, Message, type Schema } from 'apache-arrow';

/** What every message of a stream begins with. A length of 0 behind it ends the stream. */
const CONTINUATION = 0xff_ff_ff_ff;

const FITS: Readonly<Record<FieldType, { readonly words: string; readonly test: (type: DataType) => boolean }>> = {
  string: { words: 'Utf8, plain or dictionary-coded', test: isText },
  integer: {
    words: 'Int8, Int16 or Int32',
    test: (type) => DataType.isInt(type) && type.isSigned && type.bitWidth <= 32,
  },
  number: { words: 'Float64', test: (type) => DataType.isFloat(type) && type.precision === 2 },
  boolean: { words: 'Bool', test: (type) => DataType.isBool(type) },
  date: { words: 'Date32', test: isDay },
  yearmonth: { words: 'Date32', test: isDay },
  year: { words: 'Int16', test: (type) => DataType.isInt(type) && type.isSigned && type.bitWidth === 16 },
};

/**
 * Checks that `bytes` are the file that the catalog describes, before DuckDB gets to see them (which takes a part of a stream for an
 * unfinished one, and then stumbles over whatever it is given next): their number, their hash where the browser can tell (in secure
 * contexts), a whole Arrow IPC stream, the dataset's fields.
 *
 * @throws {LantuError} `data/truncated`, `data/corrupt`, `data/lacks-field`
 */
export async function checkStream(bytes: Uint8Array<ArrayBuffer>, dataset: Dataset, url: string): Promise<void> {
  checkLength(bytes, dataset, url);
  await checkHash(bytes, dataset, url);
  checkFields(schemaOf(bytes, url), dataset, url);
}

/** True where the file is not the one of this catalog, as far as its length and hash tell. */
export function isOtherFile(error: unknown): boolean {
  return error instanceof LantuError && (error.code === 'data/truncated' || error.code === 'data/corrupt');
}

function checkLength({ length }: Uint8Array, dataset: Dataset, where: string): void {
  if (length === dataset.bytes) return;
  const short = length < dataset.bytes;
  throw new LantuError(
    short ? 'data/truncated' : 'data/corrupt',
    short ? 'the dataset ends too early' : 'the dataset is longer than the file that the catalog describes',
    {
      where,
      received: short ? `${length} bytes` : `more than ${dataset.bytes} bytes`,
      allowed: `${dataset.bytes} bytes`,
    },
  );
}

async function checkHash(bytes: Uint8Array<ArrayBuffer>, dataset: Dataset, where: string): Promise<void> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  const hash = `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  if (hash === dataset.hash) return;
  throw new LantuError('data/corrupt', 'the dataset is not the file that the catalog describes', {
    where,
    received: hash,
    allowed: dataset.hash,
  });
}

/** Reads every message's header and steps over its body, to the mark that must be the last thing in the file. */
function schemaOf(bytes: Uint8Array, where: string): Schema {
  const corrupt = (received: string, cause?: unknown) =>
    new LantuError('data/corrupt', 'the dataset is not an Arrow IPC stream', {
      where,
      received,
      allowed: 'an Arrow IPC stream: a schema, record batches, an end-of-stream mark',
      cause,
    });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let schema: Schema | undefined;
  let position = 0;
  try {
    for (;;) {
      if (view.getUint32(position, true) !== CONTINUATION) throw corrupt(`no message at byte ${position}`);
      const length = view.getInt32(position + 4, true);
      position += 8;
      if (length === 0) break;
      const message = Message.decode(bytes.subarray(position, position + length));
      if (message.isSchema()) schema ??= message.header();
      const next = position + length + message.bodyLength;
      if (next <= position) throw corrupt(`a message of ${next - position} bytes at byte ${position}`);
      position = next;
    }
  } catch (cause) {
    if (cause instanceof LantuError) throw cause;
    throw corrupt(
      `at byte ${position} of ${bytes.length}: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    );
  }
  if (position !== bytes.length) throw corrupt(`an end at byte ${position} of ${bytes.length}`);
  if (!schema) throw corrupt('no schema');
  return schema;
}

function checkFields(schema: Schema, dataset: Dataset, url: string): void {
  const columns = new Map(schema.fields.map((field) => [field.name, field.type as DataType]));
  for (const { name, type } of dataset.schema.fields) {
    const column = columns.get(name);
    const { words, test } = FITS[type];
    if (column && test(column)) continue;
    throw new LantuError(
      'data/lacks-field',
      column
        ? `the dataset's column ${JSON.stringify(name)} is not of the type that the catalog says`
        : `the dataset lacks the field ${JSON.stringify(name)}`,
      {
        where: `dataset ${JSON.stringify(dataset.name)}, ${url}`,
        received: column
          ? String(column)
          : `the columns ${[...columns.keys()].map((each) => JSON.stringify(each)).join(', ')}`,
        allowed: `a column ${JSON.stringify(name)} of type ${words}`,
      },
    );
  }
}

function isText(type: DataType): boolean {
  return DataType.isUtf8(type) || (DataType.isDictionary(type) && DataType.isUtf8(type.dictionary));
}

function isDay(type: DataType): boolean {
  return DataType.isDate(type) && type.unit === 0;
}
