import { keepApart, keptInside } from '../axis/label.ts';
import type { ValueAxis, ValueTick } from '../axis/value-axis.ts';
import type { Mark } from '../mark.ts';
import type { RuleItem, TextItem } from '../scene.ts';
import { lineBox } from '../text/measure.ts';
import { bandsOf } from './bar.bands.ts';
import { labelText, rowLabels, tallestLabel } from './bar.labels.ts';
import type { BarLayout, BarPlan } from './bar.plan.ts';
import { BESIDE_FILL, placedNames, ROW_GAP, type RowPlan, rowPlan } from './bar.row-names.ts';
import { shapesOf } from './bar.shapes.ts';

const THICKEST = 44;
const LABEL_GAP = 6;
const TICK_GAP = 12;
/** Labels may take this part of the width from the bars. */
const MOST_LABEL_PART = 0.4;

/** Bars that lie: values to the right, positions from top to bottom. Where every bar says its value, there is no axis. */
export function layRows(plan: BarPlan): BarLayout {
  const { frame, setting, grid, spans, stacked, series } = plan;
  const { small } = setting.type;
  const axisHeight = small * 1.4 + 6;
  const head = frame.top + (frame.top > setting.paddingPx ? 6 : 0);
  const height = setting.heightPx === undefined ? undefined : setting.heightPx - head - frame.footHeight;
  const exact = plan.axisOf(4, true);
  const spacious = rowPlan(plan, height);
  const labels = roomForLabels({ ...plan, axis: exact }, spacious);
  const labelled = labels !== undefined;
  const rows = labelled || height === undefined ? spacious : rowPlan(plan, height - axisHeight);
  const lanes = stacked ? 1 : series.length;
  const left = frame.left + rows.indent;

  const [before, after] = labels ?? [0, 0];
  const room: [number, number] = [left + before, frame.right - after];
  const axis = labelled ? exact : axisThatFits(plan, room);
  const scale = axis.scale(room);
  const top = head + (labelled ? 0 : axisHeight);
  const bottom = top + rows.pitch * grid.slots.length;
  const bands = bandsOf({
    positions: grid.slots.length,
    lanes,
    from: top,
    to: bottom,
    thickest: THICKEST,
    fill: rows.naming === 'above' ? 1 - ROW_GAP / (rows.pitch - rows.inset) : BESIDE_FILL,
    inset: rows.inset,
  });
  const plot = { x: left, y: top, width: frame.right - left, height: bottom - top };
  const gapLength = Math.round(small * 1.4);
  const shapes = shapesOf({ grid, series, spans, bands, stacked, scale, vertical: false, gapsBack: false, gapLength });

  const stretches = rows.naming === 'above' ? rowStretches(shapes.marks) : [[top, bottom] as const];
  const upright = (value: number): RuleItem[] => uprights(value, Math.round(scale(value)) + 0.5, stretches);
  const texts: TextItem[] = placedNames(rows, bands, frame.left, plot);
  if (labelled) texts.push(...rowLabels({ ...plan, axis }, shapes, LABEL_GAP));
  else texts.push(...axis.ticks.map((tick) => tickText(plan, tick, scale(tick.value), top)));
  return {
    ...shapes,
    plot,
    texts,
    rules: labelled ? upright(0) : axis.ticks.flatMap(({ value }) => upright(value)),
    bottom,
  };
}

/** What labels take of both ends of the rows; undefined where the rows are too thin or too short for them, or none are wanted. */
function roomForLabels(plan: BarPlan, { pitch, inset, indent }: RowPlan): [number, number] | undefined {
  const { labels, stacked, series, setting, frame } = plan;
  const lanes = stacked ? 1 : series.length;
  const lane = ((pitch - inset) * (lanes === 1 ? 1 : BESIDE_FILL)) / lanes;
  if (labels === 'never' || lane < setting.type.value * 1.2 || lane < tallestLabel(plan) * 0.95) return undefined;
  const [before, after] = labelRoom(plan);
  return before + after <= (frame.right - frame.left - indent) * MOST_LABEL_PART ? [before, after] : undefined;
}

/** What value labels need beside the ends of negative bars and of all others. Words for "no data" take what is free. */
function labelRoom(plan: BarPlan): [number, number] {
  const { grid, stacked, spans, setting, words, axis } = plan;
  const { value: fontSize } = setting.type;
  let [before, after] = [0, 0];
  for (const [position] of grid.slots.entries()) {
    const total = axis.label(spans.ends[position]?.high ?? 0);
    if (stacked) after = Math.max(after, setting.measure(total, { fontSize, weight: 600 }));
    for (const [index] of grid.series.entries()) {
      const { value } = grid.cell(index, position);
      if (stacked || value === null) continue;
      const width = setting.measure(labelText({ grid, words, axis }, index, position), { fontSize });
      if (value < 0) before = Math.max(before, width);
      else after = Math.max(after, width);
    }
  }
  return [before && before + LABEL_GAP + 2, after && after + LABEL_GAP + 2];
}

/** As many ticks as keep their labels apart; where not even two do, the first of them. */
function axisThatFits(plan: BarPlan, room: [number, number]): ValueAxis {
  const { setting, frame } = plan;
  const fontSize = setting.type.small;
  const spanOf = (scale: (value: number) => number, { value, text }: ValueTick): [number, number] => {
    const width = setting.measure(text, { fontSize });
    const x = keptInside(scale(value), width, frame.left, frame.right);
    return [x - width / 2, x + width / 2];
  };
  for (let count = Math.min(8, Math.floor((room[1] - room[0]) / 60)); count > 1; count -= 1) {
    const axis = plan.axisOf(count);
    const scale = axis.scale(room);
    const spans = axis.ticks.map((tick) => spanOf(scale, tick));
    if (keepApart(spans, TICK_GAP)) return axis;
  }
  const axis = plan.axisOf(1);
  return { ...axis, ticks: axis.ticks.slice(0, 1) };
}

type Stretch = readonly [from: number, to: number];

/** Beside each row's bars only, so that no line crosses a name. */
function rowStretches(marks: readonly Mark[]): Stretch[] {
  const stretches: [number, number][] = [];
  for (const { position, box } of marks) {
    const known = stretches[position];
    if (known) known[1] = box.y + box.height + 3;
    else stretches[position] = [box.y - 3, box.y + box.height + 3];
  }
  return stretches;
}

function uprights(value: number, x: number, stretches: readonly Stretch[]): RuleItem[] {
  const role = value === 0 ? 'lt-zero' : 'lt-grid';
  return stretches.map(([y1, y2], index) => ({ id: `tick-${value}-${index}`, role, x1: x, x2: x, y1, y2 }));
}

function tickText({ frame, setting }: BarPlan, { value, text }: ValueTick, x: number, bottom: number): TextItem {
  const fontSize = setting.type.small;
  const { ascent, descent } = lineBox(text, fontSize);
  return {
    id: `tick-${value}`,
    role: 'lt-tick',
    x: keptInside(x, setting.measure(text, { fontSize }), frame.left, frame.right),
    y: bottom - 6 - descent,
    anchor: 'middle',
    lines: [text],
    lineHeight: ascent + descent,
    fontSize,
  };
}
