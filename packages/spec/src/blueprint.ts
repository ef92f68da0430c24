import * as v from 'valibot';
import { GRAINS, querySchema } from './query.ts';
import { localizedTextSchema } from './text.ts';

const column = v.pipe(v.string(), v.minLength(1));

/** The ways to draw an answer. */
export const CHART_TYPES = ['bar', 'line', 'kpi', 'table'] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/**
 * How to draw. Columns are named as in the answer; what is left out is chosen from the answer: `x` its first dimension (of a
 * `line`, the first with an order), `y` its first metric (`line` and grouped `bar`: all of them), `series` its second dimension.
 */
export const chartSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('bar'),
    x: v.exactOptional(column),
    y: v.exactOptional(column),
    series: v.exactOptional(column),
    /** `vertical` (default for time and few short names) draws columns; `horizontal` suits long names. Left out: chosen from the data. */
    orientation: v.exactOptional(v.picklist(['vertical', 'horizontal'])),
    /** How bars of several series stand: beside each other (default) or on top. */
    layout: v.exactOptional(v.picklist(['grouped', 'stacked'])),
    /** Values written at the bars: `auto` (default) where they fit. */
    labels: v.exactOptional(v.picklist(['auto', 'always', 'never'])),
  }),
  v.strictObject({
    type: v.literal('line'),
    x: v.exactOptional(column),
    y: v.exactOptional(column),
    series: v.exactOptional(column),
    /** A dot at each value; `auto` (default) where there is room for them, and always at a value between two gaps. */
    points: v.exactOptional(v.picklist(['auto', 'always', 'never'])),
    /** Whether the value axis starts at zero (default: true). */
    zero: v.exactOptional(v.boolean()),
    labels: v.exactOptional(v.picklist(['auto', 'always', 'never'])),
  }),
  v.strictObject({
    type: v.literal('kpi'),
    /** The metric shown large: its value in the answer's last row along time. */
    y: v.exactOptional(column),
    /** The time dimension of the small series and of the change against the period before. */
    x: v.exactOptional(column),
  }),
  v.strictObject({ type: v.literal('table'), columns: v.exactOptional(v.array(column)) }),
]);
export type ChartSpec = v.InferOutput<typeof chartSchema>;
export type BarSpec = Extract<ChartSpec, { type: 'bar' }>;
export type LineSpec = Extract<ChartSpec, { type: 'line' }>;
export type KpiSpec = Extract<ChartSpec, { type: 'kpi' }>;
export type TableSpec = Extract<ChartSpec, { type: 'table' }>;

const scalar = v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]);
const bound = v.exactOptional(v.union([v.string(), v.pipe(v.number(), v.finite())]));
const controlled = {
  field: v.pipe(v.string(), v.minLength(1)),
  grain: v.exactOptional(v.picklist(GRAINS)),
  /** Left out: the field's title. */
  label: v.exactOptional(localizedTextSchema),
};

/** What is offered, in this order; left out: all values that the data have. */
const offered = v.exactOptional(v.pipe(v.array(scalar), v.minLength(1)));

/** A filter that a reader can set. It narrows the blueprint's query; what that filters by itself stays. */
export const filterControlSchema = v.variant('type', [
  /** One value of a field, or all of them: `value` is chosen at first; left out: all. */
  v.strictObject({
    type: v.literal('choice'),
    ...controlled,
    values: offered,
    value: v.exactOptional(scalar),
    required: v.exactOptional(v.literal(false)),
  }),
  /** One value of a field, at first `value`; "all" is not offered. */
  v.strictObject({
    type: v.literal('choice'),
    ...controlled,
    values: offered,
    value: scalar,
    required: v.literal(true),
  }),
  /** From one value of a time or number field to another, both included; an end left out is open at first. */
  v.strictObject({ type: v.literal('range'), ...controlled, from: bound, to: bound }),
]);
export type FilterControl = v.InferOutput<typeof filterControlSchema>;

/** One widget: what to ask, how to draw it, in which words. */
export const blueprintSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  version: v.literal(1),
  /** Used in file names and addresses: lower-case letters, digits and hyphens. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens')),
  title: localizedTextSchema,
  subtitle: v.exactOptional(localizedTextSchema),
  notes: v.exactOptional(localizedTextSchema),
  query: querySchema,
  chart: chartSchema,
  /** Filters that its readers can set, in the order in which they stand. */
  filters: v.exactOptional(v.array(filterControlSchema)),
});
export type Blueprint = v.InferOutput<typeof blueprintSchema>;
