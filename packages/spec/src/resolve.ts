import { checkAdditivity } from './additivity.ts';
import { canonicalQuery, completeOrder, dimensionName, metricName } from './canonical.ts';
import { parseAs } from './check.ts';
import { columnAtGrain, resolveFilter } from './column.ts';
import type { Dataset } from './dataset.ts';
import { LantuError, quoteValue } from './error.ts';
import type { Metric } from './metric.ts';
import type { Model } from './model.ts';
import { allowedNames } from './nearest.ts';
import { type DimensionRef, type Query, querySchema } from './query.ts';
import type { ResolvedDimension, ResolvedLimit, ResolvedMeasure, ResolvedMetric, ResolvedQuery } from './resolved.ts';

/**
 * `query` with its names looked up in `model`.
 *
 * @throws {LantuError} `spec/invalid` where it is no query, names two columns alike, or filters by a value that the field
 * cannot hold; `spec/unknown-dataset`, `spec/unknown-field`, `spec/unknown-metric`; `spec/not-additive` where a metric would be
 * added up over what it does not add up over, with what to ask instead; `spec/unsupported` for a combination without meaning.
 */
export function resolveQuery(model: Model, query: Query): ResolvedQuery {
  return resolveCanonical(model, canonicalQuery(parseAs(querySchema, query, 'the query')));
}

/**
 * As {@link resolveQuery}, for a query that is known to be one and is in canonical form, as a place is asked it. It needs no
 * checks of form, which weigh more than all the rest.
 *
 * @throws {LantuError} as {@link resolveQuery}, but for `spec/invalid` for what is no query
 */
export function resolveCanonical(model: Model, canonical: Query): ResolvedQuery {
  const dataset = model.dataset(canonical.dataset);
  const dimensions = (canonical.dimensions ?? []).map((ref) => resolveDimension(model, dataset, ref));
  const metrics = canonical.metrics.map((ref): ResolvedMetric => {
    const metric = model.metric(ref.metric, dataset.name);
    return {
      name: metricName(ref),
      metric,
      measures: measuresOf(model, metric),
      ...(ref.transform && { transform: ref.transform }),
    };
  });
  const names = [...dimensions, ...metrics].map((each) => each.name);
  refuseRepeated(names);
  for (const { by } of canonical.order ?? []) requireName(by, names, 'order');
  const filters = (canonical.filters ?? []).map((filter) => resolveFilter(model, dataset.name, filter));
  const limit = resolveLimit(canonical, dimensions, metrics);
  const resolved: ResolvedQuery = {
    query: canonical,
    dataset,
    dimensions,
    metrics,
    filters,
    order: completeOrder(
      canonical.order ?? [],
      dimensions.map((each) => each.name),
    ),
    ...(limit && { limit }),
  };
  checkTransforms(resolved);
  checkAdditivity(resolved);
  return resolved;
}

function resolveDimension(model: Model, dataset: Dataset, ref: DimensionRef): ResolvedDimension {
  const at = columnAtGrain(model, dataset.name, ref.field, ref.grain);
  if (ref.bin && at.type !== 'number') {
    throw new LantuError('spec/unsupported', 'only a field of numbers can be cut into bins', {
      where: `dimension ${quoteValue(ref.field)}`,
      received: at.column.field.type,
      allowed: 'a field of type integer or number',
    });
  }
  const shared = model.dimension(ref.field) !== undefined && at.column.dimension?.name === ref.field;
  return {
    ...at,
    name: dimensionName(ref),
    shared,
    ...(ref.bin && { bin: { width: ref.bin.width, origin: ref.bin.origin ?? 0 } }),
  };
}

/** The measures that `metric` is computed from: itself, or the numerator and denominator of a ratio. */
export function measuresOf(model: Model, metric: Metric): ResolvedMetric['measures'] {
  const { measure } = metric;
  if (measure.op !== 'ratio') return [resolveMeasure(model, metric, measure)];
  const part = (code: string): ResolvedMeasure => {
    const inner = model.metric(code, metric.dataset);
    if (inner.measure.op !== 'ratio') return resolveMeasure(model, inner, inner.measure);
    throw new LantuError('catalog/invalid', 'a ratio divides metrics that are no ratios themselves', {
      where: `metric ${JSON.stringify(metric.code)}`,
      received: quoteValue(code),
      allowed: 'a count, sum, mean or other measure of rows',
    });
  };
  return [part(measure.numerator), part(measure.denominator)];
}

function resolveMeasure(model: Model, metric: Metric, measure: ResolvedMeasure['measure']): ResolvedMeasure {
  const rules = Object.entries(metric.additivity ?? {});
  const ruled = (rule: string) =>
    rules.filter(([, each]) => each === rule).map(([name]) => model.column(metric.dataset, name));
  return {
    metric,
    measure,
    where: (measure.where ?? []).map((filter) => resolveFilter(model, metric.dataset, filter)),
    last: ruled('last'),
    none: ruled('none'),
    ...(measure.op !== 'count' && { column: model.column(metric.dataset, measure.field) }),
  };
}

function resolveLimit(
  { limit }: Query,
  dimensions: readonly ResolvedDimension[],
  metrics: readonly ResolvedMetric[],
): ResolvedLimit | undefined {
  if (!limit || 'rows' in limit) return limit;
  const of = dimensions.find((each) => each.name === limit.of);
  const by = metrics.find((each) => each.name === limit.by);
  if (!of) throw unknownName(limit.of, dimensions, 'limit.of names no dimension of the query');
  if (!by) throw unknownName(limit.by, metrics, 'limit.by names no metric of the query');
  if (by.transform) {
    throw new LantuError('spec/unsupported', 'the top values are found by a metric as such, not by a transformed one', {
      received: quoteValue(limit.by),
      allowed: allowedNames(
        metrics.filter((each) => !each.transform).map((each) => each.name),
        limit.by,
      ),
    });
  }
  return { top: limit.top, of, by, others: limit.others ?? false };
}

function checkTransforms({ dimensions, metrics }: ResolvedQuery): void {
  const names = dimensions.map((each) => each.name);
  for (const { name, transform } of metrics) {
    if (transform?.op === 'share' || transform?.op === 'rank') {
      for (const each of transform.within ?? []) requireName(each, names, `the ${transform.op} of ${quoteValue(name)}`);
    } else if (transform?.op === 'running-total') {
      requireName(transform.along, names, `the running total of ${quoteValue(name)}`);
    } else if (transform?.op === 'change') {
      const times = dimensions.filter((each) => each.type === 'time');
      if (times.length === 1) continue;
      throw new LantuError('spec/unsupported', 'a change needs exactly one dimension of time to look back along', {
        where: `metric ${quoteValue(name)}`,
        received: times.length === 0 ? 'none' : times.map((each) => JSON.stringify(each.name)).join(', '),
        allowed: 'one dimension of time in the query',
      });
    }
  }
}

function refuseRepeated(names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated === undefined) return;
  throw new LantuError('spec/invalid', 'two columns of the answer would have the same name', {
    received: quoteValue(repeated),
    allowed: 'different names: give one of them another with "as"',
  });
}

function requireName(name: string, names: readonly string[], where: string): void {
  if (names.includes(name)) return;
  throw unknownName(
    name,
    names.map((each) => ({ name: each })),
    `${where} names no such column of the answer`,
  );
}

function unknownName(name: string, columns: readonly { readonly name: string }[], problem: string): LantuError {
  return new LantuError('spec/unknown-field', problem, {
    received: quoteValue(name),
    allowed: allowedNames(
      columns.map((each) => each.name),
      name,
    ),
  });
}
