import duckdb, { type Vector as DuckDBVector } from '@duckdb/node-bindings';
import { type Data, DataType, type Vector } from 'apache-arrow';

/** Rows that DuckDB takes at once. */
export const CHUNK_ROWS = duckdb.vector_size();

/** Writes the rows from `start` to `end` of `data` into a vector of DuckDB, whose first rows they become. */
export type Fill = (target: DuckDBVector, data: Data, start: number, end: number) => void;

/** A column of DuckDB: its type, and how Arrow's values get into it. */
export interface ColumnLayout {
  readonly sql: string;
  /** The values of an ENUM, in the order of the dictionary's codes. */
  readonly values?: readonly string[];
  readonly fill: Fill;
}

/**
 * How a column of an Arrow table is kept in DuckDB; undefined for a type that no field of a dataset has. Texts coded by one
 * dictionary stay coded: their codes are copied, and their words are stored once.
 */
export function layoutOf(column: Vector): ColumnLayout | undefined {
  const { type } = column;
  if (DataType.isDictionary(type)) {
    const values = wordsOf(column);
    return values ? { sql: 'ENUM', values, fill: codesInto(values.length) } : { sql: 'VARCHAR', fill: fillTexts };
  }
  if (DataType.isUtf8(type)) return { sql: 'VARCHAR', fill: fillTexts };
  if (DataType.isBool(type)) return { sql: 'BOOLEAN', fill: fillBooleans };
  if (DataType.isDate(type)) return type.unit === 0 ? { sql: 'DATE', fill: fillFixed } : undefined;
  if (DataType.isInt(type))
    return { sql: INTEGERS[`${type.isSigned ? '' : 'u'}${type.bitWidth}`] ?? '', fill: fillFixed };
  if (DataType.isFloat(type)) return type.precision === 2 ? { sql: 'DOUBLE', fill: fillFixed } : undefined;
  return undefined;
}

const INTEGERS: Readonly<Record<string, string>> = {
  8: 'TINYINT',
  16: 'SMALLINT',
  32: 'INTEGER',
  64: 'BIGINT',
  u8: 'UTINYINT',
  u16: 'USMALLINT',
  u32: 'UINTEGER',
  u64: 'UBIGINT',
};

/** The words of the one dictionary that all batches share; undefined where there are several, or one that no ENUM can be made of. */
function wordsOf({ data }: Vector): string[] | undefined {
  const [first, ...others] = data.map((each) => each.dictionary);
  if (!first || others.some((each) => each !== first)) return undefined;
  const words = [...first] as (string | null)[];
  const isEnum = words.length > 0 && words.every((each) => each !== null) && new Set(words).size === words.length;
  return isEnum ? (words as string[]) : undefined;
}

/** DuckDB's codes are unsigned, and as wide as the number of words asks; Arrow's may be of another width. */
function codesInto(size: number): Fill {
  const codes = size < 2 ** 8 ? Uint8Array : size < 2 ** 16 ? Uint16Array : Uint32Array;
  return (target, data, start, end) => {
    copyInto(target, codes.from((data.values as Int32Array).subarray(start, end)));
    fillValidity(target, data, start, end);
  };
}

const fillFixed: Fill = (target, data, start, end) => {
  copyInto(target, (data.values as Int32Array).subarray(start, end));
  fillValidity(target, data, start, end);
};

const fillBooleans: Fill = (target, data, start, end) => {
  const bits = data.values as Uint8Array;
  const at = (index: number) => ((bits[(data.offset + index) >> 3] ?? 0) >> ((data.offset + index) & 7)) & 1;
  copyInto(
    target,
    Uint8Array.from({ length: end - start }, (_, index) => at(start + index)),
  );
  fillValidity(target, data, start, end);
};

const fillTexts: Fill = (target, data, start, end) => {
  fillValidity(target, data, start, end);
  const textAt = DataType.isDictionary(data.type) ? wordAt(data) : bytesAt(data);
  for (let row = start; row < end; row += 1) {
    if (data.getValid(row)) duckdb.vector_assign_string_element_len(target, row - start, textAt(row));
  }
};

function bytesAt(data: Data): (row: number) => Uint8Array {
  const { valueOffsets, values } = data as Data & { valueOffsets: Int32Array; values: Uint8Array };
  return (row) => values.subarray(valueOffsets[row], valueOffsets[row + 1]);
}

function wordAt({ values, dictionary }: Data): (row: number) => Uint8Array {
  const encoder = new TextEncoder();
  return (row) => encoder.encode(String(dictionary?.get((values as Int32Array)[row] as number)));
}

/** Arrow and DuckDB mark values by the same bits, from the lowest of each byte on: they are copied where rows begin at a byte. */
function fillValidity(target: DuckDBVector, data: Data, start: number, end: number): void {
  if (data.nullCount === 0) return;
  duckdb.vector_ensure_validity_writable(target);
  const bits = new Uint8Array(CHUNK_ROWS / 8);
  const from = data.offset + start;
  if (from % 8 === 0) bits.set(data.nullBitmap.subarray(from >> 3, (data.offset + end + 7) >> 3));
  else {
    for (let row = start; row < end; row += 1) {
      const at = row - start;
      if (data.getValid(row)) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
    }
  }
  duckdb.copy_data_to_vector_validity(target, 0, bits.buffer, 0, bits.length);
}

function copyInto(target: DuckDBVector, values: ArrayBufferView): void {
  duckdb.copy_data_to_vector(target, 0, values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
}
