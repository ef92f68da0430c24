import type { ResolvedMetric, ResolvedQuery } from '@lantu/spec';

/** What a dataset may record of where its rows come from. */
export const PROVENANCE_PARTS = ['origin', 'nature', 'status', 'quote', 'exactness'] as const;
export type ProvenancePart = (typeof PROVENANCE_PARTS)[number];

/** The part that an answer as a whole tells; quotes and exactness are told cell by cell only. */
export const ROW_PARTS = ['nature', 'status', 'origin'] as const satisfies readonly ProvenancePart[];
export type RowPart = (typeof ROW_PARTS)[number];

/** The measures that, of one row, give that row's own value, and so are as exact as it. */
const TELLING_A_ROW: readonly string[] = ['sum', 'mean', 'min', 'max', 'median', 'quantile'];

/** True where the cells of `metric` are to say this part of what they rest on. */
export function wantsPart(
  { query, dataset }: ResolvedQuery,
  { metric, transform }: ResolvedMetric,
  part: ProvenancePart,
): boolean {
  if (query.provenance !== 'cells' || dataset['lantu:provenance']?.[part] === undefined) return false;
  return part !== 'exactness' || (!transform && TELLING_A_ROW.includes(metric.measure.op));
}
