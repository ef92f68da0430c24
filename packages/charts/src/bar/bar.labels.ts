import { max } from 'd3-array';
import { keepApart, keptInside } from '../axis/label.ts';
import type { Mark } from '../mark.ts';
import type { TextItem } from '../scene.ts';
import { lineBox } from '../text/measure.ts';
import type { Bands } from './bar.bands.ts';
import type { BarPlan } from './bar.plan.ts';
import type { BarShapes } from './bar.shapes.ts';

/** The words at standing bars. */
export interface ColumnLabels {
  /** Whether any stands over the end of a positive bar, or under that of a negative one. */
  readonly above: boolean;
  readonly below: boolean;
  /** The labels at bars whose height has changed since. */
  at(shapes: BarShapes): readonly TextItem[];
}

type Bounds = readonly [from: number, to: number];

interface Label {
  /** The index of its mark; a total goes by the first mark of its position. */
  readonly index: number;
  readonly text: string;
  readonly width: number;
  readonly place: 'end' | 'inside' | 'total';
}

const INSET = 4;

/** Values over, under or (stacked) inside standing bars. */
export function columnLabels(plan: BarPlan, bands: Bands, { marks }: BarShapes, bounds: Bounds): ColumnLabels {
  const { stacked, labels: wanted, series } = plan;
  const room = stacked || series.length === 1 ? bands.step - INSET : bands.thickness + INSET / 2;
  const all = wanted === 'never' ? [] : labelsOf(plan, marks);
  const inside = all.filter((label) => label.place === 'inside');
  const outside = all.filter(
    ({ place, width, index }) => place !== 'inside' && (width <= room || marks[index]?.value !== null),
  );
  const allFit = outside.every(({ width }) => width <= room);
  const kept = allFit ? outside : wanted === 'always' ? apart(outside, marks, bounds) : [];
  const negative = (label: Label): boolean => isBack(label, marks);
  return {
    above: kept.some((label) => !negative(label)),
    below: kept.some(negative),
    at: (moved) => [
      ...kept.map((label) => endText(label, moved.marks, plan, bounds)),
      ...insideTexts(plan, inside, moved.marks),
    ],
  };
}

/** Values after the ends of lying bars, or (stacked) inside them and after the last. */
export function rowLabels(plan: BarPlan, { marks }: BarShapes, gap: number): TextItem[] {
  const labels = labelsOf(plan, marks);
  const inside = insideTexts(
    plan,
    labels.filter(({ place }) => place === 'inside'),
    marks,
  );
  const outside = labels.filter(({ place }) => place !== 'inside');
  const ends = outside.map((label): TextItem => {
    const base = textOf(label, marks, plan);
    const { mark, boxes } = placeOf(label, marks, plan);
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const left = Math.min(...boxes.map((box) => box.x));
    const y = mark.box.y + mark.box.height / 2 + base.fontSize * 0.36;
    return isBack(label, marks)
      ? { ...base, x: left - gap, y, anchor: 'end' }
      : { ...base, x: right + gap, y, anchor: 'start' };
  });
  return [
    ...ends.filter(
      ({ role, x }, index) => role !== 'lt-missing' || x + (outside[index]?.width ?? 0) <= plan.frame.right,
    ),
    ...inside,
  ];
}

/** A value as its bar shows it: in the axis's unit, with how exactly it is known. */
export function labelText(
  { grid, words, axis }: Pick<BarPlan, 'grid' | 'words' | 'axis'>,
  series: number,
  position: number,
): string {
  const cell = grid.cell(series, position);
  return cell.value === null ? words.format.text('no-value') : words.exactly(cell, axis.label(cell.value));
}

/** What a line of the tallest label takes: words at bars may be Tibetan. 0 where there are none. */
export function tallestLabel(plan: BarPlan): number {
  const heights = plan.grid.slots.flatMap((_, position) =>
    plan.series.map((__, index) => {
      const { ascent, descent } = lineBox(labelText(plan, index, position), plan.setting.type.value);
      return ascent + descent;
    }),
  );
  return plan.labels === 'never' ? 0 : (max(heights) ?? 0);
}

/** Grouped: every value at its bar's end. Stacked: each part inside its bar; over a stack without gaps or negative parts, the total. */
function labelsOf(plan: BarPlan, marks: readonly Mark[]): Label[] {
  const { stacked, grid, axis, spans, setting } = plan;
  const { measure, type } = setting;
  const values = marks.flatMap((mark, index): Label[] => {
    if (stacked && !mark.value) return [];
    const text = labelText(plan, mark.series, mark.position);
    return stacked
      ? [{ index, text, width: measure(text, { fontSize: type.small }), place: 'inside' }]
      : [{ index, text, width: measure(text, { fontSize: type.value }), place: 'end' }];
  });
  if (!stacked) return values;
  const totals = grid.slots.flatMap((_, position): Label[] => {
    const cells = grid.series.map((__, index) => grid.cell(index, position));
    if (cells.some(({ value }) => value === null || value < 0)) return [];
    const text = axis.label(spans.ends[position]?.high ?? 0);
    const width = measure(text, { fontSize: type.value, weight: 600 });
    return [{ index: position * grid.series.length, text, width, place: 'total' }];
  });
  return [...values, ...totals];
}

/** From left to right, leaving out what would touch the one before. */
function apart(labels: readonly Label[], marks: readonly Mark[], bounds: Bounds): Label[] {
  const kept: Label[] = [];
  const span = ({ index, width }: Label): readonly [number, number] => {
    const x = keptInside(marks[index]?.x ?? 0, width, ...bounds);
    return [x - width / 2, x + width / 2];
  };
  for (const label of labels.filter(({ width }) => width <= bounds[1] - bounds[0])) {
    const before = kept.at(-1);
    if (!before || keepApart([span(before), span(label)], INSET)) kept.push(label);
  }
  return kept;
}

/** Whether a label stands at an end that points down or to the left. */
function isBack({ index, place }: Label, marks: readonly Mark[]): boolean {
  const mark = marks[index];
  if (!mark || place !== 'end') return false;
  return mark.y > mark.box.y + mark.box.height * 0.75 || mark.x < mark.box.x + mark.box.width * 0.25;
}

function endText(label: Label, marks: readonly Mark[], plan: BarPlan, bounds: Bounds): TextItem {
  const base = textOf(label, marks, plan);
  const { mark, boxes } = placeOf(label, marks, plan);
  const { ascent, descent } = lineBox(label.text, base.fontSize);
  const top = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const under = isBack(label, marks);
  return {
    ...base,
    x: keptInside(mark.x, label.width, ...bounds),
    y: under ? bottom + ascent : top - descent - 1,
    anchor: 'middle',
  };
}

function insideTexts(plan: BarPlan, labels: readonly Label[], marks: readonly Mark[]): TextItem[] {
  return labels.flatMap((label): TextItem[] => {
    const { mark } = placeOf(label, marks, plan);
    const { box } = mark;
    const base = textOf(label, marks, plan);
    if (label.width + 2 * INSET > box.width || box.height < base.fontSize * 1.4) return [];
    const colour = plan.series[mark.series]?.colour ?? 1;
    return [
      {
        ...base,
        role: `lt-value lt-on-${colour}`,
        x: box.x + box.width / 2,
        y: box.y + box.height / 2 + base.fontSize * 0.36,
        anchor: 'middle',
      },
    ];
  });
}

function textOf(
  { index, text, place }: Label,
  marks: readonly Mark[],
  { setting }: BarPlan,
): Omit<TextItem, 'x' | 'y' | 'anchor'> {
  const fontSize = place === 'inside' ? setting.type.small : setting.type.value;
  const { ascent, descent } = lineBox(text, fontSize);
  const mark = marks[index];
  const role = place === 'total' ? 'lt-total' : mark?.value === null ? 'lt-missing' : 'lt-value';
  return { id: `${place}-${mark?.id}`, role, lines: [text], lineHeight: ascent + descent, fontSize };
}

/** The mark of a label, and the bars that it stands at the end of. */
function placeOf(
  { index, place }: Label,
  marks: readonly Mark[],
  { series }: BarPlan,
): { mark: Mark; boxes: readonly Mark['box'][] } {
  const mark = marks[index];
  if (!mark) throw new RangeError(`no mark ${index}`);
  return {
    mark,
    boxes: (place === 'total' ? marks.slice(index, index + series.length) : [mark]).map(({ box }) => box),
  };
}
