import '@lantu/spec/locale/all';
import {
  type Chart,
  canvasMeasure,
  chartOf,
  chartStyles,
  type Mark,
  type MeasureText,
  type Scene,
  type TableModel,
} from '@lantu/charts';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answered } from '../blueprint/controller.ts';
import { BlueprintElement } from '../blueprint/element.ts';
import { define } from '../define.ts';
import { tell } from '../events.ts';
import { dimensionsOf } from '../figures/figures.ts';
import { chartElementStyles } from './chart.styles.ts';
import { Plot } from './plot.ts';
import { tooltipView } from './tooltip.ts';
import { WidthController } from './width.ts';

/** A scene, its table, and what they were made of. */
interface Drawing {
  readonly made: readonly unknown[];
  readonly chart: Chart;
  readonly scene: Scene;
  readonly table: TableModel;
}

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
  static override styles = [...[BlueprintElement.styles].flat(), chartStyles, chartElementStyles];

  readonly #width = new WidthController(this);
  readonly #plot = new Plot(this, {
    say: (words) => this.say(words),
    select: (mark, selected) => this.#tellSelect(mark, selected),
  });
  #drawing: Drawing | undefined;
  #measure: { readonly fontFamily: string; readonly measure: MeasureText } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.fonts.addEventListener('loadingdone', this.#remeasure);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.fonts.removeEventListener('loadingdone', this.#remeasure);
  }

  protected override isDrawn(): boolean {
    return this.#width.widthPx !== undefined;
  }

  protected override body(answered: Answered, format: Formatter): TemplateResult {
    const drawing = this.#draw(answered, format);
    const plot = this.#plot;
    return html`
      <p class="summary" part="summary">${drawing?.scene.summary}</p>
      <div
        class="stage"
        @pointerdown=${plot.onPointerDown}
        @pointermove=${plot.onPointerMove}
        @pointerleave=${plot.onPointerLeave}
        @click=${plot.onClick}
      >
        <p class=${plot.focusVisible ? 'help' : 'unseen'} id="help">${format.text('keyboard.help')}</p>
        <div
          class="plot"
          part="chart"
          tabindex="0"
          role="application"
          aria-roledescription=${format.text('chart')}
          aria-labelledby="title"
          aria-describedby="help"
          @keydown=${plot.onKeydown}
          @focus=${plot.onFocus}
          @blur=${plot.onBlur}
        >
          ${drawing ? this.#picture(drawing) : nothing}
        </div>
        ${drawing && plot.mark ? tooltipView(drawing.scene.describe(plot.mark)) : nothing}
      </div>
      ${drawing ? this.tableDisclosure(drawing.table, answered, format) : nothing}
    `;
  }

  #picture({ chart, scene }: Drawing): TemplateResult {
    const { widthPx, heightPx } = scene;
    return html`<svg
      class="lt-chart"
      viewBox="0 0 ${widthPx} ${heightPx}"
      width=${widthPx}
      height=${heightPx}
      aria-hidden="true"
      focusable="false"
    >
      ${chart.render(scene, this.#plot.state)}
    </svg>`;
  }

  /** The chart laid out for the room it has, anew where something of that changed; undefined until the room is measured. */
  #draw({ blueprint, answer }: Answered, format: Formatter): Drawing | undefined {
    const { widthPx } = this.#width;
    if (widthPx === undefined) return undefined;
    const size = this.size === 'large' ? 'large' : 'regular';
    const measure = this.#measureText();
    const made = [blueprint, answer, format, widthPx, size, measure];
    if (!this.#drawing?.made.every((each, index) => each === made[index])) {
      const chart = chartOf(blueprint.chart.type);
      const scene = chart.build(answer, blueprint.chart, { locale: format.locale, widthPx, size, measure });
      this.#drawing = { made, chart, scene, table: scene.table() };
    }
    this.#plot.show(this.#drawing.scene);
    return this.#drawing;
  }

  /** Measures with the font that applies, which may be another one after each update. */
  #measureText(): MeasureText {
    const { fontFamily } = getComputedStyle(this);
    if (this.#measure?.fontFamily !== fontFamily) this.#measure = { fontFamily, measure: canvasMeasure(fontFamily) };
    return this.#measure.measure;
  }

  /** A font that has come since may be wider than the one that stood in for it. */
  readonly #remeasure = (): void => {
    this.#measure = undefined;
    this.requestUpdate();
  };

  #tellSelect({ row, column, value }: Mark, selected: boolean): void {
    const dimensions = this.answer && row !== null ? dimensionsOf(this.answer) : [];
    const values = dimensions.map(({ name, values }) => [name, row === null ? null : (values[row] ?? null)]);
    tell(this, 'lantu-select', { selected, row, column, value, dimensions: Object.fromEntries(values) });
  }
}

define('lantu-chart', LantuChart);

declare global {
  interface HTMLElementTagNameMap {
    'lantu-chart': LantuChart;
  }
}
