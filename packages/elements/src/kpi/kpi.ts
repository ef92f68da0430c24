import '@lantu/spec/locale/all';
import { chartStyles } from '@lantu/charts';
import { type SparklineScene, sparkline } from '@lantu/charts/sparkline';
import type { Blueprint } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answered } from '../blueprint/controller.ts';
import { BlueprintElement } from '../blueprint/element.ts';
import { specOf } from '../blueprint/spec-of.ts';
import { define } from '../define.ts';
import { cellOf, simulatedText, valueText } from '../figures/figures.ts';
import { buildKpi, type Kpi } from './kpi.build.ts';
import { kpiStyles } from './kpi.styles.ts';

/**
 * Shows a blueprint of the type `kpi` as a card: one number large, its period, its change against the period before, its series in
 * small, and what it rests on.
 *
 * @element lantu-kpi
 *
 * @csspart simulated - The mark of simulated data.
 * @csspart period - The period of the number.
 * @csspart value - The number with its unit and the words of its exactness.
 * @csspart number - The number.
 * @csspart unit - Its unit.
 * @csspart series - The small picture of the series.
 * @csspart change - The change against the period before.
 *
 * @cssproperty --lantu-series-1 - The small picture's colour.
 */
export class LantuKpi extends BlueprintElement {
  static override styles = [...[BlueprintElement.styles].flat(), chartStyles, kpiStyles];

  protected override roomFor({ query }: Blueprint): string {
    return query.dimensions?.length ? 'of-series' : '';
  }

  protected override body(answered: Answered, format: Formatter): TemplateResult {
    const { answer, blueprint } = answered;
    const spec = specOf(blueprint, 'kpi');
    const kpi = buildKpi(answer, spec);
    const { period } = kpi.latest;
    const simulated = simulatedText(answer, format);
    const env = { locale: format.locale, widthPx: SPARK_WIDTH };
    const series = kpi.points.length > 1 ? sparkline.build(answer, spec, env) : undefined;
    return html`
      ${simulated ? html`<p class="simulated" part="simulated">${simulated}</p>` : nothing}
      ${period === null ? nothing : html`<p class="period" part="period">${format.period(period)}</p>`}
      <div class="figure">${valueView(answered, kpi, format)} ${series ? seriesView(series) : nothing}</div>
      ${changeView(kpi, format)} ${series ? this.tableDisclosure(series.table(), answered, format) : nothing}
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
function valueView({ answer }: Answered, { metric, latest }: Kpi, format: Formatter): TemplateResult {
  if (latest.value === null)
    return html`<p class="value" part="value">${valueText(answer, metric, latest.row, format)}</p>`;
  const { number, unit, position, separator, unitLocale } = format.compactParts(latest.value, metric.unit);
  const [before, after] = wordsAround(cellOf(answer, metric, latest.row)?.exactness ?? 'exact', format);
  const large = html`<b class="number" part="number">${number}</b>`;
  const small = unit ? html`<span class="unit" part="unit" lang=${unitLocale}>${unit}</span>` : nothing;
  const whole = position === 'after' ? html`${large}${separator}${small}` : html`${small}${separator}${large}`;
  return html`<p class="value" part="value">${before}${whole}${after}</p>`;
}

const PLACEHOLDER = '\uFFFC';

function wordsAround(exactness: Parameters<Formatter['exactness']>[1], format: Formatter): readonly string[] {
  return format.exactness(PLACEHOLDER, exactness).split(PLACEHOLDER);
}

function changeView({ metric, latest, before }: Kpi, format: Formatter): TemplateResult | typeof nothing {
  if (!before || latest.value === null) return nothing;
  const difference = latest.value - before.value;
  const judged =
    difference === 0 || !metric.better ? '' : difference > 0 === (metric.better === 'more') ? 'good' : 'bad';
  const arrow = difference > 0 ? '▲' : difference < 0 ? '▼' : '';
  const signed = metric.unit.kind !== 'ratio' && before.value > 0 && latest.value >= 0;
  return html`<p class="change" part="change">
    ${
      signed && difference !== 0
        ? html`<span class="signed ${judged}" aria-hidden="true">${arrow} ${format.percent(difference / before.value, { sign: true })}</span>`
        : nothing
    }
    <span>${format.changeSince(before, latest.value, metric.unit)}</span>
  </p>`;
}

define('lantu-kpi', LantuKpi);

declare global {
  interface HTMLElementTagNameMap {
    'lantu-kpi': LantuKpi;
  }
}
