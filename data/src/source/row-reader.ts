import type { Problems, Row } from '@lantu/bake';
import { quoteValue } from '@lantu/spec';

/** Reads the cells of one row; what does not fit is reported and read as undefined. */
export class RowReader<Column extends string> {
  readonly #file: string;
  readonly #row: Row<Column>;
  readonly #problems: Problems;

  constructor(file: string, row: Row<Column>, problems: Problems) {
    this.#file = file;
    this.#row = row;
    this.#problems = problems;
  }

  fault(column: Column, problem: string, received: string, allowed?: string): undefined {
    const place = { file: this.#file, row: this.#row.line, column };
    this.#problems.add({ ...place, problem, received, ...(allowed !== undefined && { allowed }) });
    return undefined;
  }

  /** The cell's text; undefined where it is empty. */
  optional(column: Column): string | undefined {
    return this.#row.cells[column] || undefined;
  }

  required(column: Column): string | undefined {
    return this.optional(column) ?? this.fault(column, 'the cell is empty', '""', 'a text');
  }

  oneOf<const Value extends string>(column: Column, allowed: readonly Value[]): Value | undefined {
    const text = this.#row.cells[column];
    const value = allowed.find((each) => each === text);
    return value ?? this.fault(column, 'a value that is not in the list', quoteValue(text), allowed.join(', '));
  }

  /** A number as JSON writes it: no grouping, no unit, no leading +. */
  number(column: Column): number | undefined {
    const text = this.#row.cells[column];
    if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return Number(text);
    return this.fault(column, 'no number', quoteValue(text), 'digits with at most one point, such as 1400000 or 0.9');
  }
}
