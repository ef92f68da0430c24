import type { ResolvedDimension, ResolvedMetric, ResolvedQuery, Transform, Value } from '@lantu/spec';
import { dimensionOrder } from './order.ts';
import { joined, NOTHING, type Rest } from './rests.ts';
import { periodBefore } from './values.ts';

/** A group with one metric's number and what it rests on. */
export interface Figure {
  readonly values: readonly Value[];
  readonly isOthers: boolean;
  readonly number: number | null;
  readonly rest: Rest;
}

type Result = Pick<Figure, 'number' | 'rest'>;

/**
 * The transform of `metric` over all groups. "Others" are compared among themselves; they are part of no total but have a share of
 * it, and stand nowhere in the order of their own dimension.
 */
export function transformed(
  { transform }: ResolvedMetric,
  resolved: ResolvedQuery,
  figures: readonly Figure[],
): readonly Result[] {
  if (!transform) return figures;
  switch (transform.op) {
    case 'share':
      return shares(figures, transform.within ?? [], resolved);
    case 'rank':
      return ranks(figures, transform, resolved);
    case 'running-total':
      return runningTotals(figures, transform.along, resolved);
    case 'change':
      return changes(figures, transform, resolved);
  }
}

function shares(figures: readonly Figure[], within: readonly string[], resolved: ResolvedQuery): Result[] {
  const isApart = isComparable(within, resolved);
  const totals = new Map<string, number>();
  const keyOf = partition(within, resolved, isApart);
  for (const each of figures) {
    if (each.number === null || (!isApart && each.isOthers)) continue;
    const key = keyOf(each);
    totals.set(key, (totals.get(key) ?? 0) + each.number);
  }
  return figures.map((each) => {
    const total = totals.get(keyOf(each)) ?? 0;
    return { number: each.number === null || total === 0 ? null : each.number / total, rest: each.rest };
  });
}

function ranks(
  figures: readonly Figure[],
  { within = [], order }: Extract<Transform, { op: 'rank' }>,
  resolved: ResolvedQuery,
): Result[] {
  const isRanked = isComparable(within, resolved);
  const places = new Map<Figure, number>();
  for (const peers of partitioned(figures, partition(within, resolved, true))) {
    const sorted = peers.filter((each) => each.number !== null && (isRanked || !each.isOthers)) as (Figure & {
      number: number;
    })[];
    sorted.sort((a, b) => (order === 'asc' ? a.number - b.number : b.number - a.number));
    let place = 0;
    for (const [index, each] of sorted.entries()) {
      if (each.number !== sorted[index - 1]?.number) place = index + 1;
      places.set(each, place);
    }
  }
  return figures.map((each) => ({ number: places.get(each) ?? null, rest: each.rest }));
}

function runningTotals(figures: readonly Figure[], along: string, resolved: ResolvedQuery): Result[] {
  const { dimensions } = resolved;
  const place = dimensions.findIndex((each) => each.name === along);
  const compare = dimensionOrder(dimensions[place] as ResolvedDimension);
  const apart = dimensions.filter((each) => each.name !== along).map((each) => each.name);
  const results = new Map<Figure, Result>();
  for (const peers of partitioned(figures, partition(apart, resolved, true))) {
    let number: number | null = null;
    let rest = NOTHING;
    peers.sort((a, b) => compare(a.values[place] ?? null, b.values[place] ?? null));
    for (const each of peers) {
      if (each.number !== null) number = (number ?? 0) + each.number;
      rest = joined([rest, each.rest]);
      results.set(each, { number, rest });
    }
  }
  const isUnordered = (each: Figure) => each.isOthers && othersOf(resolved)?.name === along;
  return figures.map((each) => (isUnordered(each) ? { number: null, rest: NOTHING } : (results.get(each) as Result)));
}

function changes(
  figures: readonly Figure[],
  { to, form }: Extract<Transform, { op: 'change' }>,
  resolved: ResolvedQuery,
): Result[] {
  const time = resolved.dimensions.findIndex((each) => each.type === 'time');
  const keyOf = ({ values, isOthers }: Figure, period: Value) =>
    JSON.stringify([isOthers, ...values.map((each, place) => (place === time ? period : each))]);
  const byKey = new Map(figures.map((each) => [keyOf(each, each.values[time] ?? null), each]));
  return figures.map((each) => {
    const period = each.values[time];
    const before = typeof period === 'string' ? byKey.get(keyOf(each, periodBefore(period, to))) : undefined;
    return {
      number: changed(each.number, before?.number ?? null, form),
      rest: joined([each.rest, ...(before ? [before.rest] : [])]),
    };
  });
}

function changed(now: number | null, then: number | null, form: 'difference' | 'ratio'): number | null {
  if (now === null || then === null) return null;
  if (form === 'difference') return now - then;
  return then > 0 ? (now - then) / then : null;
}

function othersOf({ limit }: ResolvedQuery): ResolvedDimension | undefined {
  return limit && 'top' in limit && limit.others ? limit.of : undefined;
}

/** True where a partition by `within` has either only others or none, so that they can be treated like any group. */
function isComparable(within: readonly string[], resolved: ResolvedQuery): boolean {
  const of = othersOf(resolved);
  return of === undefined || within.includes(of.name);
}

/** The key of the groups that share the values of `within`; and, with `apart`, are all others or all not. */
function partition(
  within: readonly string[],
  { dimensions }: ResolvedQuery,
  apart: boolean,
): (figure: Figure) => string {
  const places = dimensions.flatMap((each, place) => (within.includes(each.name) ? [place] : []));
  return ({ values, isOthers }) => JSON.stringify([apart && isOthers, ...places.map((place) => values[place] ?? null)]);
}

function partitioned(figures: readonly Figure[], keyOf: (figure: Figure) => string): Figure[][] {
  const parts = new Map<string, Figure[]>();
  for (const each of figures) {
    const key = keyOf(each);
    const part = parts.get(key);
    if (part) part.push(each);
    else parts.set(key, [each]);
  }
  return [...parts.values()];
}
