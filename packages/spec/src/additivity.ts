import { keepsOneValue } from './column.ts';
import { LantuError } from './error.ts';
import type { ResolvedColumn } from './model.ts';
import type { ResolvedDimension, ResolvedMeasure, ResolvedMetric, ResolvedQuery } from './resolved.ts';

/**
 * Refuses a query whose answer would add a metric up over what it does not add up over: values of a dimension ruled `none`
 * brought together by grouping, by a top-N or its "others", or by a transform that sums over groups; periods of one ruled
 * `last` summed by such a transform.
 *
 * @throws {LantuError} `spec/not-additive`, with what to ask instead.
 */
export function checkAdditivity(resolved: ResolvedQuery): void {
  const { metrics, dimensions, limit } = resolved;
  for (const each of metrics) {
    for (const measure of each.measures) checkGrouping(measure, dimensions, resolved);
    checkTransform(each, resolved);
  }
  if (!limit || 'rows' in limit) return;
  for (const measure of limit.by.measures) checkGrouping(measure, [limit.of], resolved);
  if (limit.others) {
    for (const measure of metrics.flatMap((each) => each.measures)) checkOthers(measure, limit.of, resolved);
  }
}

function checkGrouping(measure: ResolvedMeasure, dimensions: readonly ResolvedDimension[], query: ResolvedQuery): void {
  for (const column of measure.none) {
    if (groupsBy(dimensions, column) || hasOneValue(column, measure, query)) continue;
    const merging = dimensions.find((each) => each.column.id === column.id);
    throw notAdditive(
      measure,
      column,
      `group by ${nameOf(column)} as recorded${merging ? `, not at the grain ${merging.grain}` : ''}, or filter it to one value`,
    );
  }
}

function checkOthers(measure: ResolvedMeasure, of: ResolvedDimension, query: ResolvedQuery): void {
  const column = [...measure.none, ...measure.last].find((each) => each.id === of.column.id);
  if (column && !hasOneValue(column, measure, query)) {
    throw notAdditive(measure, column, 'a top-N without "others", which would bring several of its values together');
  }
}

function checkTransform({ metric, transform, measures }: ResolvedMetric, query: ResolvedQuery): void {
  if (transform?.op !== 'share' && transform?.op !== 'running-total') return;
  const word = transform.op === 'share' ? 'share of a total' : 'running total';
  const [measure] = measures;
  if (metric.measure.op !== 'sum' && metric.measure.op !== 'count') {
    throw new LantuError('spec/not-additive', `values of a ${metric.measure.op} do not add up to a ${word}`, {
      where: `metric ${JSON.stringify(metric.code)}`,
      received: transform.op,
      allowed: `a ${word} of a sum or a count`,
    });
  }
  const summed =
    transform.op === 'share'
      ? query.dimensions.filter((each) => !transform.within?.includes(each.name))
      : query.dimensions.filter((each) => each.name === transform.along);
  for (const column of [...measure.none, ...measure.last]) {
    const dimension = summed.find((each) => each.column.id === column.id);
    if (!dimension || hasOneValue(column, measure, query)) continue;
    throw notAdditive(
      measure,
      column,
      transform.op === 'share'
        ? `a share within ${JSON.stringify(dimension.name)}`
        : `a running total along a dimension that it adds up over`,
    );
  }
}

function groupsBy(dimensions: readonly ResolvedDimension[], column: ResolvedColumn): boolean {
  return dimensions.some((each) => each.column.id === column.id && !each.coarsened && !each.bin);
}

function hasOneValue(column: ResolvedColumn, measure: ResolvedMeasure, query: ResolvedQuery): boolean {
  return [...query.filters, ...measure.where].some((each) => each.at.column.id === column.id && keepsOneValue(each));
}

function nameOf(column: ResolvedColumn): string {
  return JSON.stringify(column.path.length === 0 ? (column.dimension?.name ?? column.field.name) : pathOf(column));
}

function pathOf({ path, field }: ResolvedColumn): string {
  return [...path.map((each) => each.field), field.name].join('.');
}

function notAdditive({ metric }: ResolvedMeasure, column: ResolvedColumn, allowed: string): LantuError {
  return new LantuError('spec/not-additive', `the metric does not add up over ${nameOf(column)}`, {
    where: `metric ${JSON.stringify(metric.code)}`,
    allowed,
  });
}
