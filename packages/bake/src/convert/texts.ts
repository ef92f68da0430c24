import { isMissingMarker } from '../cell/missing.ts';
import { parseBoolean } from '../guess/type.ts';
import type { ColumnMapping } from '../mapping/mapping.ts';
import type { Cell } from '../package/table.ts';
import { Nested, type RawColumn, type RawValue } from '../read/source.ts';
import type { Findings } from './findings.ts';

/** The texts of a column, without blanks around them; numbers and moments as they are written in ISO form. */
export function convertTexts(raw: RawColumn, { missing }: ColumnMapping, findings: Findings): Cell[] {
  return raw.values.map((value, index): Cell => {
    if (isMissing(value, missing)) return null;
    if (value instanceof Nested) {
      findings.bad(raw, index, 'a list or an object', value, 'a text');
      return null;
    }
    if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
    return typeof value === 'string' ? value.trim() : String(value);
  });
}

/** true and false of a column. */
export function convertFlags(raw: RawColumn, { missing }: ColumnMapping, findings: Findings): Cell[] {
  return raw.values.map((value, index): Cell => {
    if (isMissing(value, missing)) return null;
    const flag = typeof value === 'boolean' ? value : typeof value === 'string' ? parseBoolean(value) : undefined;
    if (flag !== undefined) return flag;
    const marker = typeof value === 'string' && isMissingMarker(value);
    findings.bad(
      raw,
      index,
      marker ? 'a marker that the mapping does not list as missing' : 'neither true nor false',
      value,
      'true, false, 是, 否, yes, no, √, ×',
    );
    return null;
  });
}

function isMissing(value: RawValue, missing: readonly string[]): boolean {
  return (
    value === null ||
    (typeof value === 'number' && Number.isNaN(value)) ||
    (typeof value === 'string' && (value.trim() === '' || missing.includes(value)))
  );
}
