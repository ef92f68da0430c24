import { estimateText } from '@lantu/charts';
import { cellOf, dimensionsOf, metricsOf, valueText } from '@lantu/charts/figures';
import { natureText } from '@lantu/charts/table';
import type { Answer, DimensionColumn, MetricColumn } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import type { CellStyle, CellValue, WriteSheet } from 'hucre';
import { cellText } from './text.ts';

/** What Excel's own unit of width, a digit of its standard font, measures in pixels, and that font's size. */
const DIGIT_PX = 7;
const FONT_PX = 15;
const LEAST_WIDTH = 9;
const MOST_WIDTH = 60;
/** Beyond so many rows a longer value no longer widens its column. */
const MEASURED_ROWS = 500;

interface SheetColumn {
  readonly title: string;
  readonly style: CellStyle;
  readonly values: readonly CellValue[];
  /** The values as the reader sees them, for the column's width. */
  readonly texts: readonly string[];
}

/**
 * The answer, a row a row, below one row of titles that stays in sight: numbers as numbers with their unit in the title, years as
 * numbers, months and days as dates, everything else as text. A metric with values that are missing or not known exactly has a second
 * column that says so in words; what the answer was narrowed to, where `filters` says anything, is in each row too.
 */
export function dataSheet(answer: Answer, filters: readonly string[], format: Formatter): WriteSheet {
  const rows = Array.from({ length: answer.rowCount }, (_, row) => row);
  const columns = [
    ...dimensionsOf(answer).map((column) => dimensionColumn(answer, column, rows, format)),
    ...metricsOf(answer).flatMap((metric) => metricColumns(answer, metric, rows, format)),
    ...(filters.length > 0 ? [textColumn(format.text('filter'), rows, () => format.list(filters))] : []),
    textColumn(format.text('nature'), rows, (row) => natureText(answer, row, format)),
  ];
  const titles: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } };
  return {
    name: format.text('table'),
    freezePane: { rows: 1, columns: dimensionsOf(answer).length },
    columns: columns.map(({ title, style, texts }) => ({ style, width: widthOf([title, ...texts]) })),
    rows: [
      columns.map(({ title }) => cellText(title)),
      ...rows.map((row) => columns.map(({ values }) => values[row] ?? null)),
    ],
    cells: new Map(columns.map(({ title }, index) => [`0,${index}`, { value: cellText(title), style: titles }])),
  };
}

function dimensionColumn(
  answer: Answer,
  column: DimensionColumn,
  rows: readonly number[],
  format: Formatter,
): SheetColumn {
  const title = format.textIn(column.title);
  const inWords = (row: number): string => valueText(answer, column, row, format);
  const write = column.labels || column.binWidth !== undefined ? undefined : WRITTEN[writtenAs(column)];
  if (!write) return textColumn(title, rows, inWords);
  const values = rows.map((row) => {
    const value = column.values[row] ?? null;
    return value === null ? cellText(inWords(row)) : write.value(value);
  });
  return { title, values, style: { numFmt: write.numFmt }, texts: measured(rows, inWords) };
}

type Written = 'year' | 'month' | 'day' | 'number' | 'text';

function writtenAs({ type, grain }: DimensionColumn): Written {
  if (type === 'number') return 'number';
  return type === 'time' && (grain === 'year' || grain === 'month' || grain === 'day') ? grain : 'text';
}

const WRITTEN: Readonly<
  Record<Written, { readonly numFmt: string; value(value: string | number | boolean): CellValue } | undefined>
> = {
  year: { numFmt: '0', value: Number },
  month: { numFmt: 'yyyy-mm', value: (month) => new Date(`${month}-01T00:00:00Z`) },
  day: { numFmt: 'yyyy-mm-dd', value: (day) => new Date(`${day}T00:00:00Z`) },
  number: { numFmt: 'General', value: Number },
  text: undefined,
};

function metricColumns(
  answer: Answer,
  metric: MetricColumn,
  rows: readonly number[],
  format: Formatter,
): SheetColumn[] {
  const { kind, title: unit } = metric.unit;
  const title = format.textIn(metric.title);
  const isBare = kind === 'ratio' || kind === 'index';
  const inWords = (row: number): string => valueText(answer, metric, row, format);
  const isPlain = (row: number): boolean =>
    metric.values[row] !== null && (cellOf(answer, metric, row)?.exactness ?? 'exact') === 'exact';
  const numbers: SheetColumn = {
    title: isBare ? title : format.text('title-with-unit', { title, unit: format.textIn(unit) }),
    style: { numFmt: numberFormat(metric) },
    values: rows.map((row) => metric.values[row] ?? null),
    texts: measured(rows, inWords),
  };
  if (rows.every(isPlain)) return [numbers];
  const notes = format.text('title-with-unit', { title, unit: format.text('notes') });
  return [numbers, textColumn(notes, rows, (row) => (isPlain(row) ? '' : inWords(row)))];
}

function numberFormat({ unit, decimals }: MetricColumn): string {
  const places = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
  return unit.kind === 'ratio' ? `0${places}%` : `#,##0${places}`;
}

function textColumn(title: string, rows: readonly number[], text: (row: number) => string): SheetColumn {
  const values = rows.map((row) => cellText(text(row)) || null);
  return { title, values, style: { alignment: { wrapText: true, vertical: 'top' } }, texts: measured(rows, text) };
}

function measured(rows: readonly number[], text: (row: number) => string): readonly string[] {
  return rows.slice(0, MEASURED_ROWS).map(text);
}

function widthOf(texts: readonly string[]): number {
  const widest = texts.reduce(
    (width, text) => Math.max(width, estimateText(text.slice(0, 200), { fontSize: FONT_PX })),
    0,
  );
  return Math.min(Math.max(Math.ceil(widest / DIGIT_PX) + 2, LEAST_WIDTH), MOST_WIDTH);
}
