import type { AnswerUnit } from '../answer.ts';
import { decimalText, wholeDigits } from './decimal.ts';
import { scaleFor, type UnitWords } from './units.ts';

export interface AxisOptions {
  /** The distance between ticks, in the unit that the data are stored in: all ticks get the decimals that it needs. */
  readonly tickStep?: number;
}

/** One unit for all ticks of an axis. */
export interface AxisFormat {
  /** A value of the data divided by this is what its tick shows. 10000 for 万元, 0.01 for percent. */
  readonly divisor: number;
  /** 万元, million yuan; empty for an index. */
  readonly unitTitle: string;
  /** The unit in the words that stand at the axis, 单位：万元; empty where ticks carry the unit (percent) or there is none. */
  readonly caption: string;
  /** What the tick at `value` (of the data, not divided) shows. */
  tick(value: number): string;
}

const MOST_DECIMALS = 20;

export function axisFormat(
  domain: readonly [number, number],
  unit: AnswerUnit,
  words: UnitWords,
  caption: (unitTitle: string) => string,
  { tickStep }: AxisOptions,
): AxisFormat {
  const [from, to] = domain;
  const percent = unit.kind === 'ratio';
  const scale = scaleFor(Math.max(Math.abs(from), Math.abs(to)), unit, words.rules);
  const shift = percent ? 2 : -scale.power;
  const unitTitle = percent ? '%' : words.rules.scaled(words.title, scale.word);
  const decimals = tickStep === undefined ? decimalsOfSpan(to - from || to, shift) : decimalsOfStep(tickStep, shift);
  return {
    divisor: 10 ** -shift,
    unitTitle,
    caption: percent || !unitTitle ? '' : caption(unitTitle),
    tick: (value) => {
      const trim = tickStep === undefined || value === 0 ? 'all' : 'none';
      return `${decimalText(value, { shift, decimals, trim })}${percent ? '%' : ''}`;
    },
  };
}

/** Enough to tell a thousandth of the span from the next. */
function decimalsOfSpan(span: number, shift: number): number {
  return Math.min(Math.max(4 - wholeDigits(span, shift), 0), MOST_DECIMALS);
}

/** As many as the step has itself; a step that binary fractions blurred (0.30000000000000004) counts as what it means. */
function decimalsOfStep(step: number, shift: number): number {
  const clean = Number(step.toPrecision(10));
  const fraction = decimalText(clean, { shift, decimals: MOST_DECIMALS, trim: 'all' }).split('.')[1] ?? '';
  return fraction.length;
}
