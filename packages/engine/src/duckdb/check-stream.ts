import { type Dataset, type FieldType, LantuError } from '@lantu/spec';
import { DataType, MessageReader, type Schema } from 'apache-arrow';

/** What ends every stream that was written to its end: the continuation mark and a length of 0. */
const END_OF_STREAM = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];

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

/** Reads every message's header and steps over its body. */
function schemaOf(bytes: Uint8Array, where: string): Schema {
  const corrupt = (received: string, cause?: unknown) =>
    new LantuError('data/corrupt', 'the dataset is not an Arrow IPC stream', {
      where,
      received,
      allowed: 'an Arrow IPC stream: a schema, record batches, an end-of-stream mark',
      cause,
    });
  const end = [...bytes.subarray(-END_OF_STREAM.length)];
  if (end.join() !== END_OF_STREAM.join()) throw corrupt(`as the last bytes ${end.join(' ')}`);
  try {
    const reader = new MessageReader(bytes);
    const schema = reader.readSchema();
    for (const message of reader) {
      const body = reader.readMessageBody(message.bodyLength);
      if (body.byteLength < message.bodyLength)
        throw corrupt(`a message of ${body.byteLength} bytes instead of ${message.bodyLength}`);
    }
    if (!schema) throw corrupt('no schema');
    return schema;
  } catch (cause) {
    if (cause instanceof LantuError) throw cause;
    throw corrupt(cause instanceof Error ? cause.message : String(cause), cause);
  }
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
