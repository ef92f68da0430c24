import '@lantu/spec/locale/zh-CN';
import { AnswerElement, type AnswerState, type Body } from '@lantu/elements/answer';
import { chartBodyStyles } from '@lantu/elements/body/chart';
import { type Blueprint, LantuError, quoteValue } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import {
  adoptStyles,
  type CSSResultOrNative,
  html,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { type MenuState, menuStyles, WidgetMenu } from '../menu/menu.ts';
import { sleep } from '../still/awake.ts';
import { stillIn } from '../still/still.ts';
import { lookAt, lookedAt } from './before.ts';
import { type BodyKind, bodyKind } from './bodies.ts';
import { WidgetController } from './controller.ts';
import { isThere, type WidgetSource } from './document.ts';
import type { Engine } from './engine.ts';
import { HeldHeight } from './held-height.ts';
import { Nearness } from './nearness.ts';
import { part } from './part.ts';
import type { Taken } from './taken.ts';
import { widgetStyles } from './widget.styles.ts';

/** When a widget comes alive: as it comes near the window's edge, or at once. */
export const LOADINGS = ['lazy', 'eager'] as const;
export type Loading = (typeof LOADINGS)[number];

/** How long nothing is said of a document that is on its way. */
const PATIENCE_MS = 300;

const OWN_STYLES = [...AnswerElement.styles, menuStyles, widgetStyles];

/**
 * Shows a baked widget: heading, filters, picture, table and sources, from one small document that holds the answer already. Other
 * settings of its filters are answered from its rollups, and only what those do not cover by the query engine.
 *
 * What stands inside is shown until the widget is drawn, and stays where it cannot be; the widget then takes its place without moving
 * anything. A `<script type="application/json">` among it that holds the document saves the request for it.
 *
 * @element lantu-widget
 *
 * @attr {boolean} frameless - Set by the element where its still has no frame: it then has none either.
 *
 * @slot - The still: picture, words and table for readers without script.
 *
 * @fires {CustomEvent<SelectDetail>} lantu-select - A reader chose a mark, or took the choice back.
 *
 * @csspart summary - The chart in words.
 * @csspart chart - The picture, which takes the focus.
 * @csspart tooltip - What is said of the mark in focus.
 * @csspart simulated - The mark of simulated data.
 * @csspart period - Of a card: the period of the number.
 * @csspart value - Of a card: the number with its unit and the words of its exactness.
 * @csspart number - Of a card: the number.
 * @csspart unit - Of a card: its unit.
 * @csspart series - Of a card: the small picture of the series.
 * @csspart change - Of a card: the change against the period before.
 *
 * @cssproperty --lantu-grid - Gridlines.
 * @cssproperty --lantu-axis - Axes.
 * @cssproperty --lantu-series-1 - The first series' colour; likewise up to `--lantu-series-8`.
 * @cssproperty --lantu-on-series-1 - Text on the first series; likewise up to `--lantu-on-series-8`.
 */
export class LantuWidget extends AnswerElement {
  static override styles = [...OWN_STYLES, ...chartBodyStyles];

  static override properties: PropertyDeclarations = { src: {}, integrity: {}, engine: {}, loading: {} };

  /** Address of the widget's document, `widget.json`, relative to the page. */
  src: string | undefined;

  /** The hash of the document (`sha384-…`): another one is refused. */
  integrity: string | undefined;

  /** `never`: what only the query engine could answer is an error instead. */
  engine: Engine = 'auto';

  /** `lazy`: nothing is fetched before the widget is near the window. */
  loading: Loading = 'lazy';

  protected readonly query = new WidgetController(
    this,
    () => ({ source: this.#source(), engine: this.engine === 'never' ? 'never' : 'auto' }),
    (blueprint) => this.#getReady(blueprint),
  );
  /** What stood inside while it was laid out. As soon as there is a shadow root it is not, but where it is given its slot. */
  #before = lookedAt(this);
  /** Whether the answer is drawn before a frame can be made, so that what stands inside need not be laid out once more. */
  #isAtOnce = false;
  /** For the first picture in place of what stood inside. */
  #roomPx: number | undefined;
  readonly #nearness = new Nearness(this, this.#before !== undefined);
  readonly #height = new HeldHeight(this);
  readonly #menu = new WidgetMenu(this, () => this.#menuState());
  readonly #kinds = new Map<string, BodyKind>();
  readonly #bodies = new Map<string, Body>();
  #worn: readonly CSSResultOrNative[] = LantuWidget.elementStyles;
  #taken: Taken | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isLate = false;
  #asideComing: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const source = this.#before && this.#source();
    this.#isAtOnce = source !== undefined && isThere(source);
    if (this.#isAtOnce) requestAnimationFrame(() => this.#lookAgain());
    else this.#before = undefined;
  }

  protected override willUpdate(): void {
    const { answered } = this.query.state;
    if (answered || this.aside) this.#dress(answered?.blueprint.chart.type);
    if (!answered || !this.language.isReady) return;
    const before = this.#before ?? (this.renderRoot.querySelector('slot') ? lookAt(this) : undefined);
    if (!before) return;
    this.#lookAgain();
    this.#taken = before.taken;
    this.#roomPx = before.roomPx;
    this.toggleAttribute('frameless', before.isFrameless);
    if (this.#taken.open.length === 0) this.#height.keep(before, this.bodyFor(answered.blueprint));
  }

  protected override updated(): void {
    super.updated();
    const { answered } = this.query.state;
    if (!answered || !this.isDrawn) return;
    this.#roomPx = undefined;
    const reading = sleep(this);
    this.#takeOver();
    const body = this.bodyFor(answered.blueprint);
    this.#height.hold(body);
    if (reading) body.resume?.(reading);
  }

  protected override bodyFor({ chart: { type } }: Blueprint): Body {
    const kind = this.#kinds.get(type);
    if (!kind)
      throw new LantuError('chart/unsuited', 'the code for this type is not there', { received: quoteValue(type) });
    const body = this.#bodies.get(type) ?? kind.create(this.bodyHost);
    this.#bodies.set(type, body);
    return body;
  }

  protected override roomPx(): number | undefined {
    return this.#roomPx;
  }

  protected override headerEnd(format: Formatter): TemplateResult | typeof nothing {
    return this.#menu.view(format);
  }

  protected override waiting(): TemplateResult | typeof nothing {
    if (stillIn(this)) return this.#isAtOnce ? nothing : html`<slot></slot>`;
    return this.src ? html`<div class="frame"><div class="ruler"></div><div class="room"></div></div>` : nothing;
  }

  /** To draw that something is coming, in words, takes a fast page as long as to fetch it. */
  protected override isBrief(): boolean {
    this.#patience ??= setTimeout(() => {
      this.#isLate = true;
      if (!this.query.state.blueprint) this.requestUpdate();
    }, PATIENCE_MS);
    return !this.#isLate;
  }

  /** Whatever is inside is of the same figures: it stays until these are drawn, and beside the reason why they are not. */
  protected override still(state: AnswerState, format: Formatter): TemplateResult | typeof nothing | undefined {
    if (!stillIn(this)) return undefined;
    if (this.#isAtOnce && state.status !== 'error') return nothing;
    return html`<slot></slot>
      <div class="frame fault" lang=${format.locale} tabindex="-1">
        <div class="ruler"></div>
        ${state.status === 'error' ? this.showError(state.error, format) : nothing}
      </div>`;
  }

  protected override fetchDetails(): void {
    this.detailsFailure = undefined;
    this.#loadDetails()
      .catch((thrown: LantuError) => {
        this.detailsFailure = thrown;
      })
      .then(() => this.requestUpdate());
  }

  protected override fetchAside(): void {
    this.#asideComing ??= this.#loadAside();
  }

  /** What stands inside is on show again, or is not needed any more. */
  #lookAgain(): void {
    this.#before = undefined;
    if (this.#isAtOnce) this.requestUpdate();
    this.#isAtOnce = false;
  }

  async #getReady({ chart: { type }, filters }: Blueprint): Promise<void> {
    const [kind] = await Promise.all([
      this.#kinds.get(type) ?? bodyKind(type),
      (filters?.length || type === 'kpi') && this.language.loadControls(),
      type === 'table' && this.#loadDetails(),
    ]);
    this.#kinds.set(type, kind);
  }

  async #loadDetails(): Promise<void> {
    const [{ details }] = await Promise.all([
      part(() => import('@lantu/elements/details')),
      this.language.loadControls(),
    ]);
    this.details = details;
  }

  async #loadAside(): Promise<void> {
    try {
      const [{ aside }] = await Promise.all([import('@lantu/elements/aside'), this.language.loadControls()]);
      this.aside = aside;
    } catch {
      this.isAsideLost = true;
    }
    this.requestUpdate();
  }

  /** Has the shadow root hold the styles of what is drawn in it. */
  #dress(type: string | undefined): void {
    const kind = type === undefined ? undefined : this.#kinds.get(type);
    const { renderRoot } = this;
    const wanted = [
      ...OWN_STYLES,
      ...(kind?.styles ?? []),
      ...(this.query.filtering?.styles ?? []),
      ...(this.details?.styles ?? []),
      ...(this.aside?.styles ?? []),
    ];
    if (wanted.every((each, index) => each === this.#worn[index]) || !(renderRoot instanceof ShadowRoot)) return;
    adoptStyles(renderRoot, wanted);
    this.#worn = wanted;
  }

  /** Opens what the reader had opened of the still, and takes on the focus that was in it. */
  #takeOver(): void {
    const { open = [], focused } = this.#taken ?? {};
    this.#taken = undefined;
    for (const part of open) this.disclosure(part)?.setAttribute('open', '');
    if (focused) this.renderRoot.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  }

  #source(): WidgetSource | undefined {
    const text = this.querySelector(':scope > script[type="application/json"]')?.textContent;
    const { baseURI } = this.ownerDocument;
    if (text) return { kind: 'script', url: this.src ? absolute(this.src, baseURI) : baseURI, text };
    if (!this.src || !(this.#nearness.isNear || this.loading === 'eager')) return undefined;
    return { kind: 'src', url: absolute(this.src, baseURI), integrity: this.integrity || undefined };
  }

  #menuState(): MenuState | undefined {
    const { answered } = this.query.state;
    const { published } = this.query;
    if (!answered) return undefined;
    const { blueprint, answer, settings } = answered;
    return {
      document: published?.document,
      documentUrl: this.src ? published?.url : undefined,
      blueprint,
      answer,
      settings,
      query: this.query.queryOf(answered),
      theme: this.theme,
      size: this.bodyHost.size(),
      openTable: () => this.open('data'),
      openSources: () => this.open('sources'),
      say: (words) => this.say(words),
    };
  }
}

function absolute(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}

declare global {
  interface HTMLElementTagNameMap {
    'lantu-widget': LantuWidget;
  }
}
