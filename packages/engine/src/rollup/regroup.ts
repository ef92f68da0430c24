import type { Answer, Model, ResolvedMetric, Value } from '@lantu/spec';
import { assembled, type Group, type Grouped } from './assemble.ts';
import type { Cover, SeenDimension } from './cover.ts';
import { type Grouping, groupRows, valueIn } from './grouping.ts';
import { metricValues } from './measure.ts';
import { dimensionOrder } from './order.ts';
import { metricRests, overallRest } from './rests.ts';
import { Scope } from './scope.ts';
import { compareLast } from './values.ts';

/** The answer to a covered question: the rollup's rows filtered, brought together and finished. */
export function regrouped(model: Model, cover: Cover): Answer {
  return assembled(groupsOf(cover), model, cover.resolved, cover.dimensions, cover.table.rollup.vintage);
}

function groupsOf(cover: Cover): Grouped {
  const { resolved, dimensions } = cover;
  const { limit, metrics } = resolved;
  const scope = new Scope(cover);
  const all = groupRows(scope.rows, dimensions);
  const groups = groupsIn(all, scope, false);
  const rest = overallRest(metrics, all, scope);
  if (!limit || 'rows' in limit) return { groups, rest };

  const of = dimensions.find((each) => each.dimension === limit.of) as SeenDimension;
  const top = new Set(topValues(of, limit.by, limit.top, scope));
  const isTop = (value: Value) => top.has(value);
  if (!limit.others) return { groups, rest, isTop };
  const remaining = scope.rows.filter((row) => !top.has(valueIn(of, row)));
  if (remaining.length === 0) return { groups, rest, isTop };
  const apart = dimensions.filter((each) => each !== of);
  return { groups: [...groups, ...groupsIn(groupRows(remaining, apart), scope, true)], rest, isTop };
}

function groupsIn(grouping: Grouping, scope: Scope, isOthers: boolean): Group[] {
  const { resolved, dimensions } = scope.cover;
  const numbers = resolved.metrics.map((each) => metricValues(each, grouping, scope));
  const rests = resolved.query.provenance ? resolved.metrics.map((each) => metricRests(each, grouping, scope)) : [];
  return Array.from(grouping.first, (row, group) => ({
    values: dimensions.map((each) => (row >= 0 && grouping.dimensions.includes(each) ? valueIn(each, row) : null)),
    isOthers,
    numbers: numbers.map((each) => each[group] ?? null),
    rests: rests.flatMap((each) => each[group] ?? []),
  }));
}

function topValues(of: SeenDimension, by: ResolvedMetric, count: number, scope: Scope): Value[] {
  const grouping = groupRows(scope.rows, [of]);
  const compare = dimensionOrder(of.dimension);
  return metricValues(by, grouping, scope)
    .map((number, group) => ({ number, value: valueIn(of, grouping.first[group] as number) }))
    .sort((a, b) => compareLast(a.number, b.number, 'desc') || compare(a.value, b.value))
    .slice(0, count)
    .map((each) => each.value);
}
