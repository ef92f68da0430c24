import { type Answer, type KpiSpec, LantuError, quoteValue } from '@lantu/spec';
import { valueAxis } from '../axis/value-axis.ts';
import { bandsOf } from '../bar/bar.bands.ts';
import { shapesOf } from '../bar/bar.shapes.ts';
import { spansOf } from '../bar/bar.spans.ts';
import { sceneSeries } from '../frame/series.ts';
import { positionsOf } from '../line/line.axis.ts';
import { lineShapes } from '../line/line.shapes.ts';
import type { Box } from '../mark.ts';
import { chartColumns } from '../pivot/columns.ts';
import { onAxis, pivot } from '../pivot/pivot.ts';
import type { ChartEnv } from '../scene.ts';
import { summaryOf } from '../summary/summary.ts';
import { chartWords } from '../words/words.ts';
import type { SparklineScene } from './sparkline.scene.ts';

const HEIGHT = 44;
const MOST_BARS = 10;
const INSET = 4;

/**
 * A metric along time, small and without axes or words: for a KPI card, which says the numbers. Up to ten periods are bars from zero,
 * more are a line, also from zero. Missing periods are gaps. Empty where the answer has no rows.
 *
 * @throws {LantuError} `chart/unsuited` where a column is unknown or of the wrong role, there is no time, or several rows are of one period
 */
export function buildSparkline(answer: Answer, spec: KpiSpec, env: Omit<ChartEnv, 'measure'>): SparklineScene {
  const columns = chartColumns(answer, spec, ({ type }) => type === 'time');
  const [metric] = columns.metrics;
  if (columns.x?.type !== 'time' || !metric) {
    throw new LantuError('chart/unsuited', 'a small series runs along time', {
      where: 'chart.x',
      received: columns.x ? quoteValue(columns.x.name) : 'an answer without a time dimension',
      allowed: 'a time dimension',
    });
  }
  const whole = pivot(answer, { ...columns, metrics: [metric], series: null });
  const grid = onAxis(whole);
  const words = chartWords(answer, grid, env.locale);
  const { widthPx, heightPx = HEIGHT, id = 'lt', size = 'regular' } = env;
  const series = sceneSeries(grid, words);
  const plot: Box = { x: 0, y: 1, width: widthPx, height: heightPx - 2 };
  const spans = spansOf(grid, 'grouped');
  const values = spans.ends.flatMap(({ low, high }) => [low, high]);
  const axis = valueAxis(values, words.format, { unit: metric.unit, zero: true, count: 2, exact: true });
  const isBars = grid.slots.length <= MOST_BARS;
  const ends: [number, number] = isBars
    ? [plot.y + plot.height, plot.y]
    : [plot.y + plot.height - INSET, plot.y + INSET];
  const scale = axis.scale(ends);
  const base = {
    type: 'sparkline' as const,
    id,
    locale: env.locale,
    size,
    widthPx,
    heightPx,
    plot,
    direction: 'horizontal' as const,
    series,
    texts: [],
    samples: [],
    outlines: [],
    rules: [
      {
        id: 'zero',
        role: 'lt-zero',
        x1: 0,
        x2: widthPx,
        y1: Math.round(scale(0)) - 0.5,
        y2: Math.round(scale(0)) - 0.5,
      },
    ],
    summary: summaryOf(answer, grid, words),
    describe: words.describe,
    figures: { grid: whole, words },
  };
  if (!isBars) {
    const xs = positionsOf(grid, INSET, widthPx - INSET);
    const { gaps: _, points, ...shapes } = lineShapes({ grid, series, xs, scale, plot, points: 'auto' });
    const last = shapes.marks.findLast(({ value }) => value !== null);
    return {
      ...base,
      ...shapes,
      bars: [],
      points: last ? [...points.filter(({ id }) => id !== last.id), { ...last, look: 'plain' }] : points,
    };
  }
  const bands = bandsOf({ positions: grid.slots.length, lanes: 1, from: 0, to: widthPx, thickest: 28, fill: 0.7 });
  const { marks, bars } = shapesOf({
    grid,
    series,
    spans,
    bands,
    stacked: false,
    scale,
    vertical: true,
    gapsBack: axis.domain[1] <= 0,
    gapLength: 6,
  });
  return { ...base, marks, bars, lines: [], points: [] };
}
