import type { Answer, LineSpec } from '@lantu/spec';
import { labelGap } from '../axis/label.ts';
import { levelRules, levelTexts, thinnedAxis } from '../axis/levels.ts';
import { axisTitle } from '../axis/title.ts';
import { valueAxis } from '../axis/value-axis.ts';
import { movedText } from '../frame/block.ts';
import { emptyScene } from '../frame/empty.ts';
import { type Entry, type Frame, frameOf } from '../frame/frame.ts';
import { legendOf, lookNotes, sceneSeries } from '../frame/series.ts';
import { settingOf } from '../frame/setting.ts';
import type { Box } from '../mark.ts';
import { onAxis, type Pivot, pivot } from '../pivot/pivot.ts';
import type { ChartEnv, RuleItem } from '../scene.ts';
import { summaryOf } from '../summary/summary.ts';
import { chartWords } from '../words/words.ts';
import { lineAxisLabels, positionsOf } from './line.axis.ts';
import { endNames, placedEndNames, tallestValue, valueLabels } from './line.labels.ts';
import { lineOptions } from './line.options.ts';
import type { LineScene } from './line.scene.ts';
import { lineShapes } from './line.shapes.ts';

const TICKS = 5;
const LEAST_PLOT = 96;
const INSET = 8;
const TICK_LENGTH = 5;

/**
 * Lays out an answer as lines along a time, a number or an ordered dimension. Points are joined by straight lines, and only where
 * their periods follow each other: a null or a missing period is a gap, and a value between two gaps a point. Rows without a period or
 * number have no place on the axis and stand in the table only. An axis that does not start at zero says so.
 *
 * @throws {LantuError} `chart/unsuited` where a column is unknown, of the wrong role or without an order, or several rows fall on one point
 */
export function buildLine(answer: Answer, spec: LineSpec, env: ChartEnv): LineScene {
  const options = lineOptions(answer, spec);
  const setting = settingOf(env);
  const whole = pivot(answer, options.columns);
  const grid = onAxis(whole);
  const words = chartWords(answer, grid, env.locale);
  const described = {
    type: 'line' as const,
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
    return { ...described, ...emptyScene(answer, words.format, setting), lines: [], points: [], gaps: [] };
  }

  const series = sceneSeries(grid, words);
  const axis = valueAxis(valuesOf(grid), words.format, { unit: metric.unit, zero: options.zero, count: TICKS });
  const notes = lookNotes(grid, words, 'line', (empty) => empty.every(Boolean));
  if (axis.domain[0] > 0 || axis.domain[1] < 0) {
    notes.push({ id: 'not-zero', text: words.format.text('axis.not-zero'), sample: null });
  }
  const named = options.columns.series !== null || series.length > 1;
  const framed = (legend: readonly Entry[]): Frame =>
    frameOf(answer, words.format, { legend, caption: axis.caption, notes }, setting);

  const wanted = named ? endNames(series, setting.widthPx - 2 * setting.paddingPx, setting) : null;
  const place = (atEnds: typeof wanted): { frame: Frame; plot: Box; labels: ReturnType<typeof lineAxisLabels> } => {
    const frame = framed(named && !atEnds ? legendOf(series, 'line') : []);
    const { small, value } = setting.type;
    const ticks = axis.ticks.map(({ text }) => setting.measure(text, { fontSize: small }));
    const left = Math.ceil(frame.left + Math.max(0, ...ticks) + 8);
    const right = frame.right - (atEnds?.width ?? 0);
    const xs = positionsOf(grid, left + INSET, right - INSET);
    const labels = lineAxisLabels(grid, xs, [frame.left, frame.right], words, setting);
    const top = Math.round(
      frame.top + (options.labels === 'never' ? small * 0.6 : tallestValue(grid, words, value) + 2),
    );
    const below =
      labelGap(setting) + labels.height + (axisTitle(grid, words, setting, right, 0)?.height ?? 0) + frame.footHeight;
    const height =
      setting.heightPx === undefined
        ? Math.min(380, Math.max(190, (right - left) * 0.52, atEnds?.height ?? 0))
        : setting.heightPx - top - below;
    return {
      frame,
      labels,
      plot: { x: left, y: top, width: right - left, height: Math.floor(Math.max(LEAST_PLOT, height)) },
    };
  };

  const first = place(wanted);
  const atEnds = wanted && wanted.height <= first.plot.height ? wanted : null;
  const { frame, plot, labels } = atEnds === wanted ? first : place(null);
  const bottom = plot.y + plot.height;
  const xs = positionsOf(grid, plot.x + INSET, plot.x + plot.width - INSET);
  const scale = axis.scale([bottom, plot.y]);
  const levels = thinnedAxis(axis, scale, setting.type.small);
  const shapes = lineShapes({ grid, series, xs, scale, plot, points: options.points });
  const ends = atEnds ? placedEndNames(atEnds, series, shapes.marks, plot) : { texts: [], samples: [], rules: [] };
  const bounds: readonly [number, number] = [plot.x, atEnds ? plot.x + plot.width : frame.right];
  const values = valueLabels(grid, shapes.marks, options.labels, { axis, words, setting, plot, bounds });
  const tickRules = labels.at.map((x, index): RuleItem => {
    return { id: `x-${index}`, role: 'lt-leader', x1: x, x2: x, y1: bottom, y2: bottom + TICK_LENGTH };
  });
  const end = bottom + labelGap(setting) + labels.height;
  const title = axisTitle(grid, words, setting, plot.x + plot.width, end);
  const floor = end + (title?.height ?? 0);
  const foot = frame.foot(floor);
  return {
    ...described,
    ...shapes,
    heightPx: Math.ceil(floor + frame.footHeight),
    plot,
    direction: 'horizontal',
    series,
    texts: [
      ...frame.head.texts,
      ...levelTexts(levels, scale, plot.x - 8, setting.type.small),
      ...labels.texts.map((item) => movedText(item, 0, bottom + labelGap(setting))),
      ...(title ? [title.item] : []),
      ...values,
      ...ends.texts,
      ...foot.texts,
    ],
    rules: [...levelRules(levels, scale, plot.x, plot.x + plot.width), ...tickRules, ...ends.rules],
    samples: [...frame.head.samples, ...ends.samples, ...foot.samples],
    outlines: frame.head.outlines,
  };
}

function valuesOf(grid: Pivot): number[] {
  return grid.slots.flatMap((_, position) =>
    grid.series.flatMap((__, index) => grid.cell(index, position).value ?? []),
  );
}
