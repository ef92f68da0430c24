import type { AnswerUnit } from '../answer.ts';
import { type Locale, languageOf, textIn } from '../localized.ts';
import { decimalText, wholeDigits } from './decimal.ts';
import type { Rules, Scale } from './language.ts';
import { zhRules } from './zh.rules.ts';

/** A unit in the words of a language that has some for it, with the rules of that language. */
export interface UnitWords {
  readonly locale: Locale;
  readonly rules: Rules;
  readonly title: string;
}

/** A number with its unit in parts, so that the two can be set apart. Together: number, separator, unit, or the other way round. */
export interface ValueParts {
  readonly number: string;
  /** Empty where the unit has no word (an index) or there is no value. */
  readonly unit: string;
  readonly position: 'after' | 'before';
  readonly separator: string;
  /** The language of `unit`: Chinese where the unit's title is not translated. */
  readonly unitLocale: Locale;
}

const UNSCALED: Scale = { power: 0, word: '' };
const SIGNIFICANT = 3;

/** The most decimals that are written where none are asked for: money to 分, else six. */
export function mostDecimals(unit: AnswerUnit): number {
  return unit.kind === 'money' ? 2 : 6;
}

/** A unit that is not translated is written as Chinese is, whether or not the texts of Chinese are loaded. */
export function unitWords(unit: AnswerUnit, locale: Locale, rules: Rules): UnitWords {
  if (unit.code === 'CNY') return { locale, rules, title: rules.yuan };
  const home = languageOf(unit.title, locale);
  const title = unit.kind === 'index' ? '' : textIn(unit.title, locale);
  return { locale: home, rules: home === locale ? rules : zhRules, title };
}

/** The largest scale that leaves at least one digit before the point of a number as large as `value`. */
export function scaleFor(value: number, unit: AnswerUnit, rules: Rules): Scale {
  if (unit.kind === 'ratio' || unit.kind === 'index') return UNSCALED;
  const power = wholeDigits(value) - 1;
  if (unit.kind !== 'money' && power < rules.countsFrom) return UNSCALED;
  return rules.scales.find((scale) => power >= scale.power) ?? UNSCALED;
}

export function partsWith(number: string, scale: string, { locale, rules, title }: UnitWords): ValueParts {
  const one = number === '1' && scale === '' && rules.singular;
  const unit = rules.scaled(one ? one(title) : title, scale);
  return {
    number,
    unit,
    position: rules.unitPosition,
    separator: unit ? rules.unitSeparator : '',
    unitLocale: locale,
  };
}

/** `value` with three significant digits, or more where it is larger than its unit, in the largest scale that fits once rounded. */
export function compactParts(
  value: number,
  unit: AnswerUnit,
  words: UnitWords,
  decimals: number | undefined,
): ValueParts {
  const { rules } = words;
  const written = (scale: Scale): string =>
    decimalText(value, {
      shift: -scale.power,
      decimals: decimals ?? Math.min(Math.max(SIGNIFICANT - wholeDigits(value, -scale.power), 0), mostDecimals(unit)),
      trim: decimals !== undefined ? 'none' : scale.power > 0 && rules.keepsZeros ? 'whole' : 'all',
    });
  const first = scaleFor(value, unit, rules);
  const digits = written(first).replace(/\..*|\D/g, '').length;
  const rounded = scaleFor(10 ** (first.power + digits - 1), unit, rules);
  const scale = rounded.power > first.power ? rounded : first;
  return partsWith(written(scale), scale.word, words);
}

export function joined({ number, unit, position, separator }: ValueParts): string {
  return position === 'after' ? `${number}${separator}${unit}` : `${unit}${separator}${number}`;
}
