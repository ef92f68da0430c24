import { ticks } from 'd3-array';
import { categoryLabels } from '../axis/category-axis.ts';
import { type AxisLabels, keepApart, keptInside } from '../axis/label.ts';
import { timeLabels } from '../axis/time-axis.ts';
import type { Setting } from '../frame/setting.ts';
import type { Pivot } from '../pivot/pivot.ts';
import { linear } from '../scale/linear.ts';
import type { TextItem } from '../scene.ts';
import { lineBox } from '../text/measure.ts';
import type { ChartWords } from '../words/words.ts';

/** The x of each position: by time or number where the axis has one, else evenly. */
export function positionsOf(grid: Pivot, from: number, to: number): readonly number[] {
  const { slots, grain, columns } = grid;
  if (slots.length === 1) return [(from + to) / 2];
  if (grain || columns.x?.type === 'number') {
    const scale = linear([slots[0]?.at ?? 0, slots.at(-1)?.at ?? 1], [from, to]);
    return slots.map(({ at }) => scale(at));
  }
  const scale = linear([0, slots.length - 1], [from, to]);
  return slots.map((_, position) => scale(position));
}

/** The labels below the axis, kept between `bounds`. */
export function lineAxisLabels(
  grid: Pivot,
  xs: readonly number[],
  bounds: readonly [number, number],
  words: ChartWords,
  setting: Setting,
): AxisLabels {
  const { slots, grain, columns } = grid;
  const [from, to] = bounds;
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return { texts: [], height: 0, complete: true, at: [] };
  const [start = from, end = to] = [xs[0], xs.at(-1)];
  const place = linear([first.at, last.at], [start, end]);
  if (grain) {
    return timeLabels({ first: first.at, last: last.at, grain, at: place, from, to }, words.format, setting);
  }
  if (columns.x?.type === 'number') return numberLabels(first.at, last.at, place, bounds, words, setting);
  const step = xs.length > 1 ? (end - start) / (xs.length - 1) : to - from;
  const names = slots.map((slot, position) => ({ id: slot.id, name: words.slot(slot), x: xs[position] ?? start }));
  return categoryLabels(names, { step, from, to }, setting);
}

function numberLabels(
  low: number,
  high: number,
  place: (value: number) => number,
  [from, to]: readonly [number, number],
  words: ChartWords,
  { measure, type }: Setting,
): AxisLabels {
  const fontSize = type.small;
  const { ascent, descent } = lineBox('0', fontSize);
  const lineHeight = ascent + descent;
  for (let count = 10; count >= 1; count -= 1) {
    const values = low === high ? [low] : ticks(low, high, count);
    const placed = values.map((value) => {
      const text = words.format.number(value);
      const width = measure(text, { fontSize });
      return { value, text, width, x: keptInside(place(value), width, from, to) };
    });
    if (
      count > 1 &&
      !keepApart(
        placed.map(({ x, width }) => [x - width / 2, x + width / 2] as const),
        10,
      )
    )
      continue;
    const texts = placed.map(({ value, text, x }): TextItem => {
      return { id: `x-${value}`, role: 'lt-tick', x, y: ascent, anchor: 'middle', lines: [text], lineHeight, fontSize };
    });
    return { texts, height: lineHeight, complete: true, at: values.map(place) };
  }
  return { texts: [], height: 0, complete: false, at: [] };
}
