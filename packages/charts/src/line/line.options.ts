import { type Answer, type DimensionColumn, LantuError, type LineSpec, quoteValue } from '@lantu/spec';
import { isTimeGrain } from '../calendar/calendar.ts';
import { type ChartColumns, chartColumns } from '../pivot/columns.ts';

/** A {@link LineSpec} with its columns found and its defaults chosen. */
export interface LineOptions {
  readonly columns: ChartColumns & { readonly x: DimensionColumn };
  /** `auto`: for up to three series, where points are at least 14 px apart. A value between two gaps, and an uncertain one, is always a point. */
  readonly points: 'auto' | 'always' | 'never';
  readonly zero: boolean;
  /** `auto`: for one series, where all fit. `always`: as many as do not touch. */
  readonly labels: 'auto' | 'always' | 'never';
}

/** Whether a line along this dimension means something: what lies between two of its values has an order. */
export function hasOrder(column: DimensionColumn): boolean {
  return (column.type === 'time' && isTimeGrain(column.grain)) || column.type === 'number' || column.ordered === true;
}

/**
 * @throws {LantuError} `chart/unsuited`, as {@link chartColumns}, and where the dimension along the axis has no order
 */
export function lineOptions(answer: Answer, spec: LineSpec): LineOptions {
  const columns = chartColumns(answer, spec, hasOrder);
  const { x } = columns;
  if (!x || !hasOrder(x)) {
    const ordered = answer.columns.filter((column) => column.role === 'dimension').filter(hasOrder);
    throw new LantuError('chart/unsuited', 'a line needs a dimension with an order; draw categories as bars', {
      where: 'chart.x',
      received: x ? `${quoteValue(x.name)}, categories without an order` : 'an answer without such a dimension',
      allowed: ordered.map((each) => quoteValue(each.name)).join(', ') || 'a time, a number, or an ordered field',
    });
  }
  return {
    columns: { ...columns, x },
    points: spec.points ?? 'auto',
    zero: spec.zero ?? true,
    labels: spec.labels ?? 'auto',
  };
}
