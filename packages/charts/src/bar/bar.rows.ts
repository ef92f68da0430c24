import { keepApart } from '../axis/label.ts';
import type { ValueAxis } from '../axis/value-axis.ts';
import type { Mark, RuleItem, TextItem } from '../scene.ts';
import { lineBox } from '../text/measure.ts';
import { bandsOf } from './bar.bands.ts';
import { labelText, rowLabels } from './bar.labels.ts';
import type { BarLayout, BarPlan } from './bar.plan.ts';
import { placedNames, rowPlan } from './bar.row-names.ts';
import { shapesOf } from './bar.shapes.ts';

const THICKEST = 44;
const LABEL_GAP = 6;
const ROW_GAP = 12;
/** Labels may take this part of the width from the bars. */
const MOST_LABEL_PART = 0.4;

/** Bars that lie: values to the right, positions from top to bottom. Where every bar says its value, there is no axis. */
export function layRows(plan: BarPlan): BarLayout {
  const { frame, setting, grid, spans, stacked, series } = plan;
  const { small } = setting.type;
  const axisHeight = 6 + small * 1.4;
  const top = frame.top + (frame.top > 0 ? 6 : 0);
  const height = setting.heightPx === undefined ? undefined : setting.heightPx - top - axisHeight - frame.footHeight;
  const rows = rowPlan(plan, height);
  const bottom = top + rows.pitch * grid.slots.length;
  const left = frame.left + rows.indent;
  const bands = bandsOf({
    positions: grid.slots.length,
    lanes: stacked ? 1 : series.length,
    from: top,
    to: bottom,
    thickest: THICKEST,
    fill: rows.naming === 'above' ? 1 - ROW_GAP / (rows.pitch - rows.inset) : 0.78,
    inset: rows.inset,
  });

  const exact = plan.axisOf(4, true);
  const [before, after] = labelRoom({ ...plan, axis: exact });
  const high = lineBox('0', setting.type.value);
  const fits = bands.thickness + 2 >= setting.type.value && before + after <= (frame.right - left) * MOST_LABEL_PART;
  const labelled = plan.labels !== 'never' && fits && rows.naming !== 'thinned' && rows.pitch >= high.ascent;
  const room: [number, number] = labelled ? [left + before, frame.right - after] : [left, frame.right];
  const axis = labelled ? exact : axisThatFits(plan, room);
  const scale = axis.scale(room);
  const gapLength = Math.round(small * 1.4);
  const shapes = shapesOf({ grid, series, spans, bands, stacked, scale, vertical: false, gapLength });

  const stretches = rows.naming === 'above' ? rowStretches(shapes.marks) : [[top, bottom] as const];
  const upright = (value: number): RuleItem[] => uprights(value, Math.round(scale(value)) + 0.5, stretches);
  const rules: RuleItem[] = [];
  const texts: TextItem[] = placedNames(rows, bands, frame.left, left);
  if (labelled) {
    rules.push(...upright(0));
    texts.push(...rowLabels({ ...plan, axis }, shapes, LABEL_GAP));
  } else {
    for (const { value, text } of axis.ticks) {
      rules.push(...upright(value));
      texts.push(tickText(value, text, scale(value), bottom, small));
    }
  }
  const plot = { x: left, y: top, width: frame.right - left, height: bottom - top };
  return { ...shapes, plot, texts, rules, bottom: bottom + (labelled ? 0 : axisHeight) };
}

/** What value labels need beside the ends of negative bars and of all others. */
function labelRoom(plan: BarPlan): [number, number] {
  const { grid, stacked, spans, setting, words, axis } = plan;
  const { value: fontSize } = setting.type;
  let [before, after] = [0, 0];
  for (const [position] of grid.slots.entries()) {
    const total = axis.label(spans.ends[position]?.high ?? 0);
    if (stacked) after = Math.max(after, setting.measure(total, { fontSize, weight: 600 }));
    for (const [index] of grid.series.entries()) {
      const { value } = grid.cell(index, position);
      if (stacked && value !== null) continue;
      const width = setting.measure(labelText({ grid, words, axis }, index, position), { fontSize });
      if (value !== null && value < 0) before = Math.max(before, width);
      else after = Math.max(after, value === null ? width + fontSize * 1.4 : width);
    }
  }
  return [before && before + LABEL_GAP, after && after + LABEL_GAP];
}

/** As many ticks as keep their labels apart. */
function axisThatFits(plan: BarPlan, [from, to]: [number, number]): ValueAxis {
  const { measure, type } = plan.setting;
  for (let count = Math.min(8, Math.floor((to - from) / 60)); count > 1; count -= 1) {
    const axis = plan.axisOf(count);
    const scale = axis.scale([from, to]);
    const spans = axis.ticks.map(({ value, text }): [number, number] => {
      const half = measure(text, { fontSize: type.small }) / 2;
      return [scale(value) - half, scale(value) + half];
    });
    if (keepApart(spans, 12)) return axis;
  }
  return plan.axisOf(1);
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

function tickText(value: number, text: string, x: number, bottom: number, fontSize: number): TextItem {
  const { ascent, descent } = lineBox(text, fontSize);
  return {
    id: `tick-${value}`,
    role: 'lt-tick',
    x,
    y: bottom + 6 + ascent,
    anchor: 'middle',
    lines: [text],
    lineHeight: ascent + descent,
    fontSize,
  };
}
