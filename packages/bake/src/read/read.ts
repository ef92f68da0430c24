import { LantuError } from '@lantu/spec';
import { readArrow } from './arrow.ts';
import { readDelimited } from './delimited.ts';
import { decodeText } from './encoding.ts';
import { readExcel } from './excel.ts';
import { type HeaderRows, tableOfGrid } from './header.ts';
import { readJson } from './json.ts';
import { readParquet } from './parquet.ts';
import type { Grid, RawTable } from './source.ts';

export const FORMATS = ['xlsx', 'csv', 'parquet', 'arrow', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** How a file is to be read, as far as the user says. */
export interface ReadOptions {
  readonly sheet?: string;
  readonly header?: HeaderRows;
}

/** A table, or the sheets among which one must be chosen first. */
export type ReadResult =
  | { readonly kind: 'table'; readonly format: Format; readonly table: RawTable }
  | { readonly kind: 'sheets'; readonly sheets: readonly { readonly name: string; readonly rows: number }[] };

/**
 * The table in a file. The format is told by the first bytes, of text files by their content and name.
 *
 * @throws {LantuError} `data/import` where the file cannot be decoded, holds no table, or has no such sheet.
 */
export async function readTable(bytes: Uint8Array, file: string, options: ReadOptions = {}): Promise<ReadResult> {
  if (bytes.length === 0)
    throw new LantuError('data/import', 'the file is empty', { where: file, received: '0 bytes' });
  const format = formatOf(bytes, file);
  if (options.sheet !== undefined && format !== 'xlsx') {
    throw new LantuError('data/import', 'only a workbook has sheets', {
      where: file,
      received: `--sheet with ${format}`,
    });
  }
  switch (format) {
    case 'parquet':
      return filled({ kind: 'table', format, table: await readParquet(bytes, file) });
    case 'arrow':
      return filled({ kind: 'table', format, table: readArrow(bytes, file) });
    case 'xlsx':
      return chosen(await readExcel(bytes, file), file, options);
    case 'json':
      return filled({ kind: 'table', format, table: readJson(decodeText(bytes, file).text, file) });
    case 'csv': {
      const { text, encoding } = decodeText(bytes, file);
      const table = tableOfGrid(readDelimited(text, file), file, options.header);
      const notes = encoding === 'utf-8' ? table.notes : [`decoded as ${encoding.toUpperCase()}`, ...table.notes];
      return { kind: 'table', format, table: { ...table, notes } };
    }
  }
}

function formatOf(bytes: Uint8Array, file: string): Format {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  if (start.startsWith('PAR1')) return 'parquet';
  if (start.startsWith('ARROW1') || start.startsWith('\xff\xff\xff\xff')) return 'arrow';
  if (start.startsWith('PK') || start.startsWith('\xd0\xcf\x11\xe0')) return 'xlsx';
  if (/\.(parquet|arrow|xlsx)$/i.test(file)) {
    throw new LantuError('data/import', 'the file is not what its name says', {
      where: file,
      received: `first bytes ${[...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}`,
      allowed: 'a workbook (.xlsx), Parquet, Arrow, JSON or CSV file, whole and not renamed',
    });
  }
  if (/\.(csv|tsv|txt)$/i.test(file)) return 'csv';
  if (/\.(json|ndjson|jsonl)$/i.test(file)) return 'json';
  return /^\s*(\[\s*\{|\{")/.test(start) ? 'json' : 'csv';
}

function filled(result: Extract<ReadResult, { kind: 'table' }>): ReadResult {
  if (result.table.rowCount > 0 && result.table.columns.length > 0) return result;
  throw new LantuError('data/import', 'the file holds no rows', { where: result.table.file, received: '0 rows' });
}

function chosen(grids: readonly Grid[], file: string, { sheet, header }: ReadOptions): ReadResult {
  const sheets = grids.map((grid) => ({ name: grid.sheet ?? '', rows: grid.rows.length }));
  const names = sheets.map(({ name, rows }) => `${JSON.stringify(name)} (${rows} rows)`).join(', ');
  if (sheet === undefined && grids.length > 1) return { kind: 'sheets', sheets };
  const grid = sheet === undefined ? grids[0] : grids.find((each) => each.sheet === sheet);
  if (grid) return { kind: 'table', format: 'xlsx', table: tableOfGrid(grid, file, header) };
  throw new LantuError(
    'data/import',
    sheet === undefined ? 'no visible sheet holds anything' : 'no such visible sheet',
    {
      where: file,
      ...(sheet !== undefined && {
        received: JSON.stringify(sheet),
        allowed: names || 'none: all visible sheets are empty',
      }),
    },
  );
}
