import { BlueprintElement } from '../blueprint/element.ts';
import { define } from '../define.ts';
import { KpiBody, kpiBodyStyles } from './kpi.body.ts';

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
  static override styles = [...BlueprintElement.styles, ...kpiBodyStyles];

  readonly #body = new KpiBody(this.bodyHost);

  protected override bodyFor(): KpiBody {
    return this.#body;
  }
}

define('lantu-kpi', LantuKpi);

declare global {
  interface HTMLElementTagNameMap {
    'lantu-kpi': LantuKpi;
  }
}
