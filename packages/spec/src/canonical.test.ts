import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalQuery, completeOrder, dimensionName, metricName, queryKey } from './canonical.ts';
import { parseAs } from './check.ts';
import { type Query, querySchema } from './query.ts';

const names = fc.constantFrom('area', 'period', 'kind', '"; --', 'a b');
const grain = fc.constantFrom('county' as const, 'year' as const);
const values = fc.array(fc.constantFrom('a', 'b', "'", 0, 1, 2.5, true, null), { minLength: 1, maxLength: 5 });

const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: (keyof T & string)[]) =>
  fc.record(model, { requiredKeys: required }) as fc.Arbitrary<T>;

const dimension = optional(
  {
    field: names,
    grain,
    as: names,
    bin: optional({ width: fc.constantFrom(1, 10), origin: fc.constantFrom(0, 5) }, ['width']),
  },
  ['field'],
);
const filter = fc.oneof(
  optional({ field: names, grain, op: fc.constantFrom('in', 'not-in'), values }, ['field', 'op', 'values']),
  optional({ field: names, op: fc.constant('range'), gte: fc.integer(), lt: fc.constantFrom('x', 'y') }, [
    'field',
    'op',
  ]),
);
const transform = fc.oneof(
  optional({ op: fc.constant('share'), within: fc.array(names) }, ['op']),
  optional({ op: fc.constant('rank'), within: fc.array(names), order: fc.constantFrom('asc', 'desc') }, ['op']),
  fc.record({ op: fc.constant('running-total'), along: names }),
);
const metric = optional(
  { metric: fc.constantFrom('m.a', 'm.b'), transform, as: fc.constantFrom('m.a', 'm.a:rank', 'c') },
  ['metric'],
);
const order = optional({ by: names, direction: fc.constantFrom('asc', 'desc') }, ['by']);
const limit = fc.oneof(
  fc.record({ rows: fc.integer({ min: 1, max: 9 }) }),
  optional({ top: fc.constant(3), of: names, by: names, others: fc.boolean() }, ['top', 'of', 'by']),
);
const query = optional(
  {
    dataset: names,
    dimensions: fc.array(dimension, { maxLength: 3 }),
    metrics: fc.array(metric, { minLength: 1, maxLength: 3 }),
    filters: fc.array(filter, { maxLength: 4 }),
    order: fc.array(order, { maxLength: 4 }),
    limit,
    provenance: fc.constant('cells'),
  },
  ['dataset', 'metrics'],
) as unknown as fc.Arbitrary<Query>;

/** The same question with its keys, filters and values in another order, some of them twice. */
function rewritten(value: Query): Query {
  const filters = [...(value.filters ?? []), ...(value.filters ?? [])]
    .reverse()
    .map((each) => (each.op === 'range' ? each : { ...each, values: [...each.values, ...each.values].reverse() }));
  const dimensions = value.dimensions?.map((each) => ({ ...each, as: dimensionName(each) }));
  const metrics = value.metrics.map((each) => ({ ...each, as: metricName(each) }));
  const order = (value.order ?? []).map((each) => ({ direction: 'asc' as const, ...each }));
  const entries = Object.entries({ ...value, filters, order, metrics, ...(dimensions && { dimensions }) });
  return Object.fromEntries(entries.reverse()) as Query;
}

describe('canonicalQuery', () => {
  it('is a fixed point, and a query', () => {
    fc.assert(
      fc.property(query, (each) => {
        const once = canonicalQuery(parseAs(querySchema, each, 'it'));
        expect(JSON.stringify(canonicalQuery(once))).toBe(JSON.stringify(once));
        expect(parseAs(querySchema, once, 'it')).toEqual(once);
      }),
    );
  });

  it('is the same for every way of writing a question', () => {
    fc.assert(
      fc.property(query, (each) => {
        expect(queryKey(rewritten(each))).toBe(queryKey(each));
      }),
    );
  });

  it('leaves the rows of the answer in the same order', () => {
    fc.assert(
      fc.property(query, (each) => {
        const columns = (each.dimensions ?? []).map(dimensionName);
        expect(completeOrder(canonicalQuery(each).order ?? [], columns)).toEqual(
          completeOrder(each.order ?? [], columns),
        );
      }),
    );
  });

  it('leaves out what only repeats a default', () => {
    const canonical = canonicalQuery({
      dataset: 'd',
      dimensions: [
        { field: 'area', as: 'area' },
        { field: 'x', bin: { width: 5, origin: 0 } },
      ],
      metrics: [{ metric: 'm', as: 'm:rank', transform: { op: 'rank', order: 'desc', within: [] } }],
      filters: [],
      order: [{ by: 'area', direction: 'asc' }, { by: 'x' }, { by: 'm:rank', direction: 'desc' }],
      limit: { top: 3, of: 'area', by: 'm', others: false },
    });
    expect(canonical).toEqual({
      dataset: 'd',
      dimensions: [{ field: 'area' }, { field: 'x', bin: { width: 5 } }],
      metrics: [{ metric: 'm', transform: { op: 'rank' } }],
      limit: { top: 3, of: 'area', by: 'm' },
    });
  });

  it('keeps what makes another answer: the order of dimensions and metrics, a direction, a null', () => {
    const start: Query = {
      dataset: 'd',
      dimensions: [{ field: 'a' }, { field: 'b' }],
      metrics: [{ metric: 'm' }, { metric: 'n' }],
    };
    const others: Query[] = [
      { ...start, dimensions: [{ field: 'b' }, { field: 'a' }] },
      { ...start, metrics: [{ metric: 'n' }, { metric: 'm' }] },
      { ...start, order: [{ by: 'a', direction: 'desc' }] },
      { ...start, order: [{ by: 'b' }] },
      { ...start, filters: [{ field: 'a', op: 'in', values: ['x'] }] },
      { ...start, filters: [{ field: 'a', op: 'in', values: ['x', null] }] },
      { ...start, filters: [{ field: 'a', op: 'in', values: ['1'] }] },
      { ...start, filters: [{ field: 'a', op: 'in', values: [1] }] },
      { ...start, provenance: 'cells' },
    ];
    expect(new Set([start, ...others].map(queryKey)).size).toBe(others.length + 1);
  });
});
