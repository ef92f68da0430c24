import { LantuError, quoteValue } from '@lantu/spec';
import type { AreaIndex } from '../area/index-of-areas.ts';
import { audit } from '../disclosure/audit.ts';
import type { Equation } from '../disclosure/equation.ts';
import { protect } from '../disclosure/protect.ts';
import { type Contribution, type DisclosureReason, primaryReason } from '../disclosure/rules.ts';
import type { Cell, Table } from '../package/table.ts';
import type { Disclosure } from './description.ts';
import { totalsOf } from './totals.ts';

/** How many cells of a dataset were hidden and why; never which numbers. */
export interface Suppression {
  readonly dataset: string;
  readonly measure: string;
  readonly reason: DisclosureReason;
  readonly cells: number;
  readonly of: number;
}

/** The tables that may be published: the dataset and its totals, with cells hidden together. */
export interface Protected {
  readonly tables: readonly Table[];
  readonly suppressions: readonly Suppression[];
}

const REASONS: readonly DisclosureReason[] = [
  'small-count',
  'few-contributors',
  'dominant-contributor',
  'complementary',
];

const STATUS = {
  name: 'status',
  type: 'string',
  constraints: { required: true },
  'lantu:title': { 'zh-CN': '观测状态', en: 'Observation status' },
  'lantu:role': 'attribute',
} as const;

/**
 * A table and its totals with every cell hidden that a rule asks for, and as many others as keep the hidden ones from being
 * worked out. A hidden cell is null with status Q, a missing one null with status L.
 *
 * @throws {LantuError} `data/disclosure` where a field is missing, or where hiding cells is not enough: then a total must go.
 */
export function suppress(table: Table, disclosure: Disclosure, areas: AreaIndex | undefined): Protected {
  requireFields(table, disclosure);
  const { measure, rule } = disclosure;
  const totals = disclosure.totals.map((each) => totalsOf(table, disclosure, each, areas));
  const tables = [table, ...totals.map((each) => each.table)];
  const offsets = tables.map((_, index) =>
    tables.slice(0, index).reduce((sum, each) => sum + rowsOf(each, measure), 0),
  );
  const equations: Equation[] = totals.flatMap(({ parts }, index) =>
    parts.map((rows, row) => ({ total: (offsets[index + 1] ?? 0) + row, parts: rows })),
  );
  const values = tables.flatMap((each) => [...(each.columns[measure] ?? [])]).map(numberOf);
  const primary = new Map<number, DisclosureReason>();
  for (const [index, each] of tables.entries()) {
    for (let row = 0; row < rowsOf(each, measure); row++) {
      if (!isCovered(each, disclosure, row)) continue;
      const reason = primaryReason(numberOf(each.columns[measure]?.[row]), rule, contributionOf(each, disclosure, row));
      if (reason) primary.set((offsets[index] ?? 0) + row, reason);
    }
  }
  const hidden = protectedCells(values, primary, equations, table.name);
  const published = tables.map((each, index) =>
    publish(each, disclosure, (row) => hidden.has((offsets[index] ?? 0) + row)),
  );
  const suppressions = tables.flatMap((each, index) =>
    tally(each, measure, (row) => hidden.get((offsets[index] ?? 0) + row)),
  );
  return { tables: published, suppressions };
}

function protectedCells(
  values: readonly (number | null)[],
  primary: ReadonlyMap<number, DisclosureReason>,
  equations: readonly Equation[],
  dataset: string,
): ReadonlyMap<number, DisclosureReason> {
  try {
    const hidden = protect(values, primary, equations);
    const recovered = audit(new Set(hidden.keys()), equations);
    if (recovered.length > 0)
      throw new RangeError(`${recovered.length} hidden cells can be worked out from what is published`);
    return hidden;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new LantuError('data/disclosure', 'what must be hidden could be worked out from the totals', {
      where: `dataset ${quoteValue(dataset)}`,
      received: cause.message,
      allowed: 'fewer totals',
      cause,
    });
  }
}

function requireFields({ name, fields }: Table, { measure, rule, where = {}, totals }: Disclosure): void {
  const numbers = [measure, ...(rule.kind === 'money' ? [rule.contributorsField, rule.largestField] : [])];
  const others = [...Object.keys(where), ...totals.map((each) => each.over)];
  for (const wanted of [...numbers, ...others]) {
    const field = fields.find((each) => each.name === wanted);
    const isRight = field && (!numbers.includes(wanted) || field.type === 'integer' || field.type === 'number');
    if (isRight) continue;
    const received = field ? `${quoteValue(wanted)}, ${field.type}` : quoteValue(wanted);
    throw new LantuError('data/disclosure', field ? 'a field of numbers is asked for' : 'no such field', {
      where: `disclosure of dataset ${quoteValue(name)}`,
      received,
      allowed: fields.map((each) => each.name).join(', '),
    });
  }
}

function isCovered({ columns }: Table, { where = {} }: Disclosure, row: number): boolean {
  return Object.entries(where).every(
    ([field, values]) => !columns[field] || values.includes(String(columns[field][row])),
  );
}

function contributionOf({ columns }: Table, { rule }: Disclosure, row: number): Contribution | undefined {
  if (rule.kind === 'count') return undefined;
  return {
    contributors: numberOf(columns[rule.contributorsField]?.[row]) ?? 0,
    largest: numberOf(columns[rule.largestField]?.[row]) ?? 0,
  };
}

function publish(table: Table, { measure, rule }: Disclosure, isHidden: (row: number) => boolean): Table {
  const secret = rule.kind === 'money' ? [rule.contributorsField, rule.largestField] : [];
  const cells = table.columns[measure] ?? [];
  const columns = Object.fromEntries(Object.entries(table.columns).filter(([name]) => !secret.includes(name)));
  const { status: _, ...rest } = table;
  return {
    ...rest,
    fields: [...table.fields.filter((each) => !secret.includes(each.name)), STATUS],
    columns: {
      ...columns,
      [measure]: cells.map((cell, row) => (isHidden(row) ? null : cell)),
      [STATUS.name]: cells.map((cell, row) => (isHidden(row) ? 'Q' : cell === null ? 'L' : 'A')),
    },
    provenance: { ...table.provenance, status: STATUS.name },
    metrics: table.metrics
      .filter((each) => !('field' in each.measure && secret.includes(each.measure.field)))
      .map((each) =>
        rule.kind === 'count' && 'field' in each.measure && each.measure.field === measure
          ? { ...each, minimumCount: rule.minimum }
          : each,
      ),
  };
}

function tally(table: Table, measure: string, reasonOf: (row: number) => DisclosureReason | undefined): Suppression[] {
  const of = rowsOf(table, measure);
  return REASONS.flatMap((reason) => {
    let cells = 0;
    for (let row = 0; row < of; row++) if (reasonOf(row) === reason) cells += 1;
    return cells === 0 ? [] : [{ dataset: table.name, measure, reason, cells, of }];
  });
}

function rowsOf({ columns }: Table, measure: string): number {
  return columns[measure]?.length ?? 0;
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
