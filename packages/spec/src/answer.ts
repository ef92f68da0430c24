import type { Exactness, Nature, ObservationStatus } from './dataset.ts';
import type { LocalizedText } from './localized.ts';
import type { Grain, Query, Transform } from './query.ts';

/** The places that can answer a query, nearest first. */
export const PLACES = ['snapshot', 'rollup', 'memory', 'duckdb-wasm', 'clickhouse'] as const;
export type Place = (typeof PLACES)[number];

export type Value = string | number | boolean | null;

interface ColumnBase {
  /** Unique in the answer; what `as` said, or its default. */
  readonly name: string;
  readonly title: LocalizedText;
  /** One value a row. */
  readonly values: readonly Value[];
}

/** A column the answer is grouped by. */
export interface DimensionColumn extends ColumnBase {
  readonly role: 'dimension';
  /** `time` values are ISO strings at `grain`; `number` values of a binned field are lower edges. */
  readonly type: 'string' | 'number' | 'boolean' | 'time';
  readonly grain?: Grain;
  readonly binWidth?: number;
  /** The code of a unit, for numbers. */
  readonly unit?: string;
  /** Words for coded values, where the code is not itself fit to be read. Keys are values of this column. */
  readonly labels?: Readonly<Record<string, LocalizedText>>;
  /** True where the field is coded in an order of its own (stages, batches, income classes): draw in the answer's order. */
  readonly ordered?: boolean;
}

/** A column of numbers. Null: no such value; why, where known, is in {@link Answer.cells}. */
export interface MetricColumn extends ColumnBase {
  readonly role: 'metric';
  readonly type: 'number';
  readonly values: readonly (number | null)[];
  /** How the numbers are written: as in the catalog's unit of that code. */
  readonly unit: AnswerUnit;
  readonly decimals: number;
  readonly better?: 'more' | 'less';
  /** The metric's code in the catalog. */
  readonly metric: string;
  /** What was done to it after grouping; left out where nothing was. */
  readonly transform?: Transform;
}

/** The unit as far as a formatter needs it, so that an answer can be shown without its catalog. */
export interface AnswerUnit {
  readonly code: string;
  readonly title: LocalizedText;
  readonly kind: 'money' | 'count' | 'ratio' | 'quantity' | 'index';
}

export type Column = DimensionColumn | MetricColumn;

/** What an answer, or one cell of it, rests on. */
export interface Provenance {
  /** The sources themselves, not only their ids: an answer can be shown without its catalog. */
  readonly origins: readonly AnswerOrigin[];
  readonly natures: readonly Nature[];
  readonly statuses: readonly ObservationStatus[];
  /** ISO day up to which the data speak. */
  readonly asOf: string;
}

export interface AnswerOrigin {
  readonly id: string;
  readonly title: LocalizedText;
  readonly producer: LocalizedText;
  readonly citation: LocalizedText;
  readonly url?: string;
  readonly datePublished?: string;
  readonly licence?: { readonly name: string; readonly title?: string; readonly path?: string };
}

/**
 * What one number rests on: the rows of its group; of a change, those of both periods; of a running total, those of all it sums.
 * `quotes` are sentences of the source, where the dataset transcribes one.
 */
export interface CellProvenance {
  readonly origins: readonly string[];
  readonly natures: readonly Nature[];
  readonly statuses: readonly ObservationStatus[];
  readonly quotes: readonly string[];
  /** There where the number rests on one row and its dataset says how exact that row is: "more than 300", never bare 300. */
  readonly exactness?: Exactness;
}

/** The answer to a query: columns of equal length, plain enough to travel as JSON. */
export interface Answer {
  /** The canonical query that was answered: its JSON is what `queryKey` gives for every way to ask it. */
  readonly query: Query;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** Rows that stand for "all others" of a top-N; the dimension's value is null there. */
  readonly othersRows?: readonly number[];
  readonly provenance: Provenance;
  /** By metric column, one entry a row; there when the query asked for `provenance: 'cells'`. */
  readonly cells?: Readonly<Record<string, readonly CellProvenance[]>>;
  readonly answeredBy: Place;
  /** Hashes of the datasets' files that were read: the vintage of the data. */
  readonly vintage: string;
  /** The SQL that was run, where any was. */
  readonly sql?: string;
}

/** The column of that name. @throws {RangeError} where the answer has none, with the names it has. */
export function columnOf(answer: Answer, name: string): Column {
  const column = answer.columns.find((each) => each.name === name);
  if (!column) {
    throw new RangeError(
      `no column ${JSON.stringify(name)}; the answer has ${answer.columns.map((each) => each.name).join(', ')}`,
    );
  }
  return column;
}
