import type { Model, Place, ResolvedQuery } from '@lantu/spec';
import type { Layout } from './ending.ts';
import type { RowPart } from './statements.ts';

/** A statement's result: its columns in order, each with one value a row. */
export type ResultColumns = readonly (readonly unknown[])[];

/** Who ran a plan's statements, over which data. */
export interface AnsweredBy {
  readonly place: Place;
  readonly vintage: string;
}

/** What the planner knows of the results to come. */
export interface Expected {
  readonly model: Model;
  readonly resolved: ResolvedQuery;
  readonly layout: Layout;
  readonly parents: readonly string[];
  readonly rowParts: readonly RowPart[];
  readonly sql: string;
}
