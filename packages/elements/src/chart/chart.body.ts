import { type Chart, canvasMeasure, chartStyles, type Mark, type MeasureText, type Scene } from '@lantu/charts';
import type { Answer } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Body, BodyHost, Reading } from '../answer/body.ts';
import type { Answered } from '../answer/controller.ts';
import { tell } from '../events.ts';
import { tooltipStyles } from '../tooltip/tooltip.styles.ts';
import { chartElementStyles } from './chart.styles.ts';
import { Plot } from './plot.ts';
import { WidthController } from './width.ts';

/** What a {@link ChartBody} needs in the shadow root that it is drawn in. */
export const chartBodyStyles = [chartStyles, chartElementStyles, tooltipStyles];

/** A scene, and what it was made of. */
interface Drawing {
  readonly made: readonly unknown[];
  readonly answered: Answered;
  readonly chart: Chart;
  readonly scene: Scene;
}

/** An answer as a picture of axes and marks: a summary in words, the picture, its data as a table. */
export class ChartBody implements Body, ReactiveController {
  readonly #host: BodyHost;
  readonly #chartOf: (type: string) => Chart;
  readonly #width: WidthController;
  readonly #plot: Plot;
  /** How high the picture of which answer is to be. */
  #fit: { readonly heightPx: number; answer: Answer | undefined } | undefined;
  #extraPx: number | undefined;
  #drawing: Drawing | undefined;
  #measure: { readonly fontFamily: string; readonly measure: MeasureText } | undefined;

  /** @param chartOf gives the chart of a type, or throws where there is none */
  constructor(host: BodyHost, chartOf: (type: string) => Chart) {
    const { element } = host;
    this.#host = host;
    this.#chartOf = chartOf;
    this.#width = new WidthController(element, host.roomPx());
    this.#plot = new Plot(element, {
      say: host.say,
      select: (mark, selected) => this.#tellSelect(mark, selected),
    });
    element.addController(this);
  }

  hostConnected(): void {
    document.fonts.addEventListener('loadingdone', this.#remeasure);
  }

  hostDisconnected(): void {
    document.fonts.removeEventListener('loadingdone', this.#remeasure);
  }

  isDrawn(): boolean {
    return this.#drawing !== undefined;
  }

  roomFor(): string {
    return '';
  }

  get heightPx(): number | undefined {
    return this.#drawing?.scene.heightPx;
  }

  fit(heightPx: number | undefined): void {
    if (heightPx === this.#fit?.heightPx) return;
    this.#fit = heightPx === undefined ? undefined : { heightPx, answer: undefined };
    this.#extraPx = undefined;
    this.#host.element.requestUpdate();
  }

  resume(reading: Reading): void {
    this.#plot.resume(reading);
  }

  draw(answered: Answered, format: Formatter): TemplateResult {
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
        ${plot.tooltip ?? nothing}
      </div>
      ${drawing ? this.#host.tableDisclosure(drawing.scene, answered, format) : nothing}
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
  #draw(answered: Answered, format: Formatter): Drawing | undefined {
    const { blueprint, answer } = answered;
    const { widthPx } = this.#width;
    if (widthPx === undefined) return undefined;
    const size = this.#host.size();
    const measure = this.#measureText();
    const made = [blueprint, answer, format, widthPx, size, measure, this.#fit?.heightPx];
    if (!this.#drawing?.made.every((each, index) => each === made[index])) {
      const chart = this.#chartOf(blueprint.chart.type);
      const env = { locale: format.locale, widthPx, size, measure };
      const build = (of: Answer, more: { readonly heightPx?: number } = {}): Scene =>
        chart.build(of, blueprint.chart, { ...env, ...more });
      const scene = this.#fit ? this.#fitted(this.#fit, answer, build) : build(answer);
      this.#drawing = { made, answered, chart, scene };
    }
    this.#plot.show(this.#drawing.scene);
    return this.#drawing;
  }

  #fitted(
    fit: { readonly heightPx: number; answer: Answer | undefined },
    answer: Answer,
    build: (of: Answer, more?: { readonly heightPx?: number }) => Scene,
  ): Scene {
    fit.answer ??= answer;
    const fitted = (of: Answer): Scene => build(of, { heightPx: fit.heightPx });
    if (fit.answer === answer) return fitted(answer);
    this.#extraPx ??= fitted(fit.answer).heightPx - build(fit.answer).heightPx;
    return build(answer, { heightPx: build(answer).heightPx + this.#extraPx });
  }

  /** Measures with the font that applies, which may be another one after each update. */
  #measureText(): MeasureText {
    const { element } = this.#host;
    const { fontFamily } = getComputedStyle(element.renderRoot.querySelector('.frame') ?? element);
    if (this.#measure?.fontFamily !== fontFamily) this.#measure = { fontFamily, measure: canvasMeasure(fontFamily) };
    return this.#measure.measure;
  }

  /** A font that has come since may be wider than the one that stood in for it. */
  readonly #remeasure = (): void => {
    this.#measure = undefined;
    this.#host.element.requestUpdate();
  };

  #tellSelect({ row, column, value }: Mark, selected: boolean): void {
    const columns = row === null ? [] : (this.#drawing?.answered.answer.columns ?? []);
    const dimensions = columns.filter(({ role }) => role === 'dimension');
    tell(this.#host.element, 'lantu-select', {
      selected,
      row,
      column,
      value,
      dimensions: Object.fromEntries(dimensions.map(({ name, values }) => [name, values[row ?? 0] ?? null])),
    });
  }
}
