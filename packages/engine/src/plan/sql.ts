import { LantuError, quoteValue } from '@lantu/spec';

/** Longer names are cut in aliases, where they are only for the reader of the SQL. */
const ALIAS_LENGTH = 60;

/**
 * `name` as an identifier, always in quotes.
 *
 * @throws {LantuError} `spec/invalid` for a name with a control character, which SQL's text cannot carry.
 */
export function identifier(name: string): string {
  if (/\p{Cc}|\p{Surrogate}/u.test(name)) {
    throw new LantuError('spec/invalid', 'a name has a character that SQL cannot carry', {
      received: quoteValue(name),
      allowed: 'names without control characters',
    });
  }
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * `text` as a string literal. A NUL, which would end the statement, is joined in by its number.
 *
 * @throws {LantuError} `spec/invalid` for half a surrogate pair, which no stored text can hold.
 */
export function stringLiteral(text: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new LantuError('spec/invalid', 'a text has half of a character', { received: quoteValue(text) });
  }
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts.join('') : `(${parts.join(' || chr(0) || ')})`;
}

/** `value` as a literal: of an integer type where it is a safe integer, else a DOUBLE (a plain `0.1` would be a DECIMAL). */
export function numberLiteral(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : value.toExponential();
}

/** Names for the columns and common table expressions of one statement, told apart as DuckDB does: ignoring case. */
export class Aliases {
  readonly #taken: Set<string>;

  /** @param reserved names that must not be given: those of the tables. */
  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set([...reserved].map((each) => each.toLowerCase()));
  }

  /** `wanted` as an identifier, without what SQL cannot carry, and with a number behind it where the name is taken. */
  take(wanted: string): string {
    return identifier(this.#free(wanted));
  }

  /** The same without quotes, for the planner's own lower-case words. */
  word(wanted: string): string {
    return this.#free(wanted);
  }

  #free(wanted: string): string {
    const clean = [...wanted.slice(0, 2 * ALIAS_LENGTH).replaceAll(/\p{Cc}|\p{Surrogate}/gu, ' ')];
    const base = clean.slice(0, ALIAS_LENGTH).join('');
    let name = base;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number += 1) name = `${base}_${number}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/** The clauses of one SELECT, each entry a piece of SQL. */
export interface Select {
  readonly distinct?: boolean;
  readonly columns: readonly string[];
  readonly from: string;
  readonly joins?: readonly string[];
  /** Conditions that all must hold. */
  readonly where?: readonly string[];
  readonly groupBy?: readonly string[];
  readonly having?: string;
  readonly orderBy?: readonly string[];
  readonly limit?: number;
}

/** The lines of `select`: one for each column and clause. */
export function selectLines(select: Select): string[] {
  const { columns, from, joins = [], where = [], groupBy = [], having, orderBy = [], limit } = select;
  return [
    `SELECT${select.distinct ? ' DISTINCT' : ''}`,
    ...columns.map((each, index) => `  ${each}${index < columns.length - 1 ? ',' : ''}`),
    `FROM ${from}`,
    ...joins,
    ...where.map((each, index) => (index === 0 ? `WHERE ${each}` : `  AND ${each}`)),
    ...(groupBy.length > 0 ? [`GROUP BY ${groupBy.join(', ')}`] : []),
    ...(having ? [`HAVING ${having}`] : []),
    ...(orderBy.length > 0 ? [`ORDER BY ${orderBy.join(', ')}`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ];
}

/** A statement of named steps, each of which may use those before it, and the select that ends it. */
export class Steps {
  readonly #steps: string[] = [];

  /** Adds the step `name`. Its lines are indented one by one: a literal with line breaks in it must stay as it is. */
  add(name: string, lines: readonly string[]): void {
    this.#steps.push([`${name} AS (`, ...lines.map((line) => `  ${line}`), ')'].join('\n'));
  }

  /** The whole statement. */
  text(last: Select): string {
    return `WITH ${this.#steps.join(',\n')}\n${selectLines(last).join('\n')}`;
  }
}
