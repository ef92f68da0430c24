import type { Locale, Model, Place, ResolvedDimension, ResolvedMetric, ResolvedQuery } from '@lantu/spec';
import type { ProvenancePart, RowPart } from './parts.ts';

/** A result: its columns in order, each with one value a row. */
export type ResultColumns = readonly (readonly unknown[])[];

/** Who gave the results, from which data. */
export interface AnsweredBy {
  readonly place: Place;
  readonly vintage: string;
}

/** Where in the results each part of the answer stands: numbers of columns. */
export interface Layout {
  readonly dimensions: readonly {
    readonly dimension: ResolvedDimension;
    readonly values: number;
    /** The names of the areas, where the dimension holds areas. */
    readonly labels?: Readonly<Partial<Record<Locale, number>>>;
  }[];
  readonly metrics: readonly {
    readonly metric: ResolvedMetric;
    readonly values: number;
    readonly lists: Readonly<Partial<Record<ProvenancePart, number>>>;
  }[];
  readonly others?: number;
  readonly width: number;
}

/** What is known of the results to come. */
export interface Expected {
  readonly model: Model;
  readonly resolved: ResolvedQuery;
  readonly layout: Layout;
  readonly parents: readonly string[];
  readonly rowParts: readonly RowPart[];
  /** Left out where the results come of no SQL. */
  readonly sql?: string;
}
