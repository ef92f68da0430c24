import { LantuError, quoteValue } from '@lantu/spec';
import {
  columnLetters,
  type Grid,
  isBlank,
  type Merge,
  type RawColumn,
  type RawTable,
  type RawValue,
} from './source.ts';

/** The rows of a header, from 1 as the user sees them. */
export interface HeaderRows {
  readonly first: number;
  readonly last: number;
}

/** What a row between header and data may be made of, to say which column is which: 甲 乙 1 2 3. */
const COLUMN_LABEL = /^([甲乙丙丁戊己庚辛]|\(?\d{1,2}\)?|[A-Z])$/;
const FOOTNOTE = /^(注|备注|说明|来源|资料来源|数据来源|填表人|填报人|制表|审核|note|source)s?\s*[:：.]?/i;

/**
 * The table that a grid holds: titles above the header, blank rows and notes below the data are set aside and told of; several
 * header rows become one, the upper of them reaching over the columns that they are merged over; merged cells among the data
 * give their value to every row they cover.
 *
 * @param header the header's rows where the user says them.
 * @throws {LantuError} `data/import` where no header is found, or no row of data is below it.
 */
export function tableOfGrid(grid: Grid, file: string, header?: HeaderRows): RawTable {
  const cells = withMergesFilled(grid);
  const [first, last] = header ? rowsAsked(grid, header, file) : findHeader(grid, cells, file);
  const width = Math.max(...cells.map((row) => row.length));
  const notes: string[] = [];
  const labels = isLabelRow(cells[last + 1], cells[last + 2]) ? last + 1 : undefined;
  if (labels !== undefined) notes.push(`row ${grid.rowNumber(labels)} only counts the columns and is left out`);
  const kept: number[] = [];
  const blank: number[] = [];
  for (let index = (labels ?? last) + 1; index < cells.length; index++) {
    (cells[index]?.every(isBlank) ? blank : kept).push(index);
  }
  const foot = footnotes(grid, cells, kept);
  kept.length -= foot.length;
  const inner = blank.filter((index) => index < (kept.at(-1) ?? 0));
  if (inner.length > 0)
    notes.push(`${inner.length} blank row${inner.length > 1 ? 's' : ''} left out (${rowList(grid, inner)})`);
  for (const index of foot)
    notes.push(`row ${grid.rowNumber(index)} is taken for a note: ${quoteValue(firstText(cells[index]))}`);
  if (kept.length === 0) {
    throw new LantuError('data/import', 'there is a header and no row of data below it', {
      where: place(file, grid),
      received: `a header in row ${grid.rowNumber(first)}`,
      allowed: 'at least one row of data; say where the header is with --header-row',
    });
  }
  const { columns, unnamed, indices } = columnsOf(grid, cells, first, last, kept, width);
  notes.push(...unnamed);
  const rowsOf = new Map(kept.map((row, index) => [row, index]));
  return {
    file,
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
    columns,
    rowCount: kept.length,
    rowNumber: (index) => grid.rowNumber(kept[index] ?? cells.length),
    captions: cells.slice(0, first).flatMap((row) => [...new Set(row.filter((each) => !isBlank(each)).map(String))]),
    notes,
    faults: grid.faults.flatMap((fault) => {
      const row = rowsOf.get(fault.row);
      const column = indices.indexOf(fault.column);
      return row === undefined || column < 0 ? [] : [{ ...fault, row, column }];
    }),
  };
}

function rowsAsked(grid: Grid, { first, last }: HeaderRows, file: string): [number, number] {
  const indices = grid.rows
    .map((_, index) => index)
    .filter((index) => grid.rowNumber(index) >= first && grid.rowNumber(index) <= last);
  const [from] = indices;
  const to = indices.at(-1);
  if (from !== undefined && to !== undefined) return [from, to];
  throw new LantuError('data/import', 'the header is said to be where the file has no row', {
    where: place(file, grid),
    received: `--header-row ${first === last ? first : `${first}-${last}`}`,
    allowed: `rows 1 to ${grid.rowNumber(grid.rows.length - 1)}`,
  });
}

function findHeader(grid: Grid, cells: readonly (readonly RawValue[])[], file: string): [number, number] {
  const counts = cells.map((row) => row.filter((each) => !isBlank(each)).length);
  const typical = commonest(counts.filter((count) => count > 0));
  const first = cells.findIndex((row, index) => isHeaderRow(grid.rows[index] ?? [], row, typical));
  if (first < 0 || cells.slice(0, first).some((row) => row.filter(isNumeric).length > 1)) {
    throw new LantuError('data/import', 'no header found', {
      where: place(file, grid),
      received: quoteValue(cells.find((row) => !row.every(isBlank))?.map(String) ?? []),
      allowed: 'a row of names above the data; say which with --header-row',
    });
  }
  return [first, lastHeaderRow(grid, cells, first)];
}

/** Names in more than half of the columns, no number among them, and not one text merged over everything. */
function isHeaderRow(own: readonly RawValue[], filled: readonly RawValue[], typical: number): boolean {
  const named = filled.filter((each) => !isBlank(each));
  if (named.length === 0 || named.some((each) => typeof each !== 'string' || isNumeric(each))) return false;
  const wide = named.length * 2 > typical;
  return wide && (typical === 1 || own.filter((each) => !isBlank(each)).length > 1);
}

function lastHeaderRow(grid: Grid, cells: readonly (readonly RawValue[])[], first: number): number {
  let last = Math.max(first, ...grid.merges.filter((merge) => merge.startRow === first).map((merge) => merge.endRow));
  const spanning = grid.merges.some(
    (merge) => merge.startRow === first && merge.endRow === first && merge.endCol > merge.startCol,
  );
  const own = grid.rows[first] ?? [];
  const below = grid.rows[first + 1] ?? [];
  const gaps = below.some((value, column) => !isBlank(value) && isBlank(own[column]));
  if (last === first && (spanning || gaps) && isAllText(below)) last = first + 1;
  while (isUnitRow(cells[last + 1])) last += 1;
  return last;
}

function isAllText(row: readonly RawValue[]): boolean {
  const named = row.filter((each) => !isBlank(each));
  return named.length > 0 && named.every((each) => typeof each === 'string' && !isNumeric(each));
}

/** A row such as 万元, 万元, 个, %: the units of the columns. */
function isUnitRow(row: readonly RawValue[] | undefined): boolean {
  const named = (row ?? []).filter((each) => !isBlank(each)).map(String);
  return (
    named.length > 0 &&
    named.every((each) => /^[（(]?([百千万亿]*元|[%％‰]|个|人次?|户|名|亩|万人|项|次|座|千瓦)[）)]?$/.test(each.trim()))
  );
}

/** 甲 乙 1 2 3, above rows that begin with a name: no row of numbers is taken for it. */
function isLabelRow(row: readonly RawValue[] | undefined, next: readonly RawValue[] | undefined): boolean {
  const texts = (row ?? []).filter((each) => !isBlank(each)).map((each) => String(each).trim());
  const name = next?.find((each) => !isBlank(each));
  const isAboveNames = typeof name === 'string' && !isNumeric(name) && !COLUMN_LABEL.test(name);
  if (!isAboveNames || texts.length < 2 || !texts.every((text) => COLUMN_LABEL.test(text))) return false;
  const numbers = texts.map((text) => Number(text.replaceAll(/[()]/g, ''))).filter((each) => !Number.isNaN(each));
  const [first = 0] = numbers;
  return first <= 1 && numbers.every((each, index) => each === first + index);
}

function columnsOf(
  grid: Grid,
  cells: readonly (readonly RawValue[])[],
  first: number,
  last: number,
  kept: readonly number[],
  width: number,
): { columns: RawColumn[]; unnamed: string[]; indices: number[] } {
  const taken = new Set<string>();
  const indices: number[] = [];
  const unnamed: string[] = [];
  const columns: RawColumn[] = [];
  for (let column = 0; column < width; column++) {
    const values = kept.map((row) => cells[row]?.[column] ?? null);
    const name = headerText(grid, cells, first, last, column);
    if (name === '' && values.every(isBlank)) continue;
    const position = grid.sheet === undefined ? String(column + 1) : columnLetters(column);
    if (name === '') unnamed.push(`column ${position} has no header; it is called "column ${position}"`);
    const header = unique(name || `column ${position}`, taken);
    if (name !== '' && header !== name)
      unnamed.push(`column ${position} has a header that occurs twice; it is called ${quoteValue(header)}`);
    indices.push(column);
    columns.push({ header, position, values, percent: grid.percentColumns.has(column) });
  }
  return { columns, unnamed, indices };
}

function headerText(
  grid: Grid,
  cells: readonly (readonly RawValue[])[],
  first: number,
  last: number,
  column: number,
): string {
  const parts: string[] = [];
  for (let row = first; row <= last; row++) {
    const own = cells[row]?.[column];
    const reaching = isBlank(own) && row < last && grid.merges.length === 0 ? leftOf(cells[row] ?? [], column) : own;
    const text = isBlank(reaching) ? '' : String(reaching).replaceAll(/\s+/g, ' ').trim();
    if (text !== '' && parts.at(-1) !== text) parts.push(text);
  }
  return parts.join(' / ');
}

/** Where merges are lost (a text file), an upper header cell reaches over the blanks to its right. */
function leftOf(row: readonly RawValue[], column: number): RawValue | undefined {
  for (let left = column - 1; left >= 0; left--) if (!isBlank(row[left])) return row[left];
  return undefined;
}

function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = `${name} ${number}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}

function withMergesFilled({ rows, merges }: Grid): readonly (readonly RawValue[])[] {
  if (merges.length === 0) return rows;
  const filled = rows.map((row) => [...row]);
  for (const merge of merges) fill(filled, merge);
  return filled;
}

function fill(rows: RawValue[][], { startRow, startCol, endRow, endCol }: Merge): void {
  const value = rows[startRow]?.[startCol] ?? null;
  for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++) {
    for (let column = startCol; column <= endCol; column++) (rows[row] as RawValue[])[column] = value;
  }
}

/** Rows at the end that hold one text, a note or a longer sentence in the first cell. */
function footnotes(grid: Grid, cells: readonly (readonly RawValue[])[], kept: readonly number[]): number[] {
  const found: number[] = [];
  for (const row of kept.toReversed()) {
    const filled = (grid.rows[row] ?? []).filter((each) => !isBlank(each));
    const text = firstText(cells[row]);
    if (!FOOTNOTE.test(text) || filled.length > 2) break;
    found.unshift(row);
  }
  return found;
}

function firstText(row: readonly RawValue[] | undefined): string {
  return String((row ?? []).find((each) => !isBlank(each)) ?? '').trim();
}

function isNumeric(value: RawValue): boolean {
  if (typeof value !== 'string') return value !== null && typeof value !== 'boolean';
  return /^[-+]?[\d,.]+%?$/.test(value.normalize('NFKC').trim());
}

function commonest(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function rowList(grid: Grid, indices: readonly number[]): string {
  const shown = indices.slice(0, 5).map((index) => grid.rowNumber(index));
  return `row${indices.length > 1 ? 's' : ''} ${shown.join(', ')}${indices.length > 5 ? ', …' : ''}`;
}

function place(file: string, { sheet }: Grid): string {
  return sheet === undefined ? file : `${file}, sheet ${quoteValue(sheet)}`;
}
