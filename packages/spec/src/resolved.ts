import type { ColumnAtGrain, ResolvedFilter } from './column.ts';
import type { Dataset } from './dataset.ts';
import type { Measure, Metric } from './metric.ts';
import type { ResolvedColumn } from './model.ts';
import type { Order, Query, Transform } from './query.ts';

/** A dimension of a query: a column of its answer. */
export interface ResolvedDimension extends ColumnAtGrain {
  readonly name: string;
  readonly bin?: { readonly width: number; readonly origin: number };
  /** True where it was asked for by the name of a shared dimension. */
  readonly shared: boolean;
}

/** What a metric takes from rows: a metric itself, or a part of a ratio. */
export interface ResolvedMeasure {
  readonly metric: Metric;
  readonly measure: Exclude<Measure, { op: 'ratio' }>;
  /** Undefined for a count of rows. */
  readonly column?: ResolvedColumn;
  readonly where: readonly ResolvedFilter[];
  /** The time columns along which only the last period in scope counts. */
  readonly last: readonly ResolvedColumn[];
  /** The columns that it does not add up over. */
  readonly none: readonly ResolvedColumn[];
}

/** A metric of a query: a column of its answer. */
export interface ResolvedMetric {
  readonly name: string;
  readonly metric: Metric;
  readonly transform?: Transform;
  /** One; or two, a numerator and a denominator. */
  readonly measures: readonly [ResolvedMeasure] | readonly [ResolvedMeasure, ResolvedMeasure];
}

export type ResolvedLimit =
  | { readonly rows: number }
  | { readonly top: number; readonly of: ResolvedDimension; readonly by: ResolvedMetric; readonly others: boolean };

/** A query in which every name has been looked up and which is known to make sense. */
export interface ResolvedQuery {
  /** In canonical form. */
  readonly query: Query;
  readonly dataset: Dataset;
  readonly dimensions: readonly ResolvedDimension[];
  readonly metrics: readonly ResolvedMetric[];
  readonly filters: readonly ResolvedFilter[];
  /** The whole order: what was asked for, then the remaining dimensions. */
  readonly order: readonly Required<Order>[];
  readonly limit?: ResolvedLimit;
}
