import type { Scene } from '@lantu/charts';
import { cardOf, type KpiCard, kpiChangeWords, kpiValueWords } from '@lantu/charts/kpi';
import type { Answer, KpiSpec } from '@lantu/spec';
import { html, type TemplateResult } from 'lit/html.js';
import type { PublishedInput } from '../bake/published.ts';
import { sparkOf } from '../picture/spark.ts';
import { inlinePicture, line, linkedPicture, type StillParts } from './drawing.ts';
import { tableDetails } from './table.ts';
import type { WidgetWords } from './words.ts';

/** A card in words, in the order of the live one: the nature, the period, the number, the series as a small picture, the change, the table. */
export function cardView(
  { answer, blueprint: { id } }: PublishedInput,
  chart: KpiSpec,
  words: WidgetWords,
  { picture, pictures, theme }: StillParts,
): TemplateResult {
  const { format, simulated, summary } = words;
  if (answer.rowCount === 0) return html`<p>${summary}</p>`;
  const { locale } = format;
  const card = cardOf(answer, chart);
  const { period } = card.latest;
  const change = kpiChangeWords(card, format);
  const spark = sparkOf(answer, chart, { locale, id: `lantu-${id}-${locale}-inline` });
  const drawing = (scene: Scene): unknown =>
    picture === 'inline' ? inlinePicture(scene, words, 'own') : linkedPicture(words, pictures, { theme, width: 'own' });
  return html`${line(simulated && html`<p><b>${simulated}</b></p>`)}${line(
    period && html`<p class="lantu-small">${format.period(period)}</p>`,
  )}<p class="lantu-value"><span>${valueView(answer, card, words)}</span> ${spark && drawing(spark)}</p>
${line(
  change && html`<p class="lantu-small">${change.signed && html`<b>${change.signed}</b> `}${change.phrase}</p>`,
)}${spark ? tableDetails(words) : ''}`;
}

function valueView(answer: Answer, card: KpiCard, { format }: WidgetWords): TemplateResult {
  const value = kpiValueWords(answer, card, format);
  if (typeof value === 'string') return html`${value}`;
  const { prefix, number, unit, position, separator, unitLocale, suffix } = value;
  const large = html`<b class="lantu-number">${number}</b>`;
  const small = unit && html`<span lang=${unitLocale}>${unit}</span>`;
  return position === 'after'
    ? html`${prefix}${large}${separator}${small}${suffix}`
    : html`${prefix}${small}${separator}${large}${suffix}`;
}
