import { LantuError, quoteValue } from '@lantu/spec';
import { rawFrom, tableOfColumns } from './records.ts';
import type { RawTable, RawValue } from './source.ts';

/**
 * A JSON array of objects, or one object a line (NDJSON). Columns stand in the order of their first appearance; what an object
 * lacks is null.
 *
 * @throws {LantuError} `data/import` for any other JSON, with the line where NDJSON goes wrong.
 */
export function readJson(text: string, file: string): RawTable {
  const records = whole(text, file) ?? byLine(text, file);
  const columns = new Map<string, RawValue[]>();
  for (const [index, record] of records.entries()) {
    if (!isRecord(record)) throw shape(`${file}, record ${index + 1}`, record);
    for (const [name, value] of Object.entries(record)) {
      const column = columns.get(name) ?? new Array<RawValue>(records.length).fill(null);
      columns.set(name, column);
      column[index] = rawFrom(value);
    }
  }
  return tableOfColumns(file, columns);
}

function whole(text: string, file: string): readonly unknown[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    if (/^\s*\{.*\}\s*\n\s*\{/.test(text)) return undefined;
    throw new LantuError('data/import', 'the file is no JSON', { where: file, received: String(cause), cause });
  }
  if (Array.isArray(value)) return value;
  if (isRecord(value) && !text.trim().includes('\n') && Object.values(value).every((each) => !isObject(each))) {
    return [value];
  }
  throw shape(file, value);
}

function byLine(text: string, file: string): readonly unknown[] {
  const records: unknown[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      records.push(JSON.parse(line));
    } catch (cause) {
      const where = `${file}, row ${index + 1}`;
      throw new LantuError('data/import', 'a line that is no JSON', { where, received: quoteValue(line), cause });
    }
  }
  return records;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !Array.isArray(value);
}

function shape(where: string, value: unknown): LantuError {
  return new LantuError('data/import', 'the JSON is no table', {
    where,
    received: quoteValue(value),
    allowed: 'an array of objects, or one object a line',
  });
}
