import { LantuError } from '@lantu/spec';

/** A fault in a file. */
export interface Problem {
  /** The file, as the user named it; for sources of a package the path under its folder. */
  readonly file: string;
  readonly sheet?: string;
  /** The number of the row in the sheet, or the line of the file on which it begins; the first is 1. */
  readonly row?: number;
  readonly column?: string;
  readonly problem: string;
  readonly received?: string;
  readonly allowed?: string;
}

/** Gathers the faults of several checks, so that one run names them all. */
export class Problems {
  readonly #found: Problem[] = [];

  /** What was found so far, in order. */
  get found(): readonly Problem[] {
    return this.#found;
  }

  add(problem: Problem): void {
    this.#found.push(problem);
  }

  /** @throws {LantuError} `data/import` with one line a fault; `cause` lists them. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    throw new LantuError('data/import', this.#found.map(problemSentence).join('\n'), { cause: [...this.#found] });
  }
}

/** A fault in one line: where, what, what was received, what is allowed. */
export function problemSentence({ file, sheet, row, column, problem, received, allowed }: Problem): string {
  const place = [
    file,
    sheet === undefined ? '' : `sheet ${sheet}`,
    row === undefined ? '' : `row ${row}`,
    column === undefined ? '' : `column ${column}`,
  ];
  const parts = [
    `${place.filter(Boolean).join(', ')}: ${problem}`,
    received === undefined ? '' : `received ${received}`,
    allowed === undefined ? '' : `allowed ${allowed}`,
  ];
  return parts.filter(Boolean).join('; ');
}
