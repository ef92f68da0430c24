import { chartOf } from '@lantu/charts';
import { BlueprintElement } from '../blueprint/element.ts';
import { define } from '../define.ts';
import { ChartBody, chartBodyStyles } from './chart.body.ts';

/**
 * Draws a blueprint of the type `bar` or `line`: heading, a summary in words, the picture, its data as a table, its sources. The
 * picture is one tab stop; arrow keys read it mark by mark.
 *
 * @element lantu-chart
 *
 * @fires {CustomEvent<SelectDetail>} lantu-select - A reader chose a mark, or took the choice back.
 *
 * @csspart summary - The chart in words.
 * @csspart chart - The picture, which takes the focus.
 * @csspart tooltip - What is said of the mark in focus.
 *
 * @cssproperty --lantu-grid - Gridlines.
 * @cssproperty --lantu-axis - Axes.
 * @cssproperty --lantu-series-1 - The first series' colour; likewise up to `--lantu-series-8`.
 * @cssproperty --lantu-on-series-1 - Text on the first series; likewise up to `--lantu-on-series-8`.
 */
export class LantuChart extends BlueprintElement {
  static override styles = [...BlueprintElement.styles, ...chartBodyStyles];

  readonly #body = new ChartBody(this.bodyHost, chartOf);

  protected override bodyFor(): ChartBody {
    return this.#body;
  }
}

define('lantu-chart', LantuChart);

declare global {
  interface HTMLElementTagNameMap {
    'lantu-chart': LantuChart;
  }
}
