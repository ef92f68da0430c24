import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { type Dataset, LantuError, quoteValue } from '@lantu/spec';
import type { Table as ArrowTable } from 'apache-arrow';
import { CHUNK_ROWS, type ColumnLayout, layoutOf } from './fill.ts';

/** The schema of the tables as they are stored; their datasets' names are views of them, in which every text is one. */
const STORED = 'stored';

/**
 * Has `table` in DuckDB under the name of its dataset.
 *
 * @throws {LantuError} `data/lacks-field` for a field that the file lacks; `data/corrupt` for one of another type than fields have
 */
export async function load(connection: DuckDBConnection, dataset: Dataset, table: ArrowTable): Promise<void> {
  const { name, schema } = dataset;
  const columns = schema.fields.map((field) => ({
    name: field.name,
    layout: columnLayout(dataset, field.name, table),
  }));
  const stored = `${STORED}.${quoted(name)}`;
  await connection.run(`CREATE SCHEMA IF NOT EXISTS ${STORED}`);
  const types = columns.map(({ name: field, layout }) => `${quoted(field)} ${sqlTypeOf(layout)}`);
  await connection.run(`CREATE TABLE ${stored} (${types.join(', ')})`);
  await append(connection, name, columns, table);
  const shown = columns.map(({ name: field, layout }) =>
    layout.values ? `${quoted(field)}::VARCHAR AS ${quoted(field)}` : quoted(field),
  );
  await connection.run(`CREATE VIEW ${quoted(name)} AS SELECT ${shown.join(', ')} FROM ${stored}`);
}

function columnLayout({ name, path }: Dataset, field: string, table: ArrowTable): ColumnLayout {
  const where = `${path}, field ${quoteValue(field)} of dataset ${quoteValue(name)}`;
  const column = table.getChild(field);
  if (!column) {
    throw new LantuError('data/lacks-field', 'the file lacks a field of its description', {
      where,
      allowed: table.schema.names.join(', '),
    });
  }
  const layout = layoutOf(column);
  if (layout && layout.sql !== '') return layout;
  throw new LantuError('data/corrupt', 'a field is stored as a type that no dataset has', {
    where,
    received: String(column.type),
    allowed: 'Utf8, plain or dictionary-coded; Int8 to Int64, Float64, Bool, Date32',
  });
}

function sqlTypeOf({ sql, values }: ColumnLayout): string {
  return values ? `${sql} (${values.map(literal).join(', ')})` : sql;
}

async function append(
  connection: DuckDBConnection,
  name: string,
  columns: readonly { readonly name: string; readonly layout: ColumnLayout }[],
  table: ArrowTable,
): Promise<void> {
  const appender = await connection.createAppender(name, STORED);
  const types = columns.map((_, index) => appender.columnType(index));
  const chunk = DuckDBDataChunk.create(types);
  for (const batch of table.batches) {
    const data = columns.map((each) => batch.getChild(each.name)?.data[0]);
    for (let start = 0; start < batch.numRows; start += CHUNK_ROWS) {
      const end = Math.min(start + CHUNK_ROWS, batch.numRows);
      chunk.reset();
      for (const [index, { layout }] of columns.entries()) {
        const source = data[index];
        if (source) layout.fill(duckdb.data_chunk_get_vector(chunk.chunk, index), source, start, end);
      }
      chunk.rowCount = end - start;
      appender.appendDataChunk(chunk);
    }
  }
  appender.closeSync();
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
