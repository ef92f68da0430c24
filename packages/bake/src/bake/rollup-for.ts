import {
  AREA_LEVELS,
  type Blueprint,
  columnAtGrain,
  type DimensionRef,
  type Model,
  type Query,
  resolveQuery,
  TIME_GRAINS,
} from '@lantu/spec';

/**
 * What a rollup is made for that is to answer a blueprint in every state of its filters: its query's dimensions, the fields of its
 * filters, and what its metrics need besides: the periods of which the last counts, the values that are counted once.
 *
 * @throws {LantuError} as `resolveQuery` does
 */
export function rollupFor(model: Model, { query, filters = [] }: Blueprint): Query {
  const { dimensions = [], metrics, dataset, filters: own, provenance } = query;
  const measures = resolveQuery(model, {
    dataset,
    metrics,
    ...(dimensions && { dimensions }),
    ...(own && { filters: own }),
  }).metrics.flatMap((each) => each.measures);
  const needed = measures.flatMap(({ metric, measure }) => [
    ...Object.entries(metric.additivity ?? {}).flatMap(([field, rule]) => (rule === 'last' ? [{ field }] : [])),
    ...(measure.op === 'distinct' ? [{ field: measure.field }] : []),
  ]);
  const refs = [
    ...dimensions.map(({ as: _, ...ref }): DimensionRef => ref),
    ...filters.map(({ field, grain }): DimensionRef => ({ field, ...(grain && { grain }) })),
    ...needed,
  ];
  return {
    dataset,
    dimensions: finestOf(model, dataset, refs),
    metrics: metrics.map(({ metric }) => ({ metric })),
    ...(own && { filters: own }),
    ...(provenance && { provenance }),
  };
}

/** Without those that can be told from a finer one of the same column. */
function finestOf(model: Model, dataset: string, refs: readonly DimensionRef[]): DimensionRef[] {
  const seen = refs.map((ref) => ({ ref, at: columnAtGrain(model, dataset, ref.field, ref.grain) }));
  const isToldFrom = (one: (typeof seen)[number], other: (typeof seen)[number]) =>
    !one.ref.bin &&
    !other.ref.bin &&
    one.at.column.id === other.at.column.id &&
    depth(other.at.grain) < depth(one.at.grain);
  const kept = seen.filter((one) => !seen.some((other) => isToldFrom(one, other)));
  return [...new Map(kept.map(({ ref, at }) => [JSON.stringify([at.column.id, at.grain, ref.bin]), ref])).values()];
}

/** The finer, the less; as recorded, where areas of several levels are, is finest. */
function depth(grain: string | undefined): number {
  const levels: readonly string[] = AREA_LEVELS;
  const periods: readonly string[] = TIME_GRAINS;
  return grain === undefined ? -1 : Math.max(levels.indexOf(grain), periods.indexOf(grain));
}
