/** A cell as its file holds it. Decoded formats give numbers, dates and truth values; texts are as written. A nested value is none of them. */
export type RawValue = string | number | bigint | boolean | Date | null | Nested;

/** A list or object inside a cell, as JSON: it can be shown in a message, and is never imported. */
export class Nested {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

/** A rectangle of cells without any notion of a header: a sheet, or a text file cut at its delimiters. */
export interface Grid {
  /** The sheet's name; undefined for text files. */
  readonly sheet?: string;
  readonly rows: readonly (readonly RawValue[])[];
  /** The number (from 1) by which a user finds row `index`: that of the spreadsheet, or the line of the text file. */
  readonly rowNumber: (index: number) => number;
  readonly merges: readonly Merge[];
  /** Columns (from 0) whose numbers are shown as percentages: 0.5 is seen as 50 %. */
  readonly percentColumns: ReadonlySet<number>;
  readonly faults: readonly CellFault[];
}

/** Merged cells, all bounds from 0 and inclusive; the value is in the first. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** A cell that its file holds no value for although there should be one. */
export interface CellFault {
  /** From 0: in the grid, or among the rows and columns of the table. */
  readonly row: number;
  readonly column: number;
  readonly problem: string;
  readonly received: string;
  readonly allowed: string;
}

/** A table: named columns of raw values of one length. */
export interface RawTable {
  readonly file: string;
  readonly sheet?: string;
  readonly columns: readonly RawColumn[];
  readonly rowCount: number;
  /** The number (from 1) by which a user finds the data row `index` in the file. */
  readonly rowNumber: (index: number) => number;
  /** What stood above the header: titles, "单位：万元". */
  readonly captions: readonly string[];
  /** What was left out or taken for granted on reading, for the user to see. */
  readonly notes: readonly string[];
  readonly faults: readonly CellFault[];
}

export interface RawColumn {
  /** The header's text, several header rows joined by " / "; unique in the table. */
  readonly header: string;
  /** `C` for the third column of a sheet; the column's number for other files. */
  readonly position: string;
  readonly values: readonly RawValue[];
  /** True where the sheet shows the column's numbers as percentages. */
  readonly percent: boolean;
}

/** The letters of the column `index` (from 0) in a spreadsheet: A, B, …, Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** True for what holds nothing: null, an empty text, blanks. */
export function isBlank(value: RawValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
