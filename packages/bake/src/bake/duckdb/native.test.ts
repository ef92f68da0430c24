import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog, Field } from '@lantu/spec';
import { Dictionary, Int32, RecordBatch, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFiles } from '../../package/package.ts';
import { openPackage } from '../../package/read.ts';
import type { Cell, Table as PackageTable } from '../../package/table.ts';
import { NativeDuckDB } from './native.ts';

const text = (words: string) => ({ 'zh-CN': words });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The values of a column as DuckDB has them, of a package with one dataset of that one field. */
async function stored(type: Field['type'], cells: readonly Cell[]): Promise<unknown[]> {
  write({ type, cells });
  return await valuesOf('SELECT value FROM things');
}

function write({ type, cells }: { readonly type: Field['type']; readonly cells: readonly Cell[] }): void {
  const table: PackageTable = {
    name: 'things',
    title: text('事物'),
    description: text('事物'),
    fields: [{ name: 'value', type, 'lantu:role': 'dimension' }],
    columns: { value: cells },
    primaryKey: [],
    origins: [],
    asOf: '2024-12-31',
    nature: 'simulated',
    status: 'A',
    metrics: [],
  };
  const files = packageFiles({ name: 'things', version: '1', title: text('事物'), units: [], dimensions: [] }, [table]);
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
}

/** Puts `table` in the place of the dataset's file, as any other tool may have written it. */
function replace(table: Table): void {
  write({ type: 'string', cells: ['a'] });
  const bytes = tableToIPC(table, 'stream');
  const { catalog } = openPackage(folder);
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const changed: Catalog = { ...catalog, resources: catalog.resources.map((each) => ({ ...each, hash })) };
  writeFileSync(join(folder, 'things.arrow'), bytes);
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify(changed));
}

async function valuesOf(sql: string): Promise<unknown[]> {
  const duckdb = await NativeDuckDB.open(openPackage(folder));
  try {
    await duckdb.require('things');
    return (await duckdb.columns(sql))[0] ?? [];
  } finally {
    duckdb.close();
  }
}

/** More rows than DuckDB takes at once, with a missing value here and there. */
function many(value: (index: number) => Cell, rows = 5000): Cell[] {
  return Array.from({ length: rows }, (_, index) => (index % 7 === 3 ? null : value(index)));
}

describe('a dataset in native DuckDB', () => {
  it.each<[string, Field['type'], Cell[]]>([
    ['numbers', 'number', many((index) => index / 3 - 500)],
    ['integers of 8 bits', 'integer', many((index) => (index % 250) - 128)],
    ['integers of 32 bits', 'integer', many((index) => index * 400_000 - 2 ** 30)],
    ['true and false', 'boolean', many((index) => index % 3 === 0)],
    ['years', 'year', many((index) => 1900 + (index % 200))],
    ['texts of their own', 'string', many((index) => `གྲོང་ཚོ་${index} 村 ${'x'.repeat(index % 40)}`)],
    ['texts that repeat themselves', 'string', many((index) => ['a', "l'été", '', '村'][index % 4] as string)],
    ['nothing', 'string', []],
    ['only missing values', 'number', [null, null]],
  ])('holds %s as they are in the file', async (_, type, cells) => {
    expect(await stored(type, cells)).toEqual(cells);
  });

  it('holds days', async () => {
    write({ type: 'date', cells: ['2025-12-31', null, '1969-12-31'] });
    expect(await valuesOf("SELECT strftime(value, '%Y-%m-%d') FROM things")).toEqual([
      '2025-12-31',
      null,
      '1969-12-31',
    ]);
  });

  it.each([254, 255, 256, 257, 65_535, 65_536])(
    'holds texts of %d different values',
    async (size) => {
      const cells = Array.from({ length: 2 * size }, (_, index) => `v${index % size}`);
      expect(await stored('string', cells)).toEqual(cells);
    },
    60_000,
  );

  it('orders and compares coded texts as texts', async () => {
    write({ type: 'string', cells: ['b', 'a', 'b', 'a', 'c', 'c'] });
    expect(
      await valuesOf("SELECT DISTINCT value FROM things WHERE value NOT IN ('c', 'unknown') ORDER BY value"),
    ).toEqual(['a', 'b']);
  });

  it('reads a file of several batches, each with a dictionary of its own', async () => {
    const coded = (values: string[]) =>
      new Table({ value: vectorFromArray(values, new Dictionary(new Utf8(), new Int32())) });
    const [one, two] = [coded(['a', 'b']), coded(['c', 'a'])];
    const batches = [...one.batches, ...two.batches.map((each) => new RecordBatch(one.schema, each.data))];
    replace(new Table(one.schema, batches));
    expect(await valuesOf('SELECT value FROM things')).toEqual(['a', 'b', 'c', 'a']);
  });

  it('refuses a file that is another than its catalog describes, and one that lacks a field', async () => {
    write({ type: 'string', cells: ['a', 'b'] });
    const bytes = tableToIPC(new Table({ value: vectorFromArray(['x'], new Utf8()) }), 'stream');
    writeFileSync(join(folder, 'things.arrow'), bytes);
    await expect(valuesOf('SELECT 1')).rejects.toThrow(
      /another than the one that the catalog describes; received sha256:/,
    );
    replace(new Table({ other: vectorFromArray(['x'], new Utf8()) }));
    await expect(valuesOf('SELECT 1')).rejects.toThrow(/the file lacks a field of its description; allowed other/);
  });

  it('says which SQL failed', async () => {
    write({ type: 'string', cells: ['a'] });
    await expect(valuesOf('SELECT nothing FROM things')).rejects.toMatchObject({
      code: 'engine/query-failed',
      sql: 'SELECT nothing FROM things',
    });
  });
});
