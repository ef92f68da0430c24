import { quoteValue } from '@lantu/spec';
import type { Question } from '../mapping/mapping.ts';
import type { RawColumn, RawTable, RawValue } from '../read/source.ts';
import { Nested } from '../read/source.ts';
import type { Problem } from '../report/problems.ts';

/** A question as a converter puts it. */
export interface Inquiry extends Omit<Question, 'answer'> {
  /** Whether an answer outside the choices will do. */
  readonly accepts?: (answer: string) => boolean;
}

interface BadCell extends Problem {
  /** From 0, among the rows of data. */
  readonly index: number;
}

/** What converting a table brings up: bad cells, questions with the answers they got, notes. */
export class Findings {
  readonly #table: RawTable;
  readonly #answers: ReadonlyMap<string, string>;
  readonly #bad: BadCell[] = [];
  readonly #questions = new Map<string, Question>();
  readonly #notes: string[] = [];

  constructor(table: RawTable, answers: ReadonlyMap<string, string>) {
    this.#table = table;
    this.#answers = answers;
  }

  /** Puts a question; the answer where there is a right one, else undefined: then it stays open. */
  ask({ accepts, ...question }: Inquiry): string | undefined {
    const answer = this.#answers.get(question.key);
    const right =
      answer !== undefined && (question.choices?.some((each) => each.answer === answer) || accepts?.(answer));
    this.#questions.set(question.key, { ...question, answer: right ? answer : null });
    if (answer !== undefined && !right)
      this.note(`${question.key}: the answer ${quoteValue(answer)} is none of those allowed, so the question is open`);
    return right ? answer : undefined;
  }

  /** Reports the cell of `column` in data row `index`. */
  bad(column: RawColumn, index: number, problem: string, value: RawValue | string, allowed: string): void {
    const { file, sheet } = this.#table;
    this.#bad.push({
      index,
      file,
      ...(sheet !== undefined && { sheet }),
      row: this.rowNumber(index),
      column: columnName(column),
      problem,
      received: shown(value),
      allowed,
    });
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  rowNumber(index: number): number {
    return this.#table.rowNumber(index);
  }

  /** The bad cells in order of rows, without those of the rows in `dropped`. */
  problems(dropped: ReadonlySet<number>): Problem[] {
    const kept = this.#bad.filter((each) => !dropped.has(each.index));
    return kept.sort((a, b) => a.index - b.index).map(({ index: _, ...problem }) => problem);
  }

  get questions(): readonly Question[] {
    return [...this.#questions.values()];
  }

  get notes(): readonly string[] {
    return this.#notes;
  }
}

/** How messages name a column: its letter and header. */
export function columnName({ position, header }: RawColumn): string {
  return header === `column ${position}` ? position : `${position} ${header}`;
}

/** A raw value as messages show it. */
export function shown(value: RawValue | string): string {
  if (value instanceof Nested) return value.json.length > 80 ? `${value.json.slice(0, 80)}…` : value.json;
  return quoteValue(value instanceof Date ? value.toISOString() : value);
}
