import {
  type Answer,
  canonicalQuery,
  columnOf,
  type DimensionRef,
  LantuError,
  type Model,
  type Query,
  quoteValue,
  resolveQuery,
  type Statistic,
  type Value,
} from '@lantu/spec';
import { audit } from '../../disclosure/audit.ts';
import type { Equation } from '../../disclosure/equation.ts';
import type { NativeDuckDB } from '../duckdb/native.ts';
import { refusal, rowKeys } from './cells.ts';
import { type Guard, guardCode, guardedModel, guardsOf, withoutRules } from './guards.ts';

/** Beyond this, what cannot be checked is refused. */
const MOST_ATOMS = 300_000;

/** Numbers that are published together: an answer's, or those of every group of a rollup. */
export interface PublishedCells {
  readonly query: Query;
  /** Left out for a rollup: all its groups are published. */
  readonly answer?: Answer;
}

/** Sums or counts of one field of one dataset. */
interface Release {
  readonly dataset: string;
  /** How cases are counted; undefined where no metric of the release has a rule. */
  guard?: Guard;
  readonly sums: Map<string, Sums>;
}

/** Published cells of one metric. What the metric picks its rows by is among the filters. */
interface Sums extends PublishedCells {
  readonly minimum: number;
}

/** A part of the data that published cells tell apart from all others. */
interface Atom {
  readonly words: string;
  /** The published cells that it is in. */
  readonly cells: Set<number>;
  cases: number;
  /** The largest minimum of the metrics that it is a part of. */
  minimum: number;
}

/**
 * Refuses numbers from which one that rests on too few cases could be worked out: a total less the parts that are shown, here or in
 * another widget. Sums and counts are looked at, all widgets of a run together.
 *
 * The data are cut into the parts that published cells tell apart; each published sum is an equation over them. A part that the
 * equations determine is as good as published.
 *
 * @throws {LantuError} `data/disclosure` with the part, its cases and what is allowed
 */
export async function checkDifferences(
  duckdb: NativeDuckDB,
  model: Model,
  published: readonly PublishedCells[],
): Promise<void> {
  const free = withoutRules(model);
  for (const { dataset, guard, sums } of releasesOf(free, published)) {
    if (guard && sums.size > 1) await checkRelease(duckdb, free, dataset, guard, [...sums.values()]);
  }
}

function releasesOf(model: Model, published: readonly PublishedCells[]): Release[] {
  const releases = new Map<string, Release>();
  for (const { query, answer } of published) {
    const { dataset } = query;
    const metrics = unique(query.metrics.map(({ metric }) => ({ metric })));
    const guards = guardsOf(model, { dataset, metrics });
    for (const measure of resolveQuery(model, { dataset, metrics }).metrics.flatMap((each) => each.measures)) {
      const { op, where = [] } = measure.measure;
      if ((op !== 'count' && op !== 'sum') || measure.last.length > 0) continue;
      const own = guards.filter((each) => each.measure.metric.code === measure.metric.code);
      const minimum = Math.max(0, ...own.map((each) => each.minimum));
      const key = JSON.stringify([dataset, op, measure.column?.id ?? null]);
      const release: Release = releases.get(key) ?? { dataset, sums: new Map() };
      releases.set(key, release);
      if (own[0]) release.guard ??= own[0];
      const filters = [...(query.filters ?? []), ...where];
      const sums: Sums = {
        query: { ...query, ...(filters.length > 0 && { filters }) },
        minimum,
        ...(answer && { answer }),
      };
      release.sums.set(identity(sums), sums);
    }
  }
  return [...releases.values()];
}

async function checkRelease(
  duckdb: NativeDuckDB,
  model: Model,
  dataset: string,
  guard: Guard,
  published: readonly Sums[],
): Promise<void> {
  const refs = unique(published.flatMap(({ query }) => refsOf(query)));
  const counting = guardedModel(model, [{ ...guard, cases: withoutWhere(guard) }]);
  const atoms = new Map<string, Atom>();
  let cellCount = 0;
  for (const sums of published) {
    const { filters } = sums.query;
    const asked: Query = {
      dataset,
      dimensions: refs.map((ref, index) => ({ ...ref, as: String(index) })),
      metrics: [{ metric: guardCode(0) }],
      ...(filters && { filters }),
    };
    await requireFew(duckdb, counting, asked, refs);
    const found = await duckdb.answer(counting, asked);
    const cellOf = numbering(sums, refs, cellCount);
    const cases = columnOf(found, guardCode(0)).values as readonly (number | null)[];
    const columns = refs.map((_, index) => columnOf(found, String(index)).values);
    for (const [row, count] of cases.entries()) {
      if (!count) continue;
      const values = columns.map((each) => each[row] ?? null);
      const cell = cellOf.number(values);
      if (cell === undefined) continue;
      const key = JSON.stringify(values);
      const words = refs.map(({ field, grain }, index) => `${field}${grain ? ` (${grain})` : ''} ${values[index]}`);
      const atom = atoms.get(key) ?? { words: words.join(', '), cells: new Set(), cases: count, minimum: 0 };
      atoms.set(key, atom);
      atom.cells.add(cell);
      atom.minimum = Math.max(atom.minimum, sums.minimum);
    }
    cellCount = cellOf.end();
  }
  const parts = mergedBySharing([...atoms.values()]);
  const small = determined(parts).filter((each) => each.cases > 0 && each.cases < each.minimum);
  if (small.length > 0)
    throw refusal(
      guard,
      small.map((each) => ({ cell: each.words, cases: each.cases })),
      'numbers that rest on too few cases could be worked out from those that are published',
    );
}

async function requireFew(
  duckdb: NativeDuckDB,
  model: Model,
  asked: Query,
  refs: readonly DimensionRef[],
): Promise<void> {
  const count = await duckdb.countRows(model, asked);
  if (count <= MOST_ATOMS) return;
  throw new LantuError(
    'data/disclosure',
    'too many parts to find out what could be worked out from what is published',
    {
      where: `dataset ${quoteValue(asked.dataset)}, by ${refs.map((each) => each.field).join(', ')}`,
      received: `${count} parts`,
      allowed: `${MOST_ATOMS}; coarser grains, or fewer different dimensions and filters among the widgets of the dataset`,
    },
  );
}

function withoutWhere({ cases }: Guard): Statistic {
  if (cases.op !== 'count') {
    const { where: _, ...rest } = cases;
    return rest;
  }
  const present = cases.where?.filter(
    (each) => each.op === 'not-in' && each.values.length === 1 && each.values[0] === null,
  );
  return { op: 'count', ...(present && present.length > 0 && { where: present }) };
}

/** Atoms that always stand in the same cells cannot be told apart: their sum is what could be worked out. */
function mergedBySharing(atoms: readonly Atom[]): Atom[] {
  const merged = new Map<string, Atom>();
  for (const each of atoms) {
    const key = [...each.cells].sort((a, b) => a - b).join(' ');
    const known = merged.get(key);
    if (!known) merged.set(key, { ...each });
    else {
      const words = `${known.words.replace(/ and others$/, '')} and others`;
      merged.set(key, { ...known, words, cases: known.cases + each.cases });
    }
  }
  return [...merged.values()];
}

/** The parts that follow from the published sums. */
function determined(parts: readonly Atom[]): Atom[] {
  const members = new Map<number, number[]>();
  for (const [part, { cells }] of parts.entries()) {
    for (const cell of cells) members.set(cell, [...(members.get(cell) ?? []), part]);
  }
  const equations = [...members.values()].map(
    (each, index): Equation => ({ total: parts.length + index, parts: each }),
  );
  const unknown = new Set(parts.keys());
  // One by one first, as far as that goes: elimination over thousands of parts that stand for themselves would take minutes.
  for (let before = -1; before !== unknown.size; ) {
    before = unknown.size;
    for (const { parts: each } of equations) {
      const open = each.filter((part) => unknown.has(part));
      if (open.length === 1) unknown.delete(open[0] as number);
    }
  }
  for (const part of audit(unknown, equations)) unknown.delete(part);
  return parts.filter((_, part) => !unknown.has(part));
}

/** Numbers the cells of one answer or rollup from `start` on: by the values of its own dimensions among those of `refs`. */
function numbering({ query, answer }: PublishedCells, refs: readonly DimensionRef[], start: number) {
  const { dimensions = [], limit } = query;
  const texts = refs.map((each) => JSON.stringify(each));
  const places = dimensions.map((each) => texts.indexOf(JSON.stringify(plain(each))));
  const shown = answer && new Set(rowKeys(answer));
  const of = limit && 'top' in limit ? dimensions.findIndex((each) => (each.as ?? each.field) === limit.of) : -1;
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const known = numbers.get(key) ?? start + numbers.size;
    numbers.set(key, known);
    return known;
  };
  return {
    /** Undefined for what the answer does not show. */
    number(values: readonly Value[]): number | undefined {
      const own = places.map((each) => values[each] ?? null);
      const key = JSON.stringify([...own, false]);
      if (!shown || shown.has(key)) return numberOf(key);
      const others = JSON.stringify([...own.map((each, index) => (index === of ? null : each)), true]);
      return shown.has(others) ? numberOf(others) : undefined;
    },
    end: () => start + numbers.size,
  };
}

function refsOf({ dimensions = [], filters = [] }: Query): DimensionRef[] {
  return [...dimensions.map(plain), ...filters.map(({ field, grain }) => ({ field, ...(grain && { grain }) }))];
}

function plain({ as: _, ...ref }: DimensionRef): DimensionRef {
  return ref;
}

function identity({ query, answer }: PublishedCells): string {
  const { dataset, dimensions = [], filters = [], limit } = canonicalQuery(query);
  return JSON.stringify([dataset, dimensions.map(plain), filters, answer ? (limit ?? null) : null]);
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((each) => [JSON.stringify(each), each])).values()];
}
