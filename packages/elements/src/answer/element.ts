import type { Scene } from '@lantu/charts';
import type { Answer, Blueprint, FilterSettings, LantuError, LocalizedText, Place } from '@lantu/spec';
import { type Formatter, formatter } from '@lantu/spec/locale';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Aside } from '../aside/aside.ts';
import type { Details } from '../details/details.ts';
import { tell } from '../events.ts';
import { LanguageController } from '../language/language.ts';
import { common } from '../styles/common.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { asLantuError } from './as-lantu-error.ts';
import type { Body, BodyHost, Size } from './body.ts';
import type { AnswerController, Answered, AnswerState } from './controller.ts';
import { elementStyles } from './element.styles.ts';
import { News } from './news.ts';

/** An element's colours, where it does not follow the page's. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * What all elements have in common that show one answer: the frame with heading, filters, table and sources, and what they show while
 * there is no answer. What stands inside such an element is for readers without script, and is shown, where its `lang` is the
 * reader's, until there is an answer or the reason why there is none.
 *
 * @attr answered-by - Set by the element: where its answer came from.
 *
 * @fires {CustomEvent<ReadyDetail>} lantu-ready - An answer is drawn.
 * @fires {CustomEvent<FilterDetail>} lantu-filter - A reader set a filter, or all of them back.
 * @fires {CustomEvent<LantuError>} lantu-error - There is no answer, or it cannot be drawn this way.
 *
 * @csspart frame - All of it.
 * @csspart header - Heading and subtitle.
 * @csspart title - The heading.
 * @csspart subtitle - The line below it.
 * @csspart filters - The filters.
 * @csspart select - The controls of the filters.
 * @csspart data - The disclosure with the table.
 * @csspart table - The table.
 * @csspart notes - The blueprint's notes.
 * @csspart sources - The disclosure with the sources.
 * @csspart citation - A source, until all that is known of it has been fetched.
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
export abstract class AnswerElement extends LitElement {
  static override styles = [tokens, common, elementStyles];

  // Not by decorators: the code that these need would be a hundredth of a widget.
  static override properties: PropertyDeclarations = {
    size: { reflect: true },
    theme: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** `large` sets text at 18 px or more and targets at 44 px or more (适老化). */
  size: Size = 'regular';

  /** Fixes the colours; left out, they follow the `color-scheme` of the page. */
  theme: Theme | undefined;

  /** The level of the heading in the page's outline, 1 to 6. */
  headingLevel = 3;

  protected readonly language = new LanguageController(this);
  protected abstract readonly query: AnswerController<unknown>;
  /** What draws the inside of the disclosures; undefined until it is there. */
  protected details: Details | undefined;
  /** Why that could not be fetched. */
  protected detailsFailure: LantuError | undefined;
  /** What says why there is no answer, or what is waited for; undefined until it is there. */
  protected aside: Aside | undefined;
  /** Whether it could not be fetched. */
  protected isAsideLost = false;
  /** What the bodies are given of this element. */
  protected readonly bodyHost: BodyHost = {
    element: this,
    roomPx: () => this.roomPx(),
    size: () => (this.size === 'large' ? 'large' : 'regular'),
    say: (words) => this.say(words),
    tableDisclosure: (scene, answered, format) => this.#tableDisclosure(scene, answered, format),
    tableActions: (answered, format) => this.#tableActions(answered, format),
  };
  readonly #news = new News();
  /** What came of the last attempt to take the table away. */
  #outcome = '';
  #isTableOpen = false;
  #told: AnswerState | undefined;
  #failure: LantuError | undefined;
  /** What stands inside is the still, and may hold the blueprint or the document. */
  readonly #children = new MutationObserver(() => this.requestUpdate());

  /** The answer that is shown, or the one before while the next is fetched; undefined before the first. */
  get answer(): Answer | undefined {
    return this.query.state.answered?.answer;
  }

  /** Where the answer came from; also the attribute `answered-by`. Undefined before the first answer. */
  get answeredBy(): Place | undefined {
    return this.answer?.answeredBy;
  }

  /**
   * What the filters are set to, one entry for each in the blueprint's order; empty where it has none, and before the blueprint is
   * read. Setting it asks anew; an entry that is left out stays.
   */
  get settings(): FilterSettings {
    return this.query.settings;
  }

  set settings(settings: FilterSettings) {
    for (const [index, setting] of settings.entries()) this.query.set(index, setting);
  }

  /** Asks again, from the reading of the blueprint on. Filters stay as they are set. */
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
    if (!this.language.isReady) return this.waiting();
    const format = formatter(this.language.locale);
    const blueprint = state.answered?.blueprint ?? state.blueprint;
    if (this.#news.follow(state, format, this.aside)) this.#outcome = '';
    const still = state.answered ? undefined : this.still(state, format);
    if (still) return still;
    if (!blueprint && (state.status === 'initial' || (state.status === 'pending' && this.isBrief())))
      return this.waiting();
    return html`<figure
      class="frame ${state.answered && state.status !== 'complete' ? 'stale' : ''}"
      part="frame"
      lang=${format.locale}
      aria-labelledby=${blueprint ? 'title' : nothing}
      aria-busy=${state.status === 'pending'}
      tabindex="-1"
      @pointerenter=${this.#attend}
      @focusin=${this.#attend}
    >
      ${blueprint ? this.#head(blueprint, format) : nothing}
      <div class="ruler"></div>
      ${this.#content(state, format)}
      <p class="unseen" role="status">${this.#news.words}</p>
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
      if (!this.isDrawn) return;
      this.#told = state;
      const { answer } = state.answered;
      if (this.#failure) tell(this, 'lantu-error', this.#failure);
      else tell(this, 'lantu-ready', { answer, answeredBy: answer.answeredBy });
    }
  }

  /** What draws answers to `blueprint`. */
  protected abstract bodyFor(blueprint: Blueprint): Body;

  /** Called when a reader turns to the element, and again until its details are there: the time to fetch them. */
  protected fetchDetails(): void {}

  /** Called when there is something to say in place of an answer, until that is there: the time to fetch it. */
  protected fetchAside(): void {}

  /** What is shown before there is anything to say. */
  protected waiting(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Whether the blueprint is expected so soon that saying so would only take time. */
  protected isBrief(): boolean {
    return false;
  }

  /** How wide the room inside the frame will be, where that is known before there is a frame. */
  protected roomPx(): number | undefined {
    return undefined;
  }

  /** What stands at the end of the header, beside the heading. */
  protected headerEnd(_format: Formatter): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What is inside the element, for readers without script; undefined where nothing is, or it has to give way. */
  protected abstract still(state: AnswerState, format: Formatter): TemplateResult | typeof nothing | undefined;

  /** The room that the body will take, with something in it. */
  protected room(blueprint: Blueprint | undefined, content: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="room ${blueprint ? this.bodyFor(blueprint).roomFor(blueprint) : ''}">${content}</div>`;
  }

  /** Whether the answer that is there is drawn, or found to be impossible to draw. */
  protected get isDrawn(): boolean {
    const { answered } = this.query.state;
    if (!answered) return false;
    return answered.answer.rowCount === 0 || this.#failure !== undefined || this.bodyFor(answered.blueprint).isDrawn();
  }

  protected showError(error: LantuError, format: Formatter): TemplateResult | typeof nothing {
    return this.#showError(error, format, () => {
      this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
      this.retry();
    });
  }

  /** Says something to who cannot see it. */
  protected say(words: string): void {
    this.#news.words = words;
    this.requestUpdate();
  }

  protected disclosure(part: 'data' | 'sources'): HTMLDetailsElement | null {
    return this.renderRoot.querySelector<HTMLDetailsElement>(`details[part="${part}"]`);
  }

  /** Opens the disclosure of that part, brings it into view and gives it the focus. */
  protected open(part: 'data' | 'sources'): void {
    const details = this.disclosure(part);
    if (!details) return;
    details.open = true;
    details.querySelector('summary')?.focus();
    details.scrollIntoView({ block: 'nearest' });
  }

  /** As the program says it, where nothing more can be fetched. */
  #showError(error: LantuError, format: Formatter, retry: () => void): TemplateResult | typeof nothing {
    const aside = this.#aside();
    if (aside) return aside.error(error, format, retry);
    return this.isAsideLost ? html`<p part="error" role="alert" lang="en">${error.message}</p>` : nothing;
  }

  #aside(): Aside | undefined {
    if (!this.aside) this.fetchAside();
    return this.aside;
  }

  readonly #attend = (): void => {
    if (!this.details) this.fetchDetails();
  };

  #head(blueprint: Blueprint, format: Formatter): TemplateResult {
    const { title, subtitle } = blueprint;
    return html`<figcaption class="head" part="header">
      <div class="headings">
        <div class="title" part="title" id="title" role="heading" aria-level=${headingLevel(this.headingLevel)} lang=${format.languageIn(title)}>
          ${format.textIn(title)}
        </div>
        ${localized('subtitle', subtitle, format)}
      </div>
      ${this.headerEnd(format)}
    </figcaption>`;
  }

  #tableDisclosure(scene: Scene | undefined, answered: Answered, format: Formatter): TemplateResult {
    const onToggle = ({ target }: Event): void => {
      this.#attend();
      this.#isTableOpen = target instanceof HTMLDetailsElement && target.open;
      this.requestUpdate();
    };
    const loading = html`<p class="pending">${format.text('loading')}</p>`;
    return html`<details class="more" part="data" @toggle=${onToggle}>
      <summary><span>${format.text('table')}</span></summary>
      ${this.details?.table({ scene, answered, format }, this.#isTableOpen) ?? this.#noDetails(format, loading)} ${this.#tableActions(answered, format)}
    </details>`;
  }

  #tableActions(answered: Answered, format: Formatter): TemplateResult | typeof nothing {
    const say = (words: string): void => {
      this.#outcome = words;
      this.say(words);
    };
    const offers = this.query.options.flatMap(({ answer }) => answer ?? []);
    return this.details?.tableActions({ answered, offers, outcome: this.#outcome, say }, format) ?? nothing;
  }

  /** What stands in a disclosure whose inside is not there yet; it may be long in coming, and paper does not wait. */
  #noDetails(format: Formatter, meanwhile: unknown): unknown {
    const { detailsFailure } = this;
    return detailsFailure ? this.#showError(detailsFailure, format, () => this.fetchDetails()) : meanwhile;
  }

  #answered(answered: Answered, format: Formatter): TemplateResult {
    const { blueprint, answer } = answered;
    const citations = answer.provenance.origins.map(({ citation }) => localized('citation', citation, format));
    return html`${this.#drawing(answered, format)} ${localized('notes', blueprint.notes, format)}
      <details class="more" part="sources" @toggle=${this.#attend}>
        <summary><span>${format.text('sources')}</span></summary>
        ${this.details?.sources(answer, format) ?? this.#noDetails(format, citations)}
      </details>`;
  }

  #drawing(answered: Answered, format: Formatter): TemplateResult {
    const { blueprint, answer } = answered;
    this.#failure = undefined;
    if (answer.rowCount === 0) return html`<p class="empty" part="empty">${format.text('empty')}</p>`;
    try {
      return this.bodyFor(blueprint).draw(answered, format);
    } catch (thrown) {
      this.#failure = asLantuError(thrown, 'chart/unsuited');
      return html`${this.showError(this.#failure, format)} ${this.#tableDisclosure(undefined, answered, format)}`;
    }
  }

  #filters({ blueprint }: AnswerState, format: Formatter): TemplateResult | typeof nothing {
    const { query } = this;
    if (!query.filtering || !blueprint?.filters?.length) return nothing;
    const showError = (error: LantuError): TemplateResult | typeof nothing =>
      this.#showError(error, format, () => this.isConnected && query.retry());
    return query.filtering.view({ element: this, filters: blueprint.filters, blueprint, query, showError }, format);
  }

  #content(state: AnswerState, format: Formatter): TemplateResult {
    const { answered } = state;
    if (answered) {
      return html`
        ${state.status === 'pending' ? (this.#aside()?.updating(state.progress, format) ?? nothing) : nothing}
        ${this.#filters(state, format)}
        ${state.status === 'error' ? [this.#aside()?.outdated(format) ?? nothing, this.showError(state.error, format)] : nothing}
        ${this.#answered(answered, format)}
      `;
    }
    switch (state.status) {
      case 'error':
        return html`${this.#filters(state, format)} ${this.showError(state.error, format)}`;
      case 'pending':
        return this.room(state.blueprint, this.#aside()?.loading(state.progress, format) ?? nothing);
      default:
        return this.room(state.blueprint, this.#aside()?.idle(format) ?? nothing);
    }
  }
}

// A picture is laid out for the room that it has, which is known once the frame around it is there.
AnswerElement.disableWarning?.('change-in-update');

function headingLevel(wanted: number): number {
  return wanted >= 1 && wanted <= 6 ? Math.floor(wanted) : 3;
}

function localized(name: string, text: LocalizedText | undefined, format: Formatter): TemplateResult | typeof nothing {
  return text
    ? html`<p class=${name} part=${name} lang=${format.languageIn(text)}>${format.textIn(text)}</p>`
    : nothing;
}
