import type { Rollup } from '@lantu/spec';

type Dimension = Rollup['dimensions'][number];
type Statistic = Rollup['statistics'][number];

/** The key of the schema's metadata that the header is under. */
export const HEADER_KEY = 'lantu:rollup';

/**
 * What of a rollup is not a column of the table, as JSON. The columns follow in its order: the dimensions; then each statistic, and
 * after it, where it has a list of cells, the codes in that list.
 */
export interface Header {
  /** Version of this format. */
  readonly lantu: 1;
  readonly query: Rollup['query'];
  readonly vintage: string;
  readonly rows: number;
  readonly dimensions: readonly Omit<Dimension, 'values' | 'codes'>[];
  readonly statistics: readonly {
    readonly measure: Statistic['measure'];
    readonly cells?: NonNullable<Statistic['cells']>['list'];
  }[];
}

export function headerOf({ query, vintage, rows, dimensions, statistics }: Rollup): Header {
  return {
    lantu: 1,
    query,
    vintage,
    rows,
    dimensions: dimensions.map(({ values: _, codes: __, ...rest }) => rest),
    statistics: statistics.map(({ measure, cells }) => ({ measure, ...(cells && { cells: cells.list }) })),
  };
}
