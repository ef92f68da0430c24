import { DataType, RecordBatchReader, Table, type Vector } from 'apache-arrow';
import type { ResultColumns } from '../plan/index.ts';

/**
 * The columns of a result in Arrow's IPC stream format. Integers of 64 bits and more are bigints, dates and timestamps ISO strings
 * (`2024-03-15`, `2024-03-15T08:00:00.000Z`), decimals with a fraction the nearest number.
 */
export function resultColumns(chunks: readonly Uint8Array[]): ResultColumns {
  const table = new Table(RecordBatchReader.from(chunks as Iterable<Uint8Array>));
  return table.schema.fields.map((_, index) => valuesOf(table.getChildAt(index)));
}

function valuesOf(vector: Vector | null): unknown[] {
  if (!vector) return [];
  if (vector.nullCount === 0 && isPlainNumber(vector.type)) return Array.from<number>(vector.toArray());
  const read = readerOf(vector.type);
  const values = new Array<unknown>(vector.length);
  let index = 0;
  for (const value of vector) {
    values[index] = value === null ? null : read(value);
    index += 1;
  }
  return values;
}

function readerOf(type: DataType): (value: unknown) => unknown {
  if (DataType.isDate(type)) return (value) => isoDay(Number(value));
  if (DataType.isTimestamp(type)) return (value) => new Date(Number(value)).toISOString();
  if (DataType.isDecimal(type)) return (value) => decimal(value as Uint32Array, type.scale);
  if (DataType.isList(type)) return (value) => valuesOf(value as Vector);
  return (value) => value;
}

/** True where Arrow's own array of the values is one of JavaScript numbers. */
function isPlainNumber(type: DataType): boolean {
  return (DataType.isFloat(type) && type.precision > 0) || (DataType.isInt(type) && type.bitWidth <= 32);
}

function isoDay(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** Four 32-bit words, the least significant first, in two's complement. */
function decimal(words: Uint32Array, scale: number): bigint | number {
  const unsigned = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  const whole = BigInt.asIntN(32 * words.length, unsigned);
  return scale === 0 ? whole : Number(whole) / 10 ** scale;
}
