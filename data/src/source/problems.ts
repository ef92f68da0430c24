import { LantuError } from '@lantu/spec';

/** A fault in a source file. */
export interface Problem {
  /** The path under `sources/`. */
  readonly file: string;
  /** The line of the file on which the row begins; the header is line 1. */
  readonly row?: number;
  readonly column?: string;
  readonly problem: string;
  readonly received?: string;
  readonly allowed?: string;
}

/** Gathers the faults of several checks, so that one run names them all. */
export class Problems {
  readonly #found: Problem[] = [];

  add(problem: Problem): void {
    this.#found.push(problem);
  }

  /** @throws {LantuError} `data/import` with one line a fault; `cause` lists them. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    throw new LantuError('data/import', this.#found.map(sentence).join('\n'), { cause: [...this.#found] });
  }
}

function sentence({ file, row, column, problem, received, allowed }: Problem): string {
  const place = [file, row === undefined ? '' : `row ${row}`, column === undefined ? '' : `column ${column}`];
  const parts = [
    `${place.filter(Boolean).join(', ')}: ${problem}`,
    received === undefined ? '' : `received ${received}`,
    allowed === undefined ? '' : `allowed ${allowed}`,
  ];
  return parts.filter(Boolean).join('; ');
}
