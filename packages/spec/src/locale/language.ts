import type { Messages } from './messages.ts';
import type { Period, PeriodForm } from './period.ts';

/** A word for a power of ten: 万 for 10⁴. */
export interface Scale {
  readonly power: number;
  readonly word: string;
}

/** All that Lantu knows of one language. */
export interface Language {
  readonly rules: Rules;
  readonly messages: Messages;
}

/** How a language writes numbers, units, periods and lists, and sorts names. */
export interface Rules {
  /** Descending. Money is scaled from the smallest on, counts and quantities only from {@link countsFrom} on. */
  readonly scales: readonly Scale[];
  readonly countsFrom: number;
  /** Zeros at the end that only show precision (1.40 million) are kept where the number is scaled. */
  readonly keepsZeros: boolean;
  /** The word for CNY. */
  readonly yuan: string;
  /** Whether the unit stands after the number or before it, and what is between them. */
  readonly unitPosition: 'after' | 'before';
  readonly unitSeparator: string;
  /** The unit with its scale, as one word: 万元, million yuan. `title` may be empty. */
  scaled(title: string, scale: string): string;
  /** The unit beside exactly one, where the language tells one from many. */
  singular?(title: string): string;
  period(period: Period, form: PeriodForm): string;
  /** From one year to another, or from one finer period (already written) to another. */
  years(from: number, to: number): string;
  range(from: string, to: string): string;
  /** The period as an adverb of time, ready for a sentence: "in 2024". */
  at(period: Period): string;
  list(items: readonly string[]): string;
  /** Between two whole sentences. */
  readonly sentenceGap: string;
  compare(a: string, b: string): number;
}
