import type { AnswerUnit } from '../answer.ts';
import type { Exactness } from '../dataset.ts';
import { LOCALES, type Locale, type LocalizedText, languageOf, textIn } from '../localized.ts';
import type { Grain } from '../query.ts';
import { type AxisFormat, type AxisOptions, axisFormat } from './axis.ts';
import { decimalText, wholeDigits } from './decimal.ts';
import type { Language, Rules } from './language.ts';
import { type Controls, fill, type MessageArguments, type MessageKey, type Messages } from './messages.ts';
import { type PeriodForm, parsePeriod } from './period.ts';
import { compactParts, joined, mostDecimals, partsWith, unitWords, type ValueParts } from './units.ts';

/** A value at a period, for a sentence about change. `period` is an ISO period. */
export interface DatedValue {
  readonly value: number;
  readonly period: string;
}

export interface CompactOptions {
  /** Exactly so many decimals in the unit that is chosen. Left out: three significant digits. */
  readonly decimals?: number;
}

export interface PercentOptions {
  /** Exactly so many decimals. Left out: at most one, and more only where the figure would else read 0. */
  readonly decimals?: number;
  /** Writes `+` before a rise. */
  readonly sign?: boolean;
}

const NO_VALUE = '—';

/**
 * Writes everything a reader sees, in one language. Get one from {@link formatter}.
 *
 * Numbers are grouped by commas, have a true minus sign (U+2212) and are rounded half away from zero on their decimal form.
 * Null is written `—`; `NaN` and the infinities are refused with a RangeError, for they are never data.
 * Methods are bound: they can be passed on by themselves.
 */
export class Formatter {
  readonly locale: Locale;
  readonly #rules: Rules;
  readonly #messages: Messages;

  constructor(locale: Locale, { rules, messages }: Language) {
    this.locale = locale;
    this.#rules = rules;
    this.#messages = messages;
  }

  /** Without a unit. `decimals`: exactly so many; left out, those that `value` has, at most six. */
  readonly number = (value: number | null, decimals?: number): string => {
    if (value === null) return NO_VALUE;
    return decimalText(value, { decimals: decimals ?? 6, trim: decimals === undefined ? 'all' : 'none' });
  };

  /** A ratio in percent: 0.543 → 54.3%. */
  readonly percent = (ratio: number | null, options: PercentOptions = {}): string => {
    return ratio === null ? NO_VALUE : `${percentNumber(ratio, options)}%`;
  };

  /**
   * The full value with its unit: 1,400,000元, 154 villages, 90%. For tables and tooltips. `decimals` counts the places that are
   * shown: for a ratio those of the percentage.
   */
  readonly value = (value: number | null, unit: AnswerUnit, decimals?: number): string => {
    if (value === null) return NO_VALUE;
    if (unit.kind === 'ratio') return this.percent(value, decimals === undefined ? {} : { decimals });
    const number = decimalText(value, {
      decimals: decimals ?? mostDecimals(unit),
      trim: decimals === undefined ? 'all' : 'none',
    });
    return joined(partsWith(number, '', unitWords(unit, this.locale, this.#rules)));
  };

  /** A value on its own in the largest unit that fits: 140万元, 2.16亿元, 1.40 million yuan. For KPIs, labels, sentences. */
  readonly compact = (value: number | null, unit: AnswerUnit, options?: CompactOptions): string => {
    return joined(this.compactParts(value, unit, options));
  };

  /** {@link compact} in parts, so that number and unit can be set apart. */
  readonly compactParts = (value: number | null, unit: AnswerUnit, { decimals }: CompactOptions = {}): ValueParts => {
    const bare = { position: 'after', separator: '', unitLocale: this.locale } as const;
    if (value === null) return { ...bare, number: NO_VALUE, unit: '' };
    if (unit.kind === 'ratio') {
      return { ...bare, number: percentNumber(value, decimals === undefined ? {} : { decimals }), unit: '%' };
    }
    return compactParts(value, unit, unitWords(unit, this.locale, this.#rules), decimals);
  };

  /** One unit for all ticks of an axis over `domain` (in the unit of the data). @throws {RangeError} where a bound is not finite. */
  readonly axis = (domain: readonly [number, number], unit: AnswerUnit, options: AxisOptions = {}): AxisFormat => {
    const words = unitWords(unit, this.locale, this.#rules);
    return axisFormat(domain, unit, words, (title) => this.text('unit', { unit: title }), options);
  };

  /**
   * An ISO period (`2024`, `2024-Q1`, `2024-03`, `2024-03-15`) in words, at its own grain or coarsened to `grain`: 2024年3月. The form
   * `axis` is short: 2024, 3月.
   *
   * @throws {RangeError} where `iso` is no such period, or `grain` is a level of areas.
   */
  readonly period = (iso: string, grain?: Grain, form: PeriodForm = 'long'): string => {
    return this.#rules.period(parsePeriod(iso, grain), form);
  };

  /** From one ISO period to another: 2023—2025年. One and the same is written once. */
  readonly periodRange = (from: string, to: string): string => {
    const [start, end] = [parsePeriod(from), parsePeriod(to)];
    if (from === to) return this.period(from);
    const inYears = [start, end].every(({ quarter, month }) => quarter === undefined && month === undefined);
    return inYears ? this.#rules.years(start.year, end.year) : this.#rules.range(this.period(from), this.period(to));
  };

  /**
   * A sentence on how a value changed: 2023年140万元，2024年216万元，增长54.3%。 A ratio changes by percentage points. From zero, or from or
   * to a negative value, there is no percentage: the difference is given.
   */
  readonly change = (from: DatedValue, to: DatedValue, unit: AnswerUnit): string => {
    const [before, after] = this.#pair(from.value, to.value, unit);
    return this.#change('change', from.value, to.value, unit, {
      before,
      after,
      start: this.#rules.at(parsePeriod(from.period)),
      end: this.#rules.at(parsePeriod(to.period)),
    });
  };

  /** The same change as a phrase beside the later value: 较2023年增长54.3%. */
  readonly changeSince = (from: DatedValue, to: number, unit: AnswerUnit): string => {
    return this.#change('since', from.value, to, unit, { period: this.period(from.period) });
  };

  /** Compares names for sorting: by pinyin in Chinese (digits by their number), by the Tibetan alphabet, by the English one. */
  readonly collate = (a: string, b: string): number => this.#rules.compare(a, b);

  /** 甲、乙和丙; A, B and C. None: an empty string. */
  readonly list = (items: readonly string[]): string => this.#rules.list(items);

  /** Whole sentences one after another. Empty ones are left out. */
  readonly paragraph = (sentences: readonly string[]): string => {
    return sentences.filter(Boolean).join(this.#rules.sentenceGap);
  };

  /** A value already written, with how exactly it is known: 超过300个, more than 300 villages. */
  readonly exactness = (value: string, kind: Exactness): string => this.text(`exactness.${kind}`, { value });

  /**
   * A text of the interface. Parameters that are numbers are written as {@link number} does.
   *
   * @throws {RangeError} where it is one of those that this page has not loaded (see `loadControls`)
   */
  readonly text = <K extends MessageKey>(key: K, ...parameters: MessageArguments<K>): string => {
    return fill(this.#template(key), parameters[0] ?? {}, this.number);
  };

  /** `text` in this language, or in Chinese where it is not translated; {@link languageIn} says which it was. */
  readonly textIn = (text: LocalizedText): string => textIn(text, this.locale);

  /** What belongs in the `lang` of the element that shows {@link textIn}. */
  readonly languageIn = (text: LocalizedText): Locale => languageOf(text, this.locale);

  #template(key: MessageKey): string {
    const texts: Partial<Messages & Controls> =
      key in this.#messages ? this.#messages : (controls.get(this.locale) ?? {});
    const template = texts[key];
    if (template === undefined) {
      const locale = JSON.stringify(this.locale);
      throw new RangeError(`the text "${key}" is not loaded in ${locale}; wait for loadControls(${locale})`);
    }
    return template;
  }

  /** Both values compact, with more decimals where they would else look the same. */
  #pair(before: number, after: number, unit: AnswerUnit): [string, string] {
    let pair: [string, string] = [this.compact(before, unit), this.compact(after, unit)];
    for (let decimals = 1; before !== after && pair[0] === pair[1] && decimals <= 8; decimals += 1) {
      pair = [this.compact(before, unit, { decimals }), this.compact(after, unit, { decimals })];
    }
    return pair;
  }

  #change(
    family: 'change' | 'since',
    before: number,
    after: number,
    unit: AnswerUnit,
    parameters: Readonly<Record<string, string>>,
  ): string {
    const up = after > before;
    const write = (kind: ChangeKind, more: Readonly<Record<string, string | number>> = {}): string =>
      fill(this.#template(`${family}.${kind}`), { ...parameters, ...more }, this.number);
    if (after === before) return write('same');
    const size = Math.abs(after - before);
    if (unit.kind === 'ratio') {
      const points = Number(percentNumber(size, {}).replaceAll(',', ''));
      return write(up ? 'points-up' : 'points-down', { points });
    }
    if (before <= 0 || after < 0) return write(up ? 'gain' : 'loss', { difference: this.compact(size, unit) });
    return write(up ? 'rise' : 'fall', { percent: this.percent(size / before) });
  }
}

type ChangeKind = 'rise' | 'fall' | 'gain' | 'loss' | 'points-up' | 'points-down' | 'same';

function percentNumber(ratio: number, { decimals, sign = false }: PercentOptions): string {
  if (decimals !== undefined) return decimalText(ratio, { shift: 2, decimals, sign });
  const enough = Math.min(Math.max(1 - wholeDigits(ratio, 2), 1), 6);
  return decimalText(ratio, { shift: 2, decimals: enough, trim: 'all', sign });
}

const loaded = new Map<Locale, Formatter>();
const controls = new Map<Locale, Controls>();
let areControlsWanted = false;

/** Makes a language one that {@link formatter} has. The first of a language stays: its formatter is the same object each time. */
export function registerLanguage(locale: Locale, language: Language): void {
  if (!loaded.has(locale)) loaded.set(locale, new Formatter(locale, language));
}

/** Adds to a language the texts of what readers open or operate. */
export function registerControls(locale: Locale, texts: Controls): void {
  controls.set(locale, texts);
}

/** From now on a language counts as loaded only with its texts of what readers open or operate. */
export function wantControls(): void {
  areControlsWanted = true;
}

/** What a page that turns to this language has to fetch first. */
export function missingOf(locale: Locale): { readonly language: boolean; readonly controls: boolean } {
  return { language: !loaded.has(locale), controls: areControlsWanted && !controls.has(locale) };
}

/** Whether this page can turn to the language at this moment. */
export function isLoaded(locale: Locale): boolean {
  const missing = missingOf(locale);
  return !missing.language && !missing.controls;
}

/**
 * The formatter of a language; the same object each time.
 *
 * @throws {RangeError} where Lantu does not speak it, or this page has not loaded it.
 */
export function formatter(locale: Locale): Formatter {
  const result = loaded.get(locale);
  if (result) return result;
  const received = JSON.stringify(locale);
  if (!LOCALES.includes(locale)) throw new RangeError(`no such language: ${received}; there are ${LOCALES.join(', ')}`);
  throw new RangeError(
    `the language ${received} is not loaded; loaded are: ${[...loaded.keys()].join(', ') || 'none'}. ` +
      `Import '@lantu/spec/locale/${locale}', or wait for loadLanguage(${received})`,
  );
}
