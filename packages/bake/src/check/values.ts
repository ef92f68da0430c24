import { type Dataset, EXACTNESSES, type Field, NATURES, OBSERVATION_STATUSES, quoteValue } from '@lantu/spec';
import { repeatedRows } from '../import/keys.ts';
import type { Cell } from '../package/table.ts';
import type { Report } from './finding.ts';

/** The cells of a dataset by field. */
export type Cells = Readonly<Record<string, readonly Cell[]>>;

/** The values of a dataset against its own description: constraints, categories, keys, natures and statuses. Rows count from 1. */
export function checkValues({ schema, ...dataset }: Dataset, cells: Cells, report: Report): void {
  for (const field of schema.fields) {
    const own = cells[field.name];
    if (own) checkConstraints(field, own, report);
  }
  const { primaryKey = [] } = schema;
  if (primaryKey.length > 0 && primaryKey.every((name) => cells[name])) checkKey(primaryKey, cells, report);
  const { nature, status, exactness } = dataset['lantu:provenance'] ?? {};
  checkListed(nature, NATURES, dataset['lantu:natures'], cells, report);
  checkListed(status, OBSERVATION_STATUSES, dataset['lantu:statuses'], cells, report);
  checkListed(exactness, EXACTNESSES, undefined, cells, report);
}

function checkConstraints({ name, constraints = {}, categories }: Field, cells: readonly Cell[], report: Report): void {
  const { required, unique, minimum, maximum } = constraints;
  const allowed = categories && new Set(categories.map((each) => each.value));
  const seen = new Map<Cell, number>();
  for (const [index, cell] of cells.entries()) {
    const at = { row: index + 1, column: name, received: quoteValue(cell) };
    if (cell === null) {
      if (required) report('error', { ...at, problem: 'a required value is missing', allowed: 'a value' });
      continue;
    }
    if (typeof cell === 'number' && minimum !== undefined && cell < minimum)
      report('error', { ...at, problem: 'below the minimum', allowed: `${minimum} or more` });
    if (typeof cell === 'number' && maximum !== undefined && cell > maximum)
      report('error', { ...at, problem: 'above the maximum', allowed: `${maximum} or less` });
    if (allowed && !allowed.has(String(cell)))
      report('error', { ...at, problem: 'a value that is no category', allowed: [...allowed].join(', ') });
    if (!unique) continue;
    const first = seen.get(cell);
    if (first === undefined) seen.set(cell, index + 1);
    else report('error', { ...at, problem: `the value of row ${first} again, in a field of unique values` });
  }
}

function checkKey(key: readonly string[], cells: Cells, report: Report): void {
  const rowCount = cells[key[0] ?? '']?.length ?? 0;
  for (const { row, first } of repeatedRows(cells, key, rowCount)) {
    report('error', {
      row: row + 1,
      column: key.join(', '),
      problem: `the primary key of row ${first + 1} again`,
      received: quoteValue(key.map((name) => cells[name]?.[row])),
    });
  }
}

/** A field of codes: each is one of the list, and those that occur are those that the description names. */
function checkListed(
  field: string | undefined,
  list: readonly string[],
  named: readonly string[] | undefined,
  cells: Cells,
  report: Report,
): void {
  const own = field === undefined ? undefined : cells[field];
  if (!own || field === undefined) return;
  const occurring = new Set<string>();
  for (const [index, cell] of own.entries()) {
    if (cell === null) continue;
    occurring.add(String(cell));
    if (!list.includes(String(cell)))
      report('error', {
        row: index + 1,
        column: field,
        problem: 'an unknown code',
        received: quoteValue(cell),
        allowed: list.join(', '),
      });
  }
  if (!named) return;
  const missing = [...occurring].filter((each) => list.includes(each) && !named.includes(each));
  if (missing.length > 0)
    report('error', {
      column: field,
      problem: 'codes that occur and that the description does not name',
      received: missing.join(', '),
      allowed: named.join(', '),
    });
}
