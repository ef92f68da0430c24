import { LantuError, quoteValue } from '@lantu/spec';

/** A row of a CSV file by the names of its columns. */
export interface Row<Column extends string> {
  /** The line of the file on which the row begins; the header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/**
 * The rows of `text`, CSV as RFC 4180 has it with LF line ends: a header, commas, cells in double quotes where they hold a
 * comma, a quote (doubled) or a line break. An empty cell is an empty string; a file with only a header has no rows.
 *
 * @param columns the header that the file must have, in this order
 * @throws {LantuError} `data/import` for another header, a row of another length, a stray or unclosed quote, or a CR
 */
export function parseCsv<const Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
): Row<Column>[] {
  const [header, ...records] = recordsOf(text, file);
  const names = header?.cells ?? [];
  if (names.join() !== columns.join()) {
    throw fault(file, 1, 'the header is not the expected one', quoteValue(names.join(), 300), columns.join());
  }
  return records.map(({ line, cells }) => {
    if (cells.length !== columns.length) {
      throw fault(
        file,
        line,
        'the row has another number of cells',
        String(cells.length),
        `${columns.length}, as the header`,
      );
    }
    const named = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    return { line, cells: named as Record<Column, string> };
  });
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One cell and what ends it: a comma, a line end, or the end of the text. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\n|$)/y;

function recordsOf(text: string, file: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let line = 1;
  let begin = 1;
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const from = CELL.lastIndex;
    const match = CELL.exec(text);
    if (!match) throw unreadable(text, from, file, line);
    const [, quoted, plain = '', end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += quoted?.match(/\n/g)?.length ?? 0;
    if (end === ',' && CELL.lastIndex < text.length) continue;
    if (end === ',') cells.push('');
    records.push({ line: begin, cells });
    cells = [];
    line += 1;
    begin = line;
  }
  return records;
}

function unreadable(text: string, from: number, file: string, line: number): LantuError {
  const rest = text.slice(from);
  const near = quoteValue(rest.slice(0, 40));
  if (/^[^",\n]*\r/.test(rest)) return fault(file, line, 'a carriage return', near, 'lines that end with LF alone');
  return fault(
    file,
    line,
    'a quote that is not closed or stands inside a cell',
    near,
    'cells wholly in double quotes, quotes doubled',
  );
}

function fault(file: string, line: number, problem: string, received: string, allowed: string): LantuError {
  return new LantuError('data/import', problem, { where: `${file}, row ${line}`, received, allowed });
}
