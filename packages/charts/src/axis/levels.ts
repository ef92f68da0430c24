import type { RuleItem, TextItem } from '../scene.ts';
import type { ValueAxis } from './value-axis.ts';

/** The axis with only every so-manyth tick, counted from zero, where all would touch each other. */
export function thinnedAxis(axis: ValueAxis, scale: (value: number) => number, fontSize: number): ValueAxis {
  const { ticks } = axis;
  const [first, second] = ticks;
  if (!first || !second) return axis;
  const every = Math.ceil((fontSize * 1.5) / Math.abs(scale(first.value) - scale(second.value)));
  const origin = Math.max(
    0,
    ticks.findIndex(({ value }) => value === 0),
  );
  return { ...axis, ticks: ticks.filter((_, index) => (index - origin) % every === 0) };
}

/** Gridlines across the plot at every tick of an upright value axis; the one at zero is the zero line. */
export function levelRules(axis: ValueAxis, scale: (value: number) => number, x1: number, x2: number): RuleItem[] {
  return axis.ticks.map(({ value }) => {
    const y = Math.round(scale(value)) + 0.5;
    return { id: `tick-${value}`, role: value === 0 ? 'lt-zero' : 'lt-grid', x1, x2, y1: y, y2: y };
  });
}

/** The tick labels of an upright value axis, ending at `x`. */
export function levelTexts(axis: ValueAxis, scale: (value: number) => number, x: number, fontSize: number): TextItem[] {
  return axis.ticks.map(({ value, text }) => ({
    id: `tick-${value}`,
    role: 'lt-tick',
    x,
    y: scale(value) + fontSize * 0.35,
    anchor: 'end',
    lines: [text],
    lineHeight: fontSize * 1.4,
    fontSize,
  }));
}
