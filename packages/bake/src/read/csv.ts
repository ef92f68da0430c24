import { LantuError, quoteValue } from '@lantu/spec';
import { delimitedRecords } from './delimited.ts';

/** A row of a CSV file by the names of its columns. */
export interface Row<Column extends string> {
  /** The line of the file on which the row begins; the header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/**
 * The rows of `text`, CSV of a known form: commas, LF line ends, exactly the header `columns`, every row as long as it. An empty
 * cell is an empty string; a file with only a header has no rows. For files of unknown form there is `readTable`.
 *
 * @param columns the header that the file must have, in this order
 * @throws {LantuError} `data/import` for another header, a row of another length, a stray or unclosed quote, or a CR
 */
export function parseCsv<const Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
): Row<Column>[] {
  if (text.includes('\r')) {
    const line = text.slice(0, text.indexOf('\r')).split('\n');
    throw fault(file, line.length, 'a carriage return', quoteValue(line.at(-1)), 'lines that end with LF alone');
  }
  const [header, ...records] = delimitedRecords(text, file);
  const names = header?.cells ?? [];
  if (names.join() !== columns.join()) {
    throw fault(file, 1, 'the header is not the expected one', quoteValue(names.join(), 300), columns.join());
  }
  return records.map(({ line, cells }) => {
    if (cells.length !== columns.length) {
      const allowed = `${columns.length}, as the header`;
      throw fault(file, line, 'the row has another number of cells', String(cells.length), allowed);
    }
    const named = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    return { line, cells: named as Record<Column, string> };
  });
}

function fault(file: string, line: number, problem: string, received: string, allowed: string): LantuError {
  return new LantuError('data/import', problem, { where: `${file}, row ${line}`, received, allowed });
}
