import { LantuError, quoteValue } from '@lantu/spec';
import { Table as ArrowTable, Field, makeData, RecordBatch, Schema, Struct, tableToIPC } from 'apache-arrow';
import { arrowColumn } from './column.ts';
import type { Table } from './table.ts';

/** The number of rows of a table. @throws {LantuError} `data/import` where a field has no column, or columns differ in length. */
export function rowCount({ name, fields, columns }: Pick<Table, 'name' | 'fields' | 'columns'>): number {
  const lengths = fields.map((field) => columns[field.name]?.length);
  const [length] = lengths;
  if (length !== undefined && lengths.every((each) => each === length)) return length;
  throw new LantuError('data/import', 'columns of different lengths, or fields without a column', {
    where: `dataset ${quoteValue(name)}`,
    received: fields.map((field, index) => `${field.name}: ${lengths[index] ?? 'none'}`).join(', '),
  });
}

/**
 * `table` as an uncompressed Arrow IPC stream of one record batch: the same bytes for the same table, on every machine.
 *
 * @throws {LantuError} `data/import` for a cell that its field cannot hold, or columns of different lengths
 */
export function arrowStream(table: Pick<Table, 'name' | 'fields' | 'columns'>): Uint8Array {
  const length = rowCount(table);
  const children = table.fields.map((field, index) => arrowColumn(field, table.columns[field.name] ?? [], index));
  const schema = new Schema(children.map(({ type }, index) => new Field(table.fields[index]?.name ?? '', type, true)));
  const data = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, data)]), 'stream');
}
