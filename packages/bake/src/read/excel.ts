import { LantuError } from '@lantu/spec';
import { readXlsx } from 'hucre/xlsx';
import type { CellFault, Grid, RawValue } from './source.ts';

/** How many rows the cells' number formats are read of: enough to see that a column shows percentages. */
const FORMATTED_ROWS = 200;

/** A number as the spreadsheet shows it: 15 digits, without the noise behind them. */
const EXCEL_DIGITS = 15;

/**
 * The visible sheets that hold anything. A formula counts by the value that was stored with it; an error value (`#DIV/0!`)
 * is the text it shows.
 *
 * @throws {LantuError} `data/import` where the file is no workbook, is encrypted or is an old `.xls`.
 */
export async function readExcel(bytes: Uint8Array, file: string): Promise<readonly Grid[]> {
  try {
    const { sheets } = await readXlsx(bytes, { sheets: visible });
    const formatted = await readXlsx(bytes, { sheets: visible, readStyles: true, maxRows: FORMATTED_ROWS });
    return sheets
      .map(
        (sheet, index): Grid => ({
          sheet: sheet.name,
          rows: sheet.rows.map((row) => row.map(rawValue)),
          rowNumber: (row) => row + 1,
          merges: sheet.merges ?? [],
          percentColumns: percentColumns(formatted.sheets[index]?.cells),
          faults: unstoredFormulas(sheet.cells),
        }),
      )
      .filter((grid) => grid.rows.some((row) => row.some((value) => value !== null)));
  } catch (cause) {
    throw new LantuError('data/import', 'the workbook cannot be read', {
      where: file,
      received: cause instanceof Error ? cause.message : String(cause),
      allowed: 'an unencrypted .xlsx; save an old .xls as .xlsx first',
      cause,
    });
  }
}

function visible({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }): boolean {
  return !hidden && !veryHidden;
}

function rawValue(value: string | number | boolean | Date | null): RawValue {
  return typeof value === 'number' ? Number(value.toPrecision(EXCEL_DIGITS)) : value;
}

type Cells = Awaited<ReturnType<typeof readXlsx>>['sheets'][number]['cells'];

function percentColumns(cells: Cells): ReadonlySet<number> {
  const percent = new Set<number>();
  const plain = new Set<number>();
  for (const [key, cell] of cells ?? []) {
    if (typeof cell.value !== 'number') continue;
    const column = Number(key.split(',')[1]);
    if (cell.style?.numFmt?.includes('%')) percent.add(column);
    else plain.add(column);
  }
  for (const column of plain) percent.delete(column);
  return percent;
}

function unstoredFormulas(cells: Cells): CellFault[] {
  const faults: CellFault[] = [];
  for (const [key, cell] of cells ?? []) {
    if (cell.type !== 'formula' || cell.formula === undefined || cell.value !== null) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    faults.push({
      row,
      column,
      problem: 'a formula without a stored value',
      received: `=${cell.formula}`,
      allowed: 'a value, or a formula saved with its value: open the workbook in a spreadsheet program and save it',
    });
  }
  return faults;
}
