import { LantuError } from '@lantu/spec';
import { DataType, tableFromIPC, type Vector } from 'apache-arrow';
import { rawFrom, tableOfColumns } from './records.ts';
import type { RawTable, RawValue } from './source.ts';

/** The columns of an Arrow IPC file or stream. @throws {LantuError} `data/import` where it cannot be decoded. */
export function readArrow(bytes: Uint8Array, file: string): RawTable {
  try {
    const table = tableFromIPC(bytes);
    const columns = table.schema.fields.map((field, index): [string, RawValue[]] => {
      const vector = table.getChildAt(index);
      return [field.name, vector ? valuesOf(vector) : []];
    });
    return tableOfColumns(file, new Map(columns));
  } catch (cause) {
    throw new LantuError('data/import', 'the Arrow file cannot be read', {
      where: file,
      received: cause instanceof Error ? cause.message : String(cause),
      allowed: 'an uncompressed Arrow IPC file or stream',
      cause,
    });
  }
}

function valuesOf(vector: Vector): RawValue[] {
  const isMoment = DataType.isDate(vector.type) || DataType.isTimestamp(vector.type);
  const values: RawValue[] = [];
  for (const value of vector) values.push(isMoment && value !== null ? new Date(Number(value)) : rawFrom(value));
  return values;
}
