import type { AnswerUnit, LocalizedText, Model, ResolvedDimension, ResolvedMetric } from '@lantu/spec';

/** What a transformed metric is called: the metric's title, with these words in brackets. */
const TRANSFORM_WORDS = {
  share: { 'zh-CN': '占比', bo: 'བརྒྱ་ཆ', en: 'share' },
  'running-total': { 'zh-CN': '累计', bo: 'ཁྱོན་བསྡོམས', en: 'running total' },
  rank: { 'zh-CN': '位次', bo: 'གོ་རིམ', en: 'rank' },
  previous: { 'zh-CN': '较上期', bo: 'དུས་སྔ་མ་དང་བསྡུར་བ', en: 'against the period before' },
  'year-ago': { 'zh-CN': '同比', bo: 'ན་ནིང་དང་བསྡུར་བ', en: 'against a year before' },
} as const satisfies Record<string, LocalizedText>;

const PART_OF_ONE: AnswerUnit = {
  code: 'percent',
  title: { 'zh-CN': '百分比', bo: 'བརྒྱ་ཆ', en: 'percent' },
  kind: 'ratio',
};

const PLACE_IN_ORDER: AnswerUnit = {
  code: 'rank',
  title: { 'zh-CN': '位次', bo: 'གོ་རིམ', en: 'rank' },
  kind: 'count',
};

/** The title of a metric's column. A language that the metric has no title in is left out. */
export function metricTitle({ metric, transform }: ResolvedMetric): LocalizedText {
  if (!transform) return metric.title;
  const words = TRANSFORM_WORDS[transform.op === 'change' ? transform.to : transform.op];
  const { 'zh-CN': zh, bo, en } = metric.title;
  return {
    'zh-CN': `${zh}（${words['zh-CN']}）`,
    ...(bo !== undefined && { bo: `${bo} (${words.bo})` }),
    ...(en !== undefined && { en: `${en} (${words.en})` }),
  };
}

/** The unit, decimals and better direction of a metric's column. */
export function metricUnit(
  model: Model,
  { metric, transform }: ResolvedMetric,
): { readonly unit: AnswerUnit; readonly decimals: number; readonly better?: 'more' | 'less' } {
  const better = metric.better === undefined ? {} : { better: metric.better };
  if (transform?.op === 'share') return { unit: PART_OF_ONE, decimals: 1 };
  if (transform?.op === 'rank') return { unit: PLACE_IN_ORDER, decimals: 0 };
  if (transform?.op === 'change' && transform.form === 'ratio') return { unit: PART_OF_ONE, decimals: 1, ...better };
  const { code, title, kind } = model.unit(metric.unit);
  return { unit: { code, title, kind }, decimals: metric.decimals, ...better };
}

/** The title of a dimension's column: the shared dimension's where it was asked for as such or coarsened, else the field's. */
export function dimensionTitle({ column, shared, coarsened }: ResolvedDimension): LocalizedText {
  const { field, dimension } = column;
  if (dimension && (shared || coarsened)) return dimension.title;
  return field['lantu:title'] ?? dimension?.title ?? { 'zh-CN': field.title ?? field.name };
}
