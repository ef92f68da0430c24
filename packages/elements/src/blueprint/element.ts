import type { TableModel } from '@lantu/charts';
import type { Answer, Blueprint, LantuError, LocalizedText, Place } from '@lantu/spec';
import { type Formatter, formatter } from '@lantu/spec/locale';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { asLantuError } from '../error/as-lantu-error.ts';
import { errorStyles } from '../error/error.styles.ts';
import { errorView } from '../error/error.ts';
import { tell } from '../events.ts';
import { LanguageController, localeFor, nearestLang } from '../language/language.ts';
import { loadingStyles } from '../loading/loading.styles.ts';
import { loadingView } from '../loading/loading.ts';
import { progressText } from '../loading/progress.ts';
import { sourcesStyles } from '../sources/sources.styles.ts';
import { sourcesView } from '../sources/sources.view.ts';
import { common, tokens } from '../styles/tokens.styles.ts';
import { answerTable } from '../table/answer-table.ts';
import { tableStyles } from '../table/table.styles.ts';
import { tableActions, tableView } from '../table/table.view.ts';
import { type Answered, BlueprintController, type BlueprintState } from './controller.ts';
import { elementStyles } from './element.styles.ts';
import { blueprintText } from './source.ts';

/** The sizes of an element's text and targets. */
export const SIZES = ['regular', 'large'] as const;
export type Size = (typeof SIZES)[number];

/** An element's colours, where it does not follow the page's. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A table of more rows than this costs more than a page should pay before anybody asks for it. */
const LONG_TABLE = 200;

/**
 * What all elements have in common that show one blueprint: where it comes from, the frame with heading, table and sources, and what
 * they show while there is no answer. Of what stands inside such an element, only a `<script type="application/json">` is read, as
 * its blueprint; the rest is for readers without script, and is shown, where its `lang` is the reader's, until there is an
 * answer or the reason why there is none.
 *
 * @attr answered-by - Set by the element: where its answer came from.
 *
 * @fires {CustomEvent<ReadyDetail>} lantu-ready - An answer is drawn.
 * @fires {CustomEvent<LantuError>} lantu-error - There is no answer, or it cannot be drawn this way.
 *
 * @csspart frame - All of it.
 * @csspart header - Heading and subtitle.
 * @csspart title - The heading.
 * @csspart subtitle - The line below it.
 * @csspart data - The disclosure with the table.
 * @csspart table - The table.
 * @csspart notes - The blueprint's notes.
 * @csspart sources - The disclosure with the sources.
 * @csspart notice - That figures are being updated, or could not be.
 * @csspart loading - What is shown before the first answer.
 * @csspart empty - What is shown where the answer has no rows.
 * @csspart error - The message where there is no answer.
 * @csspart button - Buttons.
 *
 * @cssproperty [--lantu-font=inherit] - The font of all text.
 * @cssproperty --lantu-text - Text.
 * @cssproperty --lantu-muted - Text that matters less.
 * @cssproperty --lantu-surface - The ground that everything stands on.
 * @cssproperty --lantu-tint - The ground of what is set apart.
 * @cssproperty --lantu-line - Borders.
 * @cssproperty --lantu-accent - Buttons, links and disclosures.
 * @cssproperty --lantu-focus - The focus ring.
 * @cssproperty --lantu-caution - The mark of simulated data.
 * @cssproperty --lantu-danger - Errors.
 * @cssproperty [--lantu-padding=clamp(1em, 4%, 1.5em)] - The room inside the frame.
 * @cssproperty [--lantu-border=1px solid] - The frame's border.
 * @cssproperty [--lantu-radius=4px] - The frame's corners.
 */
export abstract class BlueprintElement extends LitElement {
  static override styles = [tokens, common, elementStyles, loadingStyles, errorStyles, tableStyles, sourcesStyles];

  /** The blueprint as an object (or anything else, which is checked). Wins over `src` and over one written inside the element. */
  @property({ attribute: false }) blueprint: unknown;

  /** Address of the blueprint, a JSON file, relative to the page. Wins over one written inside the element. */
  @property() src: string | undefined;

  /** Address of a catalog for this element alone, relative to the page. Left out, the `<lantu-catalog>` around it is asked. */
  @property() catalog: string | undefined;

  /** `large` sets text at 18 px or more and targets at 44 px or more (适老化). */
  @property({ reflect: true }) size: Size = 'regular';

  /** Fixes the colours; left out, they follow the `color-scheme` of the page. */
  @property({ reflect: true }) theme: Theme | undefined;

  /** The level of the heading in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  protected readonly language = new LanguageController(this);
  protected readonly query = new BlueprintController(this, () => ({
    source: this.#source(),
    catalogUrl: this.catalog,
  }));
  /** What the live region says. */
  #said = '';
  /** What came of the last attempt to take the table away. */
  #outcome = '';
  #isTableOpen = false;
  #shown: Answer | undefined;
  #told: BlueprintState | undefined;
  #failure: LantuError | undefined;
  readonly #children = new MutationObserver(() => this.requestUpdate());

  /** The answer that is shown, or the one before while the next is fetched; undefined before the first. */
  get answer(): Answer | undefined {
    return this.query.state.answered?.answer;
  }

  /** Where the answer came from; also the attribute `answered-by`. Undefined before the first answer. */
  get answeredBy(): Place | undefined {
    return this.answer?.answeredBy;
  }

  /** Asks again, from the reading of the blueprint on. */
  retry(): void {
    this.query.retry();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this.query;
    const format = formatter(this.language.locale);
    const blueprint = state.answered?.blueprint ?? state.blueprint;
    if (this.#shown && this.answer !== this.#shown) {
      this.#said = format.text('updated');
      this.#outcome = '';
    }
    this.#shown = this.answer;
    if (!state.answered && state.status !== 'error' && this.#hasStill()) return this.#still(state, format);
    if (!blueprint && state.status === 'initial') return nothing;
    return html`<figure
      class="frame ${state.answered && state.status !== 'complete' ? 'stale' : ''}"
      part="frame"
      lang=${format.locale}
      aria-labelledby=${blueprint ? 'title' : nothing}
      aria-busy=${state.status === 'pending'}
      tabindex="-1"
    >
      ${
        blueprint
          ? html`<figcaption class="head" part="header">
              <div class="title" part="title" id="title" role="heading" aria-level=${headingLevel(this.headingLevel)} lang=${format.languageIn(blueprint.title)}>
                ${format.textIn(blueprint.title)}
              </div>
              ${localized('subtitle', blueprint.subtitle, format)}
            </figcaption>`
          : nothing
      }
      <div class="ruler"></div>
      ${this.#content(state, format)}
      <p class="unseen" role="status">${this.#said}</p>
    </figure>`;
  }

  protected override updated(): void {
    const { state } = this.query;
    if (this.answeredBy) this.setAttribute('answered-by', this.answeredBy);
    else this.removeAttribute('answered-by');
    if (state === this.#told) return;
    if (state.status === 'error') {
      this.#told = state;
      tell(this, 'lantu-error', state.error);
    } else if (state.status === 'complete') {
      if (!this.#failure && !this.isDrawn()) return;
      this.#told = state;
      const { answer } = state.answered;
      if (this.#failure) tell(this, 'lantu-error', this.#failure);
      else tell(this, 'lantu-ready', { answer, answeredBy: answer.answeredBy });
    }
  }

  /**
   * The part of the element that is its own: what stands between the heading and the sources, for an answer with rows.
   *
   * @throws {LantuError} where the answer cannot be drawn this way
   */
  protected abstract body(answered: Answered, format: Formatter): TemplateResult;

  /** Whether the body is drawn already, or has still to learn something from its layout. */
  protected isDrawn(): boolean {
    return true;
  }

  /** A class for the room that is kept free for the body of `blueprint`, where one size does not fit all. */
  protected roomFor(_blueprint: Blueprint): string {
    return '';
  }

  #room(blueprint: Blueprint | undefined, content: TemplateResult): TemplateResult {
    return html`<div class="room ${blueprint ? this.roomFor(blueprint) : ''}">${content}</div>`;
  }

  /** What the page's author wrote inside, for readers without script: on show as long as there is nothing newer. */
  #still(state: BlueprintState, format: Formatter): TemplateResult {
    const words = state.status === 'pending' ? progressText(state.progress, format) : '';
    const still = html`<div class="still"><slot></slot><p part="loading" lang=${format.locale}>${words}</p></div>`;
    return html`<figure class="frame" part="frame" aria-busy=${state.status === 'pending'} tabindex="-1">
      <div class="ruler"></div>
      ${this.#room(state.blueprint, still)}
    </figure>`;
  }

  /** Whether something for readers without script is there in the reader's language. */
  #hasStill(): boolean {
    const { locale } = this.language;
    return [...this.children].some((each) => each.localName !== 'script' && localeFor(nearestLang(each)) === locale);
  }

  #showError(error: LantuError, format: Formatter): TemplateResult {
    return errorView(error, format, () => {
      this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
      this.retry();
    });
  }

  /** Says something to who cannot see it. */
  protected say(words: string): void {
    this.#said = words;
    this.requestUpdate();
  }

  /** The table, one interaction away; a long one is made when it is first opened. */
  protected tableDisclosure(model: TableModel, answered: Answered, format: Formatter): TemplateResult {
    const isThere = model.rows.length <= LONG_TABLE || this.#isTableOpen;
    const onToggle = ({ target }: Event): void => {
      this.#isTableOpen = target instanceof HTMLDetailsElement && target.open;
      this.requestUpdate();
    };
    return html`<details class="more" part="data" @toggle=${onToggle}>
      <summary><span>${format.text('table')}</span></summary>
      ${guard([model, isThere], () => (isThere ? tableView(model) : nothing))} ${this.tableActions(answered, format)}
    </details>`;
  }

  protected tableActions({ blueprint, answer }: Answered, format: Formatter): TemplateResult {
    const say = (words: string): void => {
      this.#outcome = words;
      this.say(words);
    };
    return tableActions({ answer, name: blueprint.id, outcome: this.#outcome, say }, format);
  }

  #answered(answered: Answered, format: Formatter): TemplateResult {
    const { blueprint, answer } = answered;
    return html`${this.#drawing(answered, format)} ${localized('notes', blueprint.notes, format)}
      <details class="more" part="sources">
        <summary><span>${format.text('sources')}</span></summary>
        ${guard([answer, format], () => sourcesView(answer, format))}
      </details>`;
  }

  #drawing(answered: Answered, format: Formatter): TemplateResult {
    const { blueprint, answer } = answered;
    this.#failure = undefined;
    if (answer.rowCount === 0) return html`<p class="empty" part="empty">${format.text('empty')}</p>`;
    try {
      return this.body(answered, format);
    } catch (thrown) {
      this.#failure = asLantuError(thrown, 'chart/unsuited');
      const model = answerTable(answer, format.textIn(blueprint.title), format);
      return html`${this.#showError(this.#failure, format)} ${this.tableDisclosure(model, answered, format)}`;
    }
  }

  #content(state: BlueprintState, format: Formatter): TemplateResult {
    const { answered } = state;
    if (answered) {
      return html`
        ${state.status === 'pending' ? html`<p class="notice updating" part="notice">${format.text('updating')}</p>` : nothing}
        ${state.status === 'error' ? html`<p class="notice" part="notice">${format.text('outdated')}</p> ${this.#showError(state.error, format)}` : nothing}
        ${this.#answered(answered, format)}
      `;
    }
    switch (state.status) {
      case 'error':
        return this.#showError(state.error, format);
      case 'pending':
        return this.#room(state.blueprint, loadingView(progressText(state.progress, format)));
      default:
        return this.#room(state.blueprint, loadingView(format.text('waiting'), { idle: true }));
    }
  }

  #source() {
    if (this.blueprint !== undefined && this.blueprint !== null)
      return { kind: 'property', value: this.blueprint } as const;
    if (this.src !== undefined && this.src !== null) return { kind: 'src', url: this.src } as const;
    const text = blueprintText(this);
    return text === undefined ? undefined : ({ kind: 'script', text } as const);
  }
}

function headingLevel(wanted: number): number {
  return wanted >= 1 && wanted <= 6 ? Math.floor(wanted) : 3;
}

function localized(name: string, text: LocalizedText | undefined, format: Formatter): TemplateResult | typeof nothing {
  return text
    ? html`<p class=${name} part=${name} lang=${format.languageIn(text)}>${format.textIn(text)}</p>`
    : nothing;
}
