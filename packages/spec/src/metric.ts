import * as v from 'valibot';
import { filterSchema } from './query.ts';
import { localizedTextSchema } from './text.ts';

const code = v.pipe(v.string(), v.minLength(1));
const where = v.exactOptional(v.array(filterSchema));

/** How a metric's number comes out of rows. `where` keeps only some rows for this metric alone. Nulls never take part. */
export const measureSchema = v.variant('op', [
  /** The number of rows. */
  v.strictObject({ op: v.literal('count'), where }),
  /** `sum` of nothing is null, not 0. `variance` and `stddev` are the sample's (n − 1), null below two rows. */
  v.strictObject({
    op: v.picklist(['sum', 'mean', 'min', 'max', 'median', 'variance', 'stddev', 'distinct']),
    field: code,
    where,
  }),
  /** Continuous quantile, linear between the two nearest rows (Hyndman and Fan's type 7). */
  v.strictObject({
    op: v.literal('quantile'),
    field: code,
    p: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    where,
  }),
  /** One metric of the same dataset divided by another; null where the divisor is 0 or null. */
  v.strictObject({ op: v.literal('ratio'), numerator: code, denominator: code }),
]);
export type Measure = v.InferOutput<typeof measureSchema>;

/**
 * What happens when a metric is asked for over several values of a dimension at once: `sum`, they add up; `last`, only for time:
 * the last period in scope counts (a stock, such as a number of villages); `none`: it is an error, and the query must group by the
 * dimension or filter it to one value.
 *
 * The last period in scope is one for all groups, taken anew within each period that the query groups by. It is the last that has
 * rows which pass the query's filters and those of the metric's `where` that are on dimensions (an indicator, a kind). Those on
 * measures (an income below 50,000) do not decide: where no village is below it in the last year, the count is 0, and not that of an
 * earlier year.
 */
export const ADDITIVITIES = ['sum', 'last', 'none'] as const;

export const metricSchema = v.strictObject({
  /** Unique in the catalog, `dataset.words-with-hyphens`. */
  code,
  dataset: code,
  title: localizedTextSchema,
  description: v.exactOptional(localizedTextSchema),
  /** The code of a unit in the catalog. */
  unit: code,
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  measure: measureSchema,
  /** By the name of a dimension or field; what is not named adds up. */
  additivity: v.exactOptional(v.record(v.string(), v.picklist(ADDITIVITIES))),
  /** Which way is good, for wording and colour of a change; left out where neither is. */
  better: v.exactOptional(v.picklist(['more', 'less'])),
  /** A cell resting on fewer cases than this is not published. */
  minimumCount: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type Metric = v.InferOutput<typeof metricSchema>;
