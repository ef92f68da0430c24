import * as v from 'valibot';

const name = v.pipe(v.string(), v.minLength(1));
const finite = v.pipe(v.number(), v.finite());
const scalar = v.union([v.string(), finite, v.boolean()]);

/** The grains that a dimension can be grouped or filtered at: levels of an area, or of the calendar. */
export const GRAINS = [
  'village',
  'township',
  'county',
  'prefecture',
  'region',
  'day',
  'month',
  'quarter',
  'year',
] as const;
export type Grain = (typeof GRAINS)[number];

const grain = v.exactOptional(v.picklist(GRAINS));

/**
 * A field by name. It is looked for in the dataset; then among the shared dimensions (`area`, `period`, `batch`) that one of its
 * fields holds; then, through a foreign key, in a parent: `project.industry`, where `project` is the key field.
 */
const fieldName = name;

/** Bins of equal width from `origin` (default 0), closed below and open above; a bin's value is its lower edge. */
export const binSchema = v.strictObject({
  width: v.pipe(finite, v.gtValue(0, 'a width above 0')),
  origin: v.exactOptional(finite),
});

/** What to group by. `grain` coarsens an area or a time; `bin` cuts a number into classes. `as` names the answer's column (default: `field`). */
export const dimensionRefSchema = v.strictObject({
  field: fieldName,
  grain,
  bin: v.exactOptional(binSchema),
  as: v.exactOptional(name),
});
export type DimensionRef = v.InferOutput<typeof dimensionRefSchema>;

/**
 * Keeps rows. `in` keeps the listed values (`null` stands for a missing value), `not-in` all others (a missing value is kept
 * unless `null` is listed); `range` keeps values between its bounds and never a missing one. Time values are ISO strings at
 * `grain` (default: as recorded); area values are codes at `grain`: `{field: 'area', grain: 'prefecture', op: 'in', values: ['5401']}`.
 */
export const filterSchema = v.variant('op', [
  v.strictObject({
    field: fieldName,
    grain,
    op: v.picklist(['in', 'not-in']),
    values: v.pipe(v.array(v.nullable(scalar)), v.minLength(1)),
  }),
  v.strictObject({
    field: fieldName,
    grain,
    op: v.literal('range'),
    gte: v.exactOptional(v.union([v.string(), finite])),
    gt: v.exactOptional(v.union([v.string(), finite])),
    lte: v.exactOptional(v.union([v.string(), finite])),
    lt: v.exactOptional(v.union([v.string(), finite])),
  }),
]);
export type Filter = v.InferOutput<typeof filterSchema>;

/** What is done to a metric's column after grouping, over the groups of the answer, before order and limit. Columns are named as in the answer. */
export const transformSchema = v.variant('op', [
  /** The part (0…1) of the total over all groups that share the values of `within` (default: over all). Null where the total is 0. */
  v.strictObject({ op: v.literal('share'), within: v.exactOptional(v.array(name)) }),
  /** The sum so far along the dimension `along`, anew for each combination of the other dimensions. */
  v.strictObject({ op: v.literal('running-total'), along: name }),
  /** 1 for the largest (or the smallest, with `order: 'asc'`); equal values share a rank and the next is skipped; null has none. */
  v.strictObject({
    op: v.literal('rank'),
    within: v.exactOptional(v.array(name)),
    order: v.exactOptional(v.picklist(['asc', 'desc'])),
  }),
  /**
   * Against the calendar period before, or the same one a year before, along the query's time dimension: as a `difference`, or as a
   * `ratio` (0.543 for +54.3 %). Null where that period is not in the data, and for a ratio also where it was not above 0: from
   * nothing, or from a loss, no percentage leads anywhere. 29 February is compared with 28 February of the year before.
   */
  v.strictObject({
    op: v.literal('change'),
    to: v.picklist(['previous', 'year-ago']),
    form: v.picklist(['difference', 'ratio']),
  }),
]);
export type Transform = v.InferOutput<typeof transformSchema>;

/** A metric of the catalog by its code. `as` names the answer's column (default: the code, with the transform's op behind a colon). */
export const metricRefSchema = v.strictObject({
  metric: name,
  transform: v.exactOptional(transformSchema),
  as: v.exactOptional(name),
});
export type MetricRef = v.InferOutput<typeof metricRefSchema>;

/** By a column of the answer. Missing values come last either way. */
export const orderSchema = v.strictObject({ by: name, direction: v.exactOptional(v.picklist(['asc', 'desc'])) });
export type Order = v.InferOutput<typeof orderSchema>;

/** The first rows only; or the `top` values of one dimension by a metric, and, with `others`, one more group of all the rest. */
export const limitSchema = v.union([
  v.strictObject({ rows: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.strictObject({
    top: v.pipe(v.number(), v.integer(), v.minValue(1)),
    of: name,
    by: name,
    others: v.exactOptional(v.boolean()),
  }),
]);
export type Limit = v.InferOutput<typeof limitSchema>;

/**
 * A question as data. What is left out means: no dimension (one row), no filter, ordered by the dimensions ascending, no limit.
 *
 * The answer has a row for each combination of its dimensions' values that is in the data. Where every metric picks its rows by a
 * dimension (an indicator, a kind) and none is a count, only the picked rows are looked at.
 */
export const querySchema = v.strictObject({
  dataset: name,
  dimensions: v.exactOptional(v.array(dimensionRefSchema)),
  metrics: v.pipe(v.array(metricRefSchema), v.minLength(1)),
  filters: v.exactOptional(v.array(filterSchema)),
  order: v.exactOptional(v.array(orderSchema)),
  limit: v.exactOptional(limitSchema),
  /** `cells`: the answer also says, row by row and metric by metric, which origins, natures and statuses it rests on. */
  provenance: v.exactOptional(v.literal('cells')),
});
export type Query = v.InferOutput<typeof querySchema>;
