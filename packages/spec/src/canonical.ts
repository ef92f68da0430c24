import type { DimensionRef, Filter, Limit, MetricRef, Order, Query, Transform } from './query.ts';

/** The name of a dimension's column in the answer: `as`, or the field. */
export function dimensionName(ref: DimensionRef): string {
  return ref.as ?? ref.field;
}

/** The name of a metric's column in the answer: `as`, or the code, with the transform's op behind a colon. */
export function metricName(ref: MetricRef): string {
  return ref.as ?? defaultMetricName(ref);
}

/**
 * `query` in the one form that all ways of writing the same question share: what only repeats a default is left out, lists
 * whose order means nothing (filters, their values, `within`) are sorted and freed of repetitions, and of the order only that
 * is kept which the answer would not have without it. The order of dimensions and metrics is that of the answer's columns, and
 * stays. The form is a fixed point: it is its own canonical form.
 *
 * Two forms that only a catalog can show to be equal (a grain left out, or the recorded grain written out) stay apart.
 */
export function canonicalQuery(query: Query): Query {
  const dimensions = (query.dimensions ?? []).map(canonicalDimension);
  const metrics = query.metrics.map(canonicalMetric);
  const filters = sortedUnique((query.filters ?? []).map(canonicalFilter));
  const order = canonicalOrder(query.order ?? [], dimensions.map(dimensionName));
  return {
    dataset: query.dataset,
    ...(dimensions.length > 0 && { dimensions }),
    metrics,
    ...(filters.length > 0 && { filters }),
    ...(order.length > 0 && { order }),
    ...(query.limit && { limit: canonicalLimit(query.limit) }),
    ...(query.provenance && { provenance: query.provenance }),
  };
}

/** The text that equal questions share and different ones do not: the JSON of the canonical form. */
export function queryKey(query: Query): string {
  return JSON.stringify(canonicalQuery(query));
}

/**
 * `order` followed by the dimensions that it does not name, ascending: the order in which rows really stand. It ends where the
 * rows are told apart, as no later entry could move one.
 */
export function completeOrder(order: readonly Order[], dimensionNames: readonly string[]): Required<Order>[] {
  const left = new Set(dimensionNames);
  const named = new Set<string>();
  const complete: Required<Order>[] = [];
  for (const { by, direction = 'asc' } of [...order, ...dimensionNames.map((name): Order => ({ by: name }))]) {
    if (left.size === 0) break;
    if (named.has(by)) continue;
    named.add(by);
    left.delete(by);
    complete.push({ by, direction });
  }
  return complete;
}

function canonicalOrder(order: readonly Order[], dimensionNames: readonly string[]): Order[] {
  const complete = completeOrder(order, dimensionNames);
  const wanted = JSON.stringify(complete);
  let length = 0;
  while (JSON.stringify(completeOrder(complete.slice(0, length), dimensionNames)) !== wanted) length += 1;
  return complete.slice(0, length).map(({ by, direction }) => ({ by, ...(direction === 'desc' && { direction }) }));
}

function canonicalDimension({ field, grain, bin, as }: DimensionRef): DimensionRef {
  return {
    field,
    ...(grain && { grain }),
    ...(bin && { bin: { width: bin.width, ...(bin.origin && { origin: bin.origin }) } }),
    ...(as !== undefined && as !== field && { as }),
  };
}

function canonicalMetric(ref: MetricRef): MetricRef {
  const { metric, as } = ref;
  const transform = ref.transform && canonicalTransform(ref.transform);
  return {
    metric,
    ...(transform && { transform }),
    ...(as !== undefined && as !== defaultMetricName(ref) && { as }),
  };
}

function canonicalTransform(transform: Transform): Transform {
  switch (transform.op) {
    case 'share':
      return { op: 'share', ...canonicalWithin(transform.within) };
    case 'rank':
      return { op: 'rank', ...canonicalWithin(transform.within), ...(transform.order === 'asc' && { order: 'asc' }) };
    case 'running-total':
      return { op: 'running-total', along: transform.along };
    case 'change':
      return { op: 'change', to: transform.to, form: transform.form };
  }
}

function canonicalWithin(within: readonly string[] | undefined): { within?: string[] } {
  return within && within.length > 0 ? { within: sortedUnique(within) } : {};
}

function canonicalFilter(filter: Filter): Filter {
  const head = { field: filter.field, ...(filter.grain && { grain: filter.grain }) };
  if (filter.op !== 'range') return { ...head, op: filter.op, values: sortedUnique(filter.values) };
  const { gte, gt, lte, lt } = filter;
  return {
    ...head,
    op: 'range',
    ...(gte !== undefined && { gte }),
    ...(gt !== undefined && { gt }),
    ...(lte !== undefined && { lte }),
    ...(lt !== undefined && { lt }),
  };
}

function canonicalLimit(limit: Limit): Limit {
  if ('rows' in limit) return { rows: limit.rows };
  return { top: limit.top, of: limit.of, by: limit.by, ...(limit.others && { others: true }) };
}

function defaultMetricName({ metric, transform }: MetricRef): string {
  return transform ? `${metric}:${transform.op}` : metric;
}

/** The different elements of `list`, told apart and ordered by their JSON text. */
function sortedUnique<T>(list: readonly T[]): T[] {
  const byText = new Map(list.map((each) => [JSON.stringify(each), each]));
  return [...byText.keys()].sort().map((text) => JSON.parse(text) as T);
}
