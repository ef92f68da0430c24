import type { Answer, BarSpec } from '@lantu/spec';
import { valueAxis } from '../axis/value-axis.ts';
import { emptyScene } from '../frame/empty.ts';
import { frameOf } from '../frame/frame.ts';
import { legendOf, lookNotes, sceneSeries } from '../frame/series.ts';
import { settingOf } from '../frame/setting.ts';
import { onAxis, pivot } from '../pivot/pivot.ts';
import type { ChartEnv } from '../scene.ts';
import { summaryOf } from '../summary/summary.ts';
import { chartWords } from '../words/words.ts';
import { columnsSuit, layColumns } from './bar.columns.ts';
import { barOptions } from './bar.options.ts';
import type { BarPlan } from './bar.plan.ts';
import { layRows } from './bar.rows.ts';
import type { BarScene } from './bar.scene.ts';
import { spansOf } from './bar.spans.ts';

const TICKS = 5;

/**
 * Lays out an answer as bars. All bars begin at zero. A null, and a period missing between two others, is a dashed slot with the words
 * for "no data", never a bar of length 0; a value of 0 is a line at zero. Rows without a period stand in the table only. Of more than 60 lying bars only some are named.
 *
 * @throws {LantuError} `chart/unsuited` where a column is unknown or of the wrong role, or several rows fall on one bar
 */
export function buildBar(answer: Answer, spec: BarSpec, env: ChartEnv): BarScene {
  const options = barOptions(answer, spec);
  const setting = settingOf(env);
  const whole = pivot(answer, options.columns);
  const grid = whole.grain ? onAxis(whole) : whole;
  const words = chartWords(answer, grid, env.locale);
  const described = {
    type: 'bar' as const,
    layout: options.layout,
    id: setting.id,
    locale: setting.locale,
    size: setting.size,
    widthPx: setting.widthPx,
    summary: summaryOf(answer, grid, words),
    describe: words.describe,
    figures: { grid: whole, words },
  };
  const [metric] = options.columns.metrics;
  if (!metric || grid.slots.length === 0) {
    return { ...described, ...emptyScene(answer, words.format, setting), bars: [], silhouettes: [] };
  }

  const series = sceneSeries(grid, words);
  const spans = spansOf(grid, options.layout);
  const stacked = options.layout === 'stacked' && series.length > 1;
  const axisOf: BarPlan['axisOf'] = (count, exact = false) =>
    valueAxis(
      spans.ends.flatMap(({ low, high }) => [low, high]),
      words.format,
      { unit: metric.unit, zero: true, count, exact },
    );
  const axis = axisOf(TICKS);
  const named = options.columns.series !== null || series.length > 1;
  const content = {
    legend: named ? legendOf(series, 'bar') : [],
    caption: axis.caption,
    notes: lookNotes(grid, words, 'bar', (empty) => empty.some(Boolean)),
  };
  const frame = frameOf(answer, words.format, content, setting);
  const plan: BarPlan = { grid, words, setting, frame, axis, axisOf, series, spans, stacked, labels: options.labels };
  const vertical = options.orientation === 'auto' ? columnsSuit(plan) : options.orientation === 'vertical';
  const layout = vertical ? layColumns(plan) : layRows(plan);
  const foot = frame.foot(layout.bottom);
  return {
    ...described,
    heightPx: Math.ceil(layout.bottom + frame.footHeight),
    plot: layout.plot,
    direction: vertical ? 'horizontal' : 'vertical',
    series,
    marks: layout.marks,
    bars: layout.bars,
    silhouettes: layout.silhouettes,
    texts: [...frame.head.texts, ...layout.texts, ...foot.texts],
    rules: layout.rules,
    samples: [...frame.head.samples, ...foot.samples],
    outlines: frame.head.outlines,
  };
}
