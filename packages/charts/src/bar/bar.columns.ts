import { max } from 'd3-array';
import { categoryLabels, haveRoom } from '../axis/category-axis.ts';
import { type AxisLabels, labelGap } from '../axis/label.ts';
import { levelRules, levelTexts, thinnedAxis } from '../axis/levels.ts';
import { timeLabels } from '../axis/time-axis.ts';
import { axisTitle } from '../axis/title.ts';
import { movedText } from '../frame/block.ts';
import { type Bands, bandsOf } from './bar.bands.ts';
import { columnLabels, tallestLabel } from './bar.labels.ts';
import type { BarLayout, BarPlan } from './bar.plan.ts';
import { type BarShapes, shapesOf } from './bar.shapes.ts';

const THICKEST = { regular: 88, large: 104 } as const;

/** Bars that stand: values upwards, positions from left to right. */
export function layColumns(plan: BarPlan): BarLayout {
  const { setting, frame, axis, grid, spans, stacked, series } = plan;
  const { small, value } = setting.type;
  const labelHeight = Math.max(tallestLabel(plan), value * 1.4);
  const { left, right } = columnsBetween(plan);
  const bands = columnBands(plan);
  const names = columnNames(plan, bands);

  const shapes = (top: number, bottom: number): BarShapes =>
    shapesOf({
      grid,
      series,
      spans,
      bands,
      stacked,
      scale: axis.scale([bottom, top]),
      vertical: true,
      gapsBack: axis.domain[1] <= 0,
      gapLength: Math.round(small * 1.4),
    });
  const titleHeight = axisTitle(grid, plan.words, setting, right, 0)?.height ?? 0;
  const given = setting.heightPx;
  const natural = naturalHeight(right - left);
  const labels = columnLabels(plan, bands, shapes(0, given ?? natural), [left, right]);
  const top = Math.round(frame.top + (labels.above ? labelHeight + 2 : small * 0.6));
  const below = (labels.below ? labelHeight : 0) + names.height + labelGap(setting) + titleHeight + frame.footHeight;
  const bottom = top + Math.max(LEAST_PLOT, Math.floor(given === undefined ? natural : given - top - below));
  const drawn = shapes(top, bottom);
  const scale = axis.scale([bottom, top]);
  const levels = thinnedAxis(axis, scale, small);
  const words = labels.at(drawn);
  const floor = Math.max(bottom, max(words, ({ y }) => y + labelHeight * 0.4) ?? bottom);
  const end = floor + labelGap(setting) + names.height;
  const title = axisTitle(grid, plan.words, setting, right, end);
  return {
    ...drawn,
    plot: { x: left, y: top, width: right - left, height: bottom - top },
    texts: [
      ...levelTexts(levels, scale, left - 8, small),
      ...names.texts.map((item) => movedText(item, 0, floor + labelGap(setting))),
      ...words,
      ...(title ? [title.item] : []),
    ],
    rules: levelRules(levels, scale, left, right),
    bottom: end + titleHeight,
  };
}

const LEAST_PLOT = 96;

function naturalHeight(width: number): number {
  return Math.min(380, Math.max(190, width * 0.5));
}

function columnsBetween({ axis, frame, setting }: BarPlan): { left: number; right: number } {
  const widths = axis.ticks.map(({ text }) => setting.measure(text, { fontSize: setting.type.small }));
  return { left: Math.ceil(frame.left + Math.max(0, ...widths) + 8), right: frame.right };
}

function columnBands(plan: BarPlan): Bands {
  const { left, right } = columnsBetween(plan);
  return bandsOf({
    positions: plan.grid.slots.length,
    lanes: plan.stacked ? 1 : plan.series.length,
    from: left,
    to: right,
    thickest: THICKEST[plan.setting.size],
    fill: plan.series.length > 1 && !plan.stacked ? 0.8 : 0.68,
  });
}

function columnNames(plan: BarPlan, bands: Bands): AxisLabels {
  const { grid, words, setting, frame } = plan;
  const { slots, grain } = grid;
  const [first, last] = [slots[0], slots.at(-1)];
  if (grain && first && last) {
    const middle = new Map(slots.map((slot, position) => [slot.at, bands.centre(position)]));
    const at = (period: number): number => middle.get(period) ?? Number.NaN;
    const options = { first: first.at, last: last.at, grain, at, from: frame.left, to: frame.right };
    return timeLabels(options, words.format, setting);
  }
  const names = slots.map((slot, position) => ({ id: slot.id, name: words.slot(slot), x: bands.centre(position) }));
  return categoryLabels(names, { step: bands.step, from: frame.left, to: frame.right }, setting);
}

/** Whether all names fit below standing bars. */
export function columnsSuit(plan: BarPlan): boolean {
  if (plan.grid.grain || plan.grid.columns.x?.type === 'number') return true;
  const bands = columnBands(plan);
  if (!haveRoom(bands.step, plan.setting)) return false;
  const names = columnNames(plan, bands);
  return names.complete && names.texts.every(({ lines }) => lines.length <= 2);
}
