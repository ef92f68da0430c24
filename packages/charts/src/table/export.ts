import type { Answer, Column, MetricColumn } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { cellOf, dimensionsOf, metricsOf, sourcesText, valueText } from '../figures/figures.ts';

/** A row of titles and a row a row of the answer; every cell is plain text. */
export type Grid = readonly (readonly string[])[];

interface ExportColumn {
  readonly title: string;
  cell(row: number): string;
}

/**
 * An answer for a spreadsheet: dimensions in words, numbers bare (a point, no grouping, empty for none) with their unit in the title,
 * and in each row the nature, source and date of the data, so that no number travels without them. A metric that is not known exactly
 * has a second column that says it in full; what the answer was narrowed to, where `filters` says anything, is in each row too.
 */
export function exportGrid(answer: Answer, format: Formatter, filters: readonly string[] = []): Grid {
  const { text, list, textIn } = format;
  const metrics = metricsOf(answer);
  const source = sourcesText(answer, format);
  const columns: ExportColumn[] = [
    ...dimensionsOf(answer).map((column) => inWords(answer, column, textIn(column.title), format)),
    ...metrics.flatMap((metric) => numbers(answer, metric, format)),
    ...(filters.length > 0 ? [{ title: text('filter'), cell: () => list(filters) }] : []),
    { title: text('nature'), cell: (row) => natureText(answer, row, format) },
    { title: text('source'), cell: () => source },
  ];
  const rows = Array.from({ length: answer.rowCount }, (_, row) => columns.map((column) => column.cell(row)));
  return [columns.map(({ title }) => title), ...rows];
}

/** Of which nature the numbers of a row are, so far as the answer says; else of which nature all of them are. */
export function natureText(answer: Answer, row: number, { text, list }: Formatter): string {
  const found = metricsOf(answer).flatMap((metric) => cellOf(answer, metric, row)?.natures ?? []);
  const said = found.length > 0 ? new Set(found) : answer.provenance.natures;
  return list([...said].map((nature) => text(`nature.${nature}`)));
}

function numbers(answer: Answer, metric: MetricColumn, format: Formatter): ExportColumn[] {
  const { kind, title: unit } = metric.unit;
  const title = format.textIn(metric.title);
  const bare = kind === 'ratio' || kind === 'index';
  const named = bare ? title : format.text('title-with-unit', { title, unit: format.textIn(unit) });
  const inexact = metric.values.some((_, row) => (cellOf(answer, metric, row)?.exactness ?? 'exact') !== 'exact');
  return [
    { title: named, cell: (row) => String(metric.values[row] ?? '') },
    ...(inexact
      ? [inWords(answer, metric, format.text('title-with-unit', { title, unit: format.text('notes') }), format)]
      : []),
  ];
}

function inWords(answer: Answer, column: Column, title: string, format: Formatter): ExportColumn {
  return { title, cell: (row) => valueText(answer, column, row, format) };
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;

/**
 * `grid` as CSV (RFC 4180) with a byte order mark, which Excel needs to read Chinese. Text that a spreadsheet would run as a formula
 * gets an apostrophe before it.
 */
export function csvOf(grid: Grid): string {
  const cell = (text: string): string => {
    const safe = harmless(text);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${grid.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** `grid` for the clipboard: cells apart by tabs, with no tab or line break inside them. */
export function tsvOf(grid: Grid): string {
  return grid.map((row) => row.map((text) => harmless(text.replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\n');
}

function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
