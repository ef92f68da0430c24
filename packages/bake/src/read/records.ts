import type { RawColumn, RawTable, RawValue } from './source.ts';
import { Nested } from './source.ts';

/** Columns of a format that names and types them itself (Parquet, Arrow, JSON) as a table; rows are counted from 1. */
export function tableOfColumns(file: string, columns: ReadonlyMap<string, readonly RawValue[]>): RawTable {
  const named = [...columns].map(
    ([header, values], index): RawColumn => ({
      header,
      position: String(index + 1),
      values,
      percent: false,
    }),
  );
  return {
    file,
    columns: named,
    rowCount: named[0]?.values.length ?? 0,
    rowNumber: (index) => index + 1,
    captions: [],
    notes: [],
    faults: [],
  };
}

/** A decoded value as a raw one: lists and objects are kept as {@link Nested}. */
export function rawFrom(value: unknown): RawValue {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    default:
      return value instanceof Date ? value : new Nested(json(value));
  }
}

function json(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? String(value);
}
