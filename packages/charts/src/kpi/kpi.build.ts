import type { Answer, KpiSpec } from '@lantu/spec';
import { emptyScene } from '../frame/empty.ts';
import { frameOf } from '../frame/frame.ts';
import { settingOf } from '../frame/setting.ts';
import { chartColumns } from '../pivot/columns.ts';
import { onAxis, pivot } from '../pivot/pivot.ts';
import type { ChartEnv } from '../scene.ts';
import { sparkline } from '../sparkline/sparkline.ts';
import { summaryOf } from '../summary/summary.ts';
import { chartWords } from '../words/words.ts';
import { cardOf } from './kpi.card.ts';
import type { KpiScene } from './kpi.scene.ts';
import { changeTexts, periodTexts, type TextRow, valueTexts } from './kpi.texts.ts';
import { kpiChangeWords, kpiValueWords } from './kpi.words.ts';

const SPARK = { widthPx: 112, heightPx: 44 };
/** Between the number and the series beside it. */
const GAP = 16;
/** The small series stands about on the number's baseline. */
const SPARK_LIFT = 8;

/**
 * Lays out an answer as a card: its latest number large, with unit, words of exactness and period; the change against the period
 * before; the series in small, beside the number where there is room, else below it.
 *
 * @throws {LantuError} `chart/unsuited` where a column is unknown or of the wrong role, or a period has more than one number
 */
export function buildKpi(answer: Answer, spec: KpiSpec, env: ChartEnv): KpiScene {
  const setting = settingOf(env);
  const columns = chartColumns(answer, spec, ({ type }) => type === 'time');
  const whole = pivot(answer, { ...columns, metrics: columns.metrics.slice(0, 1), series: null });
  const grid = whole.grain ? onAxis(whole) : whole;
  const words = chartWords(answer, grid, env.locale);
  const { format } = words;
  const { id, locale, size, widthPx } = setting;
  const described = {
    type: 'kpi' as const,
    id,
    locale,
    size,
    widthPx,
    summary: summaryOf(answer, grid, words),
    describe: words.describe,
    figures: { grid: whole, words },
  };
  if (answer.rowCount === 0) return { ...described, ...emptyScene(answer, format, setting), spark: null };

  const card = cardOf(answer, spec);
  const frame = frameOf(answer, format, { legend: [], caption: '', notes: [] }, setting);
  const { left, right } = frame;
  const period = periodTexts(card, format, setting, { left, right, top: frame.top });
  const value = valueTexts(kpiValueWords(answer, card, format), setting, { left, right, top: period.bottom });
  const series = card.points.length > 1 ? sparkline.build(answer, spec, { id, locale, size, ...SPARK }) : null;
  const isBeside = value.end + GAP + SPARK.widthPx <= right;
  const sparkTop = isBeside ? Math.max(frame.top, value.bottom - SPARK_LIFT - SPARK.heightPx) : value.bottom + 4;
  const below = series ? Math.max(value.bottom, sparkTop + SPARK.heightPx) : value.bottom;
  const changed = kpiChangeWords(card, format);
  const change: TextRow = changed
    ? changeTexts(changed, setting, { left, right, top: below + 4 })
    : { texts: [], bottom: below, end: left };
  const foot = frame.foot(change.bottom);
  return {
    ...described,
    heightPx: Math.ceil(Math.max(change.bottom + frame.footHeight, setting.heightPx ?? 0)),
    plot: { x: left, y: frame.top, width: right - left, height: change.bottom - frame.top },
    direction: 'horizontal',
    series: series?.series ?? [],
    marks: [],
    texts: [...frame.head.texts, ...period.texts, ...value.texts, ...change.texts, ...foot.texts],
    rules: [],
    samples: foot.samples,
    outlines: frame.head.outlines,
    spark: series && { x: isBeside ? right - SPARK.widthPx : left, y: sparkTop, scene: series },
  };
}
