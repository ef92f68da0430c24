import type { Answer, DimensionColumn, Value } from '@lantu/spec';
import { type Formatter, formatter } from '@lantu/spec/locale';
import type { Mark, MarkText } from '../mark.ts';
import type { Pivot, PivotCell, PivotSeries, Slot } from '../pivot/pivot.ts';

/** Everything of an answer that is written, in one language. */
export interface ChartWords {
  readonly format: Formatter;
  /** The metric, or the list of metrics; where there is one series dimension, not its values. */
  readonly title: string;
  /** The place or period in full. */
  slot(slot: Slot): string;
  /** Empty where there is only one series and it needs no name. */
  series(series: PivotSeries): string;
  /** The full value with its unit and how exactly it is known; "no data" where there is none. */
  value(cell: PivotCell): string;
  /** `written`, a value already formatted, with how exactly it is known. */
  exactly(cell: PivotCell, written: string): string;
  note(cell: PivotCell): string | null;
  describe(mark: Mark): MarkText;
}

export function chartWords(answer: Answer, grid: Pivot, locale: ChartWords['format']['locale']): ChartWords {
  const format = formatter(locale);
  const { x, metrics, series: by } = grid.columns;

  const slot = ({ value, others, metric }: Slot): string => {
    if (metric) return format.textIn(metric.title);
    return x ? dimensionText(format, x, value, others) : '';
  };
  const series = ({ value, others, metric }: PivotSeries): string =>
    by ? dimensionText(format, by, value, others) : format.textIn(metric.title);
  const exactly = ({ row, column }: PivotCell, written: string): string => {
    const exactness = row === null ? undefined : answer.cells?.[column.name]?.[row]?.exactness;
    return exactness ? format.exactness(written, exactness) : written;
  };
  const value = (cell: PivotCell): string =>
    cell.value === null
      ? format.text('no-value')
      : exactly(cell, format.value(cell.value, cell.column.unit, cell.column.decimals));
  const note = ({ row, column, status }: PivotCell): string | null => {
    const natures = row === null ? [] : (answer.cells?.[column.name]?.[row]?.natures ?? []);
    const simulated = natures.includes('simulated') || answer.provenance.natures.every((each) => each === 'simulated');
    const notes = [
      status && format.text(`status.${status}`),
      row !== null && simulated && answer.provenance.natures.length > 0 && format.text('nature.simulated'),
    ].filter((each) => typeof each === 'string');
    return notes.length > 0 ? format.list(notes) : null;
  };
  const describe = (mark: Mark): MarkText => {
    const [place, line] = [grid.slots[mark.position], grid.series[mark.series]];
    if (!place || !line) throw new RangeError(`the mark ${mark.id} is not of this scene`);
    const cell = grid.cell(mark.series, mark.position);
    const named = grid.series.length > 1 ? series(line) : null;
    const label = slot(place);
    const written = value(cell);
    const noted = note(cell);
    const point =
      named === null
        ? format.text('point', { at: label, value: written })
        : format.text('point.of-series', { series: named, at: label, value: written });
    const announcement = noted === null ? point : format.text('point.noted', { point, note: noted });
    return { label, series: named, value: written, note: noted, announcement };
  };
  const titles = metrics.map((metric) => format.textIn(metric.title));
  return { format, title: format.list(titles), slot, series, value, exactly, note, describe };
}

/** A value of a dimension in words: its label, the period, the class of numbers; "others" for all others of a top-N; "no data" for null. */
export function dimensionText(format: Formatter, column: DimensionColumn, value: Value, others: boolean): string {
  if (others) return format.text('others');
  if (value === null) return format.text('no-value');
  const label = column.labels?.[String(value)];
  if (label) return format.textIn(label);
  if (column.type === 'time') return format.period(String(value));
  if (typeof value === 'boolean') return format.text(value ? 'yes' : 'no');
  if (typeof value !== 'number') return value;
  return column.binWidth === undefined
    ? format.number(value)
    : format.text('number-range', { from: value, to: value + column.binWidth });
}
