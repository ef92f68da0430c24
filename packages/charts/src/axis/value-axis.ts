import type { AnswerUnit } from '@lantu/spec';
import type { AxisFormat, Formatter } from '@lantu/spec/locale';
import { max, tickStep, ticks } from 'd3-array';
import { linear, widened } from '../scale/linear.ts';

export interface ValueTick {
  readonly value: number;
  readonly text: string;
}

/** A linear axis of values in one unit. */
export interface ValueAxis {
  /** Widened to round numbers, unless `exact`. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly ValueTick[];
  /** 单位：万元; empty where the ticks carry the unit or there is none. */
  readonly caption: string;
  /** A value as it is written at its mark: in the axis's unit, with the digits that tell it from its neighbours. */
  label(value: number): string;
  /** Pixels for values, along `range`. */
  scale(range: readonly [number, number]): (value: number) => number;
}

export interface ValueAxisOptions {
  readonly unit: AnswerUnit;
  /** Whether zero belongs to the domain. */
  readonly zero: boolean;
  /** About how many ticks there is room for. */
  readonly count: number;
  /** Leaves the domain as the values are, for an axis that is not drawn. Default false. */
  readonly exact?: boolean;
}

/** An axis over all of `values`; over 0 … 1 where there are none or all are zero. A count has no ticks between whole numbers. */
export function valueAxis(values: readonly number[], format: Formatter, options: ValueAxisOptions): ValueAxis {
  const { unit, count, exact = false } = options;
  const [low, high] = extentOf(values, options.zero);
  const whole = unit.kind === 'count';
  const steps = whole ? Math.max(1, Math.min(count, Math.ceil(high - low))) : count;
  const [from, to] = exact ? [low, high] : widened(low, high, steps);
  const places = ticks(from, to, steps).filter((value) => !whole || Number.isInteger(value));
  const axis: AxisFormat = format.axis([from, to], unit, { tickStep: tickStep(from, to, steps) });
  let labels: AxisFormat | undefined;
  const written = new Map<number, string>();
  return {
    domain: [from, to],
    ticks: places.map((value) => ({ value, text: axis.tick(value) })),
    caption: axis.caption,
    label: (value) => {
      labels ??= labelFormat(values, [from, to], unit, format);
      const text = written.get(value) ?? labels.tick(value);
      written.set(value, text);
      return text;
    },
    scale: (range) => linear([from, to], range),
  };
}

/** All labels get as many decimals as the one that needs most: 1.40 beside 2.16. */
function labelFormat(
  values: readonly number[],
  domain: [number, number],
  unit: AnswerUnit,
  format: Formatter,
): AxisFormat {
  const free = format.axis(domain, unit);
  const decimals = max(new Set(values), (value) => free.tick(value).match(/\.(\d+)/)?.[1]?.length ?? 0) ?? 0;
  return format.axis(domain, unit, { tickStep: free.divisor * 10 ** -decimals });
}

function extentOf(values: readonly number[], zero: boolean): [number, number] {
  let low = zero ? 0 : Number.POSITIVE_INFINITY;
  let high = zero ? 0 : Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  if (low < high) return [low, high];
  if (low === 0) return [0, 1];
  return [low - Math.abs(low) * 0.1, high + Math.abs(high) * 0.1];
}
