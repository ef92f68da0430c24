import type { TimeGrain } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { type CalendarTick, calendarSteps, calendarTicks, periodAt } from '../calendar/calendar.ts';
import type { Setting } from '../frame/setting.ts';
import type { TextItem } from '../scene.ts';
import { lineBox } from '../text/measure.ts';
import { type AxisLabels, keepApart, keptInside } from './label.ts';

export interface TimeAxisOptions {
  /** The first and last period, by number at `grain`. */
  readonly first: number;
  readonly last: number;
  readonly grain: TimeGrain;
  /** The x of a period; NaN where it has none. */
  readonly at: (period: number) => number;
  /** Labels stay between these. */
  readonly from: number;
  readonly to: number;
}

const GAP = 10;
const NARROWEST = 10;

/**
 * Labels at the finest calendar step at which none touches its neighbour. Months, quarters and days say their year in a second row,
 * where it begins. Where not even two labels of a step fit, the first and the last period are labelled.
 */
export function timeLabels(options: TimeAxisOptions, format: Formatter, setting: Setting): AxisLabels {
  const { first, last, grain, from, to } = options;
  const most = (to - from) / NARROWEST;
  for (const step of calendarSteps(grain)) {
    const ticks = calendarTicks(first, last, grain, step).filter(({ number }) => Number.isFinite(options.at(number)));
    if (ticks.length > most) continue;
    if (ticks.length < 2 && last > first) break;
    const row = rowOf(ticks, 'axis', options, format, setting);
    if (keepApart(row.map(spanOf), GAP)) return labelled(row, ticks, options, format, setting);
  }
  const ends = [first, last].map((number) => ({ number, iso: periodAt(number, grain), grain }));
  const both = rowOf(ends, 'axis', options, format, setting);
  const fits = last > first && keepApart(both.map(spanOf), GAP);
  const ticks = fits ? ends : ends.slice(0, 1);
  return labelled(fits ? both : both.slice(0, 1), ticks, options, format, setting);
}

interface Placed {
  readonly tick: CalendarTick;
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

function rowOf(
  ticks: readonly CalendarTick[],
  form: 'axis' | 'year',
  { at, from, to }: TimeAxisOptions,
  format: Formatter,
  { measure, type }: Setting,
): Placed[] {
  return ticks.map((tick) => {
    const text = form === 'year' ? format.period(tick.iso, 'year') : format.period(tick.iso, tick.grain, 'axis');
    const width = measure(text, { fontSize: type.small });
    return { tick, text, width, x: keptInside(at(tick.number), width, from, to) };
  });
}

function labelled(
  row: readonly Placed[],
  ticks: readonly CalendarTick[],
  options: TimeAxisOptions,
  format: Formatter,
  setting: Setting,
): AxisLabels {
  const texts = row.map((placed) => textOf(placed, 'tick', 0, setting));
  let height = rowHeight(row, setting);
  if (ticks.some((tick) => tick.grain !== 'year')) {
    const starts = ticks.filter((tick, index) => tick.iso.slice(0, 4) !== ticks[index - 1]?.iso.slice(0, 4));
    const years = withoutCollisions(rowOf(starts, 'year', options, format, setting));
    texts.push(...years.map((placed) => textOf(placed, 'year', height, setting)));
    height += rowHeight(years, setting);
  }
  return { texts, height, complete: true, at: ticks.map((tick) => options.at(tick.number)) };
}

/** Years from the last backwards; one that would touch the next is left out. */
function withoutCollisions(row: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (const placed of row.toReversed()) {
    const next = kept[0];
    if (!next || spanOf(next)[0] - spanOf(placed)[1] >= GAP) kept.unshift(placed);
  }
  return kept;
}

function spanOf({ x, width }: Placed): readonly [number, number] {
  return [x - width / 2, x + width / 2];
}

function rowHeight(row: readonly Placed[], { type }: Setting): number {
  return Math.max(
    0,
    ...row.map(({ text }) => lineBox(text, type.small)).map(({ ascent, descent }) => ascent + descent),
  );
}

function textOf({ tick, text, x }: Placed, kind: string, top: number, { type }: Setting): TextItem {
  const { ascent, descent } = lineBox(text, type.small);
  return {
    id: `${kind}-${tick.iso}`,
    role: 'lt-tick',
    x,
    y: top + ascent,
    anchor: 'middle',
    lines: [text],
    lineHeight: ascent + descent,
    fontSize: type.small,
  };
}
