import { type DuckDBConnection, DuckDBInstance, DuckDBListValue } from '@duckdb/node-api';
import type { FieldType } from '@lantu/spec';
import type { Fixture } from './fixture.ts';

const TYPES: Readonly<Record<FieldType, string>> = {
  string: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  yearmonth: 'DATE',
  year: 'SMALLINT',
};

/** The fixture in native DuckDB, its tables filled by parameters and not by the planner's literals. */
export async function nativeDuckDB({ catalog, tables }: Fixture): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  for (const { name, schema } of catalog.resources) {
    const table = quoted(name);
    const columns = schema.fields.map((each) => `${quoted(each.name)} ${TYPES[each.type]}`);
    await connection.run(`CREATE TABLE ${table} (${columns.join(', ')})`);
    const places = schema.fields.map((each, index) => `CAST($${index + 1} AS ${TYPES[each.type]})`);
    const insert = await connection.prepare(`INSERT INTO ${table} VALUES (${places.join(', ')})`);
    for (const row of tables[name] ?? []) {
      insert.bind(schema.fields.map((each) => row[each.name] ?? null));
      await insert.run();
    }
  }
  return connection;
}

/** The columns of a statement's result. */
export async function columnsOf(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  const reader = await connection.runAndReadAll(sql);
  const columns = reader.getColumns();
  return Array.from({ length: reader.columnCount }, (_, index) =>
    (columns[index] ?? []).map((each) => (each instanceof DuckDBListValue ? each.items : each)),
  );
}

function quoted(name: string): string {
  return `"${name.split('"').join('""')}"`;
}
