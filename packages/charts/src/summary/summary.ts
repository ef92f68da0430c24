import type { Answer } from '@lantu/spec';
import type { Pivot, PivotCell } from '../pivot/pivot.ts';
import type { ChartWords } from '../words/words.ts';

/** No more series than this get a sentence of their own. */
const MOST_SERIES = 4;
const MOST_NAMES = 5;

interface Point {
  readonly cell: PivotCell;
  readonly value: number;
  readonly position: number;
}

/**
 * What the chart shows, as a paragraph: the metric with its range and number of values, the highest and the lowest, how it changed
 * from the first period to the last, where data are missing, and of which nature they are.
 */
export function summaryOf(answer: Answer, grid: Pivot, words: ChartWords): string {
  const { format } = words;
  if (grid.slots.length === 0) return format.text('empty');
  const lines = grid.series.map((_, index) => pointsOf(grid, index));
  const sentences = [opening(grid, words, lines)];
  if (grid.series.length === 1) sentences.push(...detail(grid, words, lines[0] ?? []));
  else sentences.push(...bySeries(grid, words, lines));
  sentences.push(gaps(grid, words));
  const natures = answer.provenance.natures.map((nature) => format.text(`nature.${nature}`));
  if (natures.length > 0) sentences.push(format.text('summary.nature', { natures: format.list(natures) }));
  return format.paragraph(sentences);
}

function pointsOf(grid: Pivot, series: number): Point[] {
  return grid.slots.flatMap((_, position) => {
    const cell = grid.cell(series, position);
    return cell.value === null ? [] : [{ cell, value: cell.value, position }];
  });
}

function opening(grid: Pivot, words: ChartWords, lines: readonly (readonly Point[])[]): string {
  const { format, title } = words;
  const count = lines.reduce((sum, line) => sum + line.length, 0);
  const only = lines.length === 1 ? lines[0]?.[0] : undefined;
  if (count === 1 && only && grid.slots.length === 1) {
    const value = short(words, only);
    const isBare = Boolean(grid.slots[0]?.metric);
    return isBare
      ? format.text('summary.number', { title, value })
      : format.text('summary.one', { title, at: at(grid, words, only), value });
  }
  const dated = grid.grain ? grid.slots.filter((slot) => slot.value !== null) : [];
  const [first, last] = [dated[0]?.value, dated.at(-1)?.value];
  if (typeof first !== 'string' || typeof last !== 'string') {
    return format.text('summary.categories', { title, count: grid.slots.length });
  }
  const range = format.periodRange(first, last);
  if (lines.length === 1) return format.text('summary.series', { title, range, count });
  const names = format.list(grid.series.slice(0, MOST_NAMES).map(words.series));
  return format.text('summary.several', { title, range, count: lines.length, names });
}

function detail(grid: Pivot, words: ChartWords, points: readonly Point[]): string[] {
  if (points.length < 2) return [];
  return points.length === 2 && grid.grain
    ? [change(grid, words, points)]
    : [extent(grid, words, points), change(grid, words, points)];
}

function bySeries(grid: Pivot, words: ChartWords, lines: readonly (readonly Point[])[]): string[] {
  return grid.series.slice(0, MOST_SERIES).flatMap((series, index) => {
    const points = lines[index] ?? [];
    const sentence = points.length < 2 ? '' : change(grid, words, points) || extent(grid, words, points);
    return sentence ? [words.format.text('summary.of-series', { series: words.series(series), sentence })] : [];
  });
}

function extent(grid: Pivot, words: ChartWords, points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  let [low, high] = [first, first];
  for (const point of points) {
    if (point.value > high.value) high = point;
    if (point.value < low.value) low = point;
  }
  if (low.value === high.value) return words.format.text('summary.flat', { value: short(words, low) });
  return words.format.text('summary.extent', {
    max: short(words, high),
    maxAt: at(grid, words, high),
    min: short(words, low),
    minAt: at(grid, words, low),
  });
}

function change(grid: Pivot, words: ChartWords, points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!grid.grain || !first || !last || first === last) return '';
  const [from, to] = [grid.slots[first.position]?.value, grid.slots[last.position]?.value];
  if (typeof from !== 'string' || typeof to !== 'string') return '';
  return words.format.change(
    { value: first.value, period: from },
    { value: last.value, period: to },
    first.cell.column.unit,
  );
}

function gaps(grid: Pivot, words: ChartWords): string {
  const missing = grid.slots.filter((_, position) =>
    grid.series.some((__, index) => grid.cell(index, position).value === null),
  );
  if (missing.length === 0) return '';
  const names = words.format.list(missing.slice(0, MOST_NAMES).map(words.slot));
  return words.format.text('summary.gaps', { count: missing.length, names });
}

function at(grid: Pivot, words: ChartWords, { position }: Point): string {
  const slot = grid.slots[position];
  return slot ? words.slot(slot) : '';
}

function short(words: ChartWords, { cell, value }: Point): string {
  return words.exactly(cell, words.format.compact(value, cell.column.unit));
}
