import { chartStyles } from '@lantu/charts';
import { simulatedText } from '@lantu/charts/figures';
import { cardOf, type KpiCard, kpiChangeWords, kpiValueWords } from '@lantu/charts/kpi';
import { type SparklineScene, sparkline } from '@lantu/charts/sparkline';
import type { Answer, Blueprint } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
import type { Body, BodyHost } from '../answer/body.ts';
import type { Answered } from '../answer/controller.ts';
import { specOf } from '../answer/spec-of.ts';
import { kpiStyles } from './kpi.styles.ts';

/** What a {@link KpiBody} needs in the shadow root that it is drawn in. */
export const kpiBodyStyles = [chartStyles, kpiStyles];

/** An answer as a card: one number large, its change, its series in small. */
export class KpiBody implements Body {
  readonly #host: BodyHost;

  constructor(host: BodyHost) {
    this.#host = host;
  }

  isDrawn(): boolean {
    return true;
  }

  roomFor({ query }: Blueprint): string {
    return query.dimensions?.length ? 'of-series' : '';
  }

  draw(answered: Answered, format: Formatter): TemplateResult {
    const { answer, blueprint } = answered;
    const spec = specOf(blueprint, 'kpi');
    const card = cardOf(answer, spec);
    const { period } = card.latest;
    const simulated = simulatedText(answer, format);
    const env = { locale: format.locale, widthPx: SPARK_WIDTH };
    const series = card.points.length > 1 ? sparkline.build(answer, spec, env) : undefined;
    return html`
      ${simulated ? html`<p class="simulated" part="simulated">${simulated}</p>` : nothing}
      ${period === null ? nothing : html`<p class="period" part="period">${format.period(period)}</p>`}
      <div class="figure">${valueView(answer, card, format)} ${series ? seriesView(series) : nothing}</div>
      ${changeView(card, format)} ${series ? this.#host.tableDisclosure(series, answered, format) : nothing}
    `;
  }
}

const SPARK_WIDTH = 112;

/** The series in small; in words and numbers it is in the table. */
function seriesView(scene: SparklineScene): TemplateResult {
  const { widthPx, heightPx } = scene;
  return html`<svg
    class="lt-chart"
    part="series"
    viewBox="0 0 ${widthPx} ${heightPx}"
    width=${widthPx}
    height=${heightPx}
    aria-hidden="true"
    focusable="false"
  >
    ${sparkline.render(scene)}
  </svg>`;
}

/** The number large and its unit apart, with the words of its exactness around both. */
function valueView(answer: Answer, card: KpiCard, format: Formatter): TemplateResult {
  const words = kpiValueWords(answer, card, format);
  if (typeof words === 'string') return html`<p class="value" part="value">${words}</p>`;
  const { prefix, number, unit, position, separator, unitLocale, suffix } = words;
  const large = html`<b class="number" part="number">${number}</b>`;
  const small = unit ? html`<span class="unit" part="unit" lang=${unitLocale}>${unit}</span>` : nothing;
  const whole = position === 'after' ? html`${large}${separator}${small}` : html`${small}${separator}${large}`;
  return html`<p class="value" part="value">${prefix}${whole}${suffix}</p>`;
}

function changeView(card: KpiCard, format: Formatter): TemplateResult | typeof nothing {
  const words = kpiChangeWords(card, format);
  if (!words) return nothing;
  const { signed, judged, phrase } = words;
  return html`<p class="change" part="change">
    ${signed ? html`<span class="signed ${judged ?? ''}" aria-hidden="true">${signed}</span>` : nothing}
    <span>${phrase}</span>
  </p>`;
}
