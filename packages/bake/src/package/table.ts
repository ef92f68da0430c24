import type { Dataset, Field, LocalizedText, Metric, Nature, ObservationStatus, Origin } from '@lantu/spec';

/** What a cell of a table may hold; which of them is said by the field's type. Dates are ISO days, months `2024-03`, years numbers. */
export type Cell = string | number | boolean | null;

/** A dataset as it is handed to the package: what it holds and how it is described. */
export interface Table {
  readonly name: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly fields: readonly Field[];
  /** One column a field, all of the same length. */
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: Dataset['schema']['foreignKeys'];
  readonly origins: readonly Origin[];
  /** The day (ISO) up to which the dataset speaks. */
  readonly asOf: string;
  /** The nature and status of all rows; where rows differ, `provenance` names the fields that say them. */
  readonly nature?: Nature;
  readonly status?: ObservationStatus;
  readonly provenance?: Dataset['lantu:provenance'];
  readonly metrics: readonly Metric[];
}
