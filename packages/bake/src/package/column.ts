import { type Field, LantuError, quoteValue } from '@lantu/spec';
import {
  Bool,
  type Data,
  DateDay,
  Dictionary,
  Float64,
  Int8,
  Int16,
  Int32,
  makeData,
  makeVector,
  Utf8,
} from 'apache-arrow';
import type { Cell } from './table.ts';

const DAY_MS = 86_400_000;

/**
 * A column as Arrow data in the narrowest type that holds it: integers in 8, 16 or 32 bits; a text that repeats itself (at most
 * half as many different values as rows) coded by a dictionary in order of first appearance; dates and months as days.
 *
 * @param dictionaryId the id of the column's dictionary in the stream: fixed by the caller, so that the same table always gives
 * the same bytes
 * @throws {LantuError} `data/import` for a cell that the field's type cannot hold, or null in a required field
 */
export function arrowColumn(field: Field, cells: readonly Cell[], dictionaryId: number): Data {
  const values = cells.map((cell, index) => checked(field, cell, index));
  switch (field.type) {
    case 'string':
      return strings(values as (string | null)[], dictionaryId);
    case 'integer':
      return integers(values as (number | null)[]);
    case 'year':
      return fixed(INT16, values as (number | null)[]);
    case 'number':
      return fixed(FLOAT64, values as (number | null)[]);
    case 'boolean':
      return booleans(values as (boolean | null)[]);
    case 'date':
    case 'yearmonth':
      return fixed(
        DATE32,
        values.map((value) => (value === null ? null : dayNumber(String(value)))),
      );
  }
}

const FITS: Readonly<Record<Field['type'], readonly [(cell: Cell) => boolean, string]>> = {
  string: [(cell) => typeof cell === 'string', 'a text'],
  integer: [(cell) => Number.isInteger(cell) && Math.abs(cell as number) < 2 ** 31, 'a whole number within 32 bits'],
  number: [(cell) => Number.isFinite(cell), 'a finite number'],
  boolean: [(cell) => typeof cell === 'boolean', 'true or false'],
  date: [(cell) => isDay(cell, /^\d{4}-\d\d-\d\d$/), 'a day such as "2025-12-31"'],
  yearmonth: [(cell) => isDay(cell, /^\d{4}-\d\d$/), 'a month such as "2025-12"'],
  year: [(cell) => Number.isInteger(cell) && Math.abs(cell as number) < 2 ** 15, 'a year such as 2025'],
};

function checked(field: Field, cell: Cell, index: number): Cell {
  const [fits, allowed] = FITS[field.type];
  if (cell === null ? field.constraints?.required !== true : fits(cell)) return cell;
  throw new LantuError('data/import', 'a cell does not fit its field', {
    where: `field ${quoteValue(field.name)}, row ${index + 1} of the table`,
    received: quoteValue(cell),
    allowed: field.constraints?.required ? allowed : `${allowed}, or null`,
  });
}

function isDay(cell: Cell, form: RegExp): boolean {
  if (typeof cell !== 'string' || !form.test(cell)) return false;
  const day = new Date(`${cell}${'-01'.slice(0, 10 - cell.length)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(cell);
}

function dayNumber(iso: string): number {
  return Date.parse(`${iso}${'-01'.slice(0, 10 - iso.length)}T00:00:00Z`) / DAY_MS;
}

function strings(values: readonly (string | null)[], dictionaryId: number): Data {
  const codes = new Map<string, number>();
  for (const value of values) if (value !== null && !codes.has(value)) codes.set(value, codes.size);
  if (codes.size * 2 > values.length) return utf8(values);
  const layout = narrowest(0, codes.size - 1);
  const indices = fixed(
    layout,
    values.map((value) => (value === null ? null : (codes.get(value) ?? null))),
  );
  return makeData({
    type: new Dictionary(new Utf8(), layout[0] as Int32, dictionaryId),
    length: values.length,
    ...validity(values),
    data: indices.values as Int32Array,
    dictionary: makeVector(utf8([...codes.keys()])),
  });
}

function utf8(values: readonly (string | null)[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const texts = values.map((value) => encoder.encode(value ?? ''));
  const valueOffsets = new Int32Array(values.length + 1);
  texts.forEach((text, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + text.length;
  });
  const data = new Uint8Array(valueOffsets[values.length] ?? 0);
  texts.forEach((text, index) => {
    data.set(text, valueOffsets[index]);
  });
  return makeData({ type: new Utf8(), length: values.length, ...validity(values), valueOffsets, data });
}

function integers(values: readonly (number | null)[]): Data {
  const bounds = values.reduce<[number, number]>(
    ([low, high], value) => (value === null ? [low, high] : [Math.min(low, value), Math.max(high, value)]),
    [0, 0],
  );
  return fixed(narrowest(...bounds), values);
}

/** A type whose values lie side by side, with the array that holds them. */
type Layout = readonly [type: Int8 | Int16 | Int32 | Float64 | DateDay, array: (length: number) => NumberArray];
type NumberArray = Int8Array | Int16Array | Int32Array | Float64Array;

const INT8: Layout = [new Int8(), (length) => new Int8Array(length)];
const INT16: Layout = [new Int16(), (length) => new Int16Array(length)];
const INT32: Layout = [new Int32(), (length) => new Int32Array(length)];
const FLOAT64: Layout = [new Float64(), (length) => new Float64Array(length)];
const DATE32: Layout = [new DateDay(), (length) => new Int32Array(length)];

function narrowest(low: number, high: number): Layout {
  if (low >= -(2 ** 7) && high < 2 ** 7) return INT8;
  return low >= -(2 ** 15) && high < 2 ** 15 ? INT16 : INT32;
}

function fixed([type, arrayOf]: Layout, values: readonly (number | null)[]): Data {
  const data = arrayOf(values.length);
  values.forEach((value, index) => {
    data[index] = value ?? 0;
  });
  return makeData({ type: type as Int32, length: values.length, ...validity(values), data: data as Int32Array });
}

function booleans(values: readonly (boolean | null)[]): Data<Bool> {
  return makeData({
    type: new Bool(),
    length: values.length,
    ...validity(values),
    data: bits(values, (value) => value === true),
  });
}

function validity(values: readonly Cell[]): { nullCount: number; nullBitmap?: Uint8Array } {
  const nullCount = values.filter((value) => value === null).length;
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap: bits(values, (value) => value !== null) };
}

/** One bit a value, the first in the lowest bit of the first byte, padded to 8 bytes. */
function bits<T>(values: readonly T[], isSet: (value: T) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 64) * 8);
  values.forEach((value, index) => {
    if (isSet(value)) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return bytes;
}
