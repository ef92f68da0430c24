import type { Answer, BarSpec } from '@lantu/spec';
import { type ChartColumns, chartColumns } from '../pivot/columns.ts';

/** A {@link BarSpec} with its columns found and its defaults chosen. */
export interface BarOptions {
  readonly columns: ChartColumns;
  /** `auto`: vertical for time, numbers and short names; horizontal for names that would have to be cut, or that are many. */
  readonly orientation: 'vertical' | 'horizontal' | 'auto';
  readonly layout: 'grouped' | 'stacked';
  /** `auto`: all values where all fit, else none. `always`: as many as do not touch. */
  readonly labels: 'auto' | 'always' | 'never';
}

/** @throws {LantuError} `chart/unsuited`, as {@link chartColumns} */
export function barOptions(answer: Answer, spec: BarSpec): BarOptions {
  return {
    columns: chartColumns(answer, spec),
    orientation: spec.orientation ?? 'auto',
    layout: spec.layout ?? 'grouped',
    labels: spec.labels ?? 'auto',
  };
}
