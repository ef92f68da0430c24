import { canonicalQuery, type Filter, type ResolvedMeasure, type Statistic } from '@lantu/spec';

/** The statistics that a measure is derived from. */
export interface Parts {
  /** Of the rows that the measure's conditions on dimensions pick: what its number rests on. */
  readonly rows: Statistic;
  /** Has the same cells as the measure itself. */
  readonly main: Statistic;
  /** The number of values, where `main` does not tell it. */
  readonly present?: Statistic;
  readonly sum?: Statistic;
}

/** The text that equal statistics share and different ones do not. */
export function statisticKey(statistic: Statistic): string {
  const { filters } = canonicalQuery({ dataset: '', metrics: [{ metric: '' }], filters: [...(statistic.where ?? [])] });
  return JSON.stringify([
    statistic.op,
    'field' in statistic ? statistic.field : null,
    'p' in statistic ? statistic.p : null,
    filters ?? [],
  ]);
}

/** What `measure` is derived from when groups are brought together. */
export function partsOf({ measure, where }: ResolvedMeasure): Parts {
  const picks = where.filter((each) => each.at.column.field['lantu:role'] === 'dimension').map((each) => each.filter);
  const rows = counting(picks);
  const own = measure.where ?? [];
  if (measure.op === 'count') return { rows, main: measure };
  const { field } = measure;
  const present = counting([...own, { field, op: 'not-in', values: [null] }]);
  const sum: Statistic = { op: 'sum', field, ...(own.length > 0 && { where: own }) };
  switch (measure.op) {
    case 'mean':
      return { rows, main: sum, sum, present };
    case 'variance':
    case 'stddev':
      return { rows, main: { ...sum, op: 'variance' }, sum, present };
    case 'distinct':
      return { rows, main: measure, present };
    default:
      return { rows, main: measure };
  }
}

/** The different statistics among those that measures are derived from, in their order. */
export function statisticsOf(measures: readonly ResolvedMeasure[]): Statistic[] {
  const all = measures.flatMap((each) => {
    const { rows, main, present, sum } = partsOf(each);
    return [rows, main, ...(present ? [present] : []), ...(sum ? [sum] : [])];
  });
  return [...new Map(all.map((each) => [statisticKey(each), each])).values()];
}

function counting(where: Filter[]): Statistic {
  return { op: 'count', ...(where.length > 0 && { where }) };
}
