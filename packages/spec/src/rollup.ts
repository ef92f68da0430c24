import * as v from 'valibot';
import { AREA_LEVELS, EXACTNESSES, NATURES, OBSERVATION_STATUSES } from './dataset.ts';
import { type Measure, measureSchema } from './metric.ts';
import { querySchema } from './query.ts';
import { localizedTextSchema } from './text.ts';

const finite = v.pipe(v.number(), v.finite());
const codes = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));
const labels = v.exactOptional(v.record(v.string(), localizedTextSchema));

/** A measure of rows: what a rollup keeps of each of its groups. */
export type Statistic = Exclude<Measure, { op: 'ratio' }>;

/** A dimension, dictionary-coded: `codes` has one entry a row, a place in `values`. */
export const rollupDimensionSchema = v.strictObject({
  values: v.array(v.nullable(v.union([v.string(), finite, v.boolean()]))),
  labels,
  /** Of areas: the codes of the parents, one for each of `values`. */
  levels: v.exactOptional(
    v.array(v.strictObject({ grain: v.picklist(AREA_LEVELS), values: v.array(v.nullable(v.string())), labels })),
  ),
  codes,
});

/** Of one statistic: one value a row; and, where rows of the dataset say where they come from, what each value rests on. */
export const rollupStatisticSchema = v.strictObject({
  measure: measureSchema,
  values: v.array(v.nullable(finite)),
  cells: v.exactOptional(
    v.strictObject({
      list: v.array(
        v.strictObject({
          origins: v.array(v.string()),
          natures: v.array(v.picklist(NATURES)),
          statuses: v.array(v.picklist(OBSERVATION_STATUSES)),
          quotes: v.array(v.string()),
          exactness: v.exactOptional(v.picklist(EXACTNESSES)),
        }),
      ),
      codes,
    }),
  ),
});

/**
 * A small table of sufficient statistics, one row a group of a dataset's rows, from which any question that it covers is
 * answered by regrouping. As it travels: by columns, each of `rows` entries.
 */
export const rollupSchema = v.strictObject({
  /** What it was made for, in canonical form: its dimensions are the rollup's, its metrics those that can be asked. */
  query: querySchema,
  /** Hashes of the datasets' files that were read, as in an answer. */
  vintage: v.string(),
  rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** In the order of the query's. */
  dimensions: v.array(rollupDimensionSchema),
  statistics: v.array(rollupStatisticSchema),
});
export type Rollup = v.InferOutput<typeof rollupSchema>;
