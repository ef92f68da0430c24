import type { Answer } from '@lantu/spec';
import type { Formatter, ValueParts } from '@lantu/spec/locale';
import { cellOf, valueText } from '../figures/figures.ts';
import type { KpiCard } from './kpi.card.ts';

/** The number of a card, in parts that are set apart. */
export interface KpiValueWords extends ValueParts {
  /** Words of exactness before number and unit: 超过. Empty for none. */
  readonly prefix: string;
  /** The same behind them: 以上. */
  readonly suffix: string;
}

/** The change against the period before. */
export interface KpiChangeWords {
  /** The arrow and the signed percentage: ▲ +54.3%. Null where a percentage would mislead, or nothing changed. */
  readonly signed: string | null;
  /** Whether the metric wants such a change; null where it does not say, or nothing changed. */
  readonly judged: 'good' | 'bad' | null;
  /** The change as a phrase: 较2023年增长54.3%. */
  readonly phrase: string;
}

const PLACEHOLDER = '\uFFFC';

/** The number of a card in words; a string where there is none: why not, as far as the data say. */
export function kpiValueWords(answer: Answer, { metric, latest }: KpiCard, format: Formatter): KpiValueWords | string {
  if (latest.value === null) return valueText(answer, metric, latest.row, format);
  const exactness = cellOf(answer, metric, latest.row)?.exactness ?? 'exact';
  const [prefix = '', suffix = ''] = format.exactness(PLACEHOLDER, exactness).split(PLACEHOLDER);
  return { ...format.compactParts(latest.value, metric.unit), prefix, suffix };
}

/** The change of a card in words; null where there is nothing to compare with. */
export function kpiChangeWords({ metric, latest, before }: KpiCard, format: Formatter): KpiChangeWords | null {
  if (!before || latest.value === null) return null;
  const difference = latest.value - before.value;
  const isRatio = metric.unit.kind === 'ratio';
  const hasPercentage = !isRatio && before.value > 0 && latest.value >= 0 && difference !== 0;
  const isGood = difference > 0 === (metric.better === 'more');
  return {
    signed: hasPercentage
      ? `${difference > 0 ? '▲' : '▼'} ${format.percent(difference / before.value, { sign: true })}`
      : null,
    judged: difference === 0 || !metric.better ? null : isGood ? 'good' : 'bad',
    phrase: format.changeSince(before, latest.value, metric.unit),
  };
}
