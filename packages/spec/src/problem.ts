import { quoteValue } from './error.ts';
import { allowedNames } from './nearest.ts';

/** Something wrong in a catalog. */
export interface Problem {
  readonly at: string;
  readonly problem: string;
  readonly received?: string;
  readonly allowed?: string;
}

/** A name with a control character. */
export function unspeakable(at: string, name: string): Problem[] {
  return hasControl(name)
    ? [
        {
          at,
          problem: 'a name has a control character',
          received: quoted(name),
          allowed: 'names that can be written in a line of SQL',
        },
      ]
    : [];
}

/** The names that were given before. `fold` makes equal what counts as the same. */
export function repeated(
  at: string,
  names: readonly string[],
  fold: (name: string) => string = (name) => name,
): Problem[] {
  const folded = names.map(fold);
  return names
    .filter((_, index) => folded.indexOf(folded[index] ?? '') !== index)
    .map((name) => ({
      at,
      problem: 'a name is given twice',
      received: quoted(name),
      allowed: fold === foldCase ? 'names that differ by more than upper and lower case' : 'different names',
    }));
}

/** SQL does not tell upper from lower case in names. */
export function foldCase(name: string): string {
  return name.toLowerCase();
}

/** A name that is none of those that are defined. */
export function unknown(at: string, name: string, known: readonly string[]): Problem[] {
  return known.includes(name)
    ? []
    : [{ at, problem: 'a name that is defined nowhere', received: quoted(name), allowed: allowedNames(known, name) }];
}

export function quoted(value: string): string {
  return quoteValue(value);
}

/** True where `text` has a character that is an order to a terminal or a protocol, and not a sign. */
export function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
