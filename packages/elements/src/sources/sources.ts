import '@lantu/spec/locale/all';
import type { Answer } from '@lantu/spec';
import { formatter } from '@lantu/spec/locale';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../define.ts';
import { LanguageController } from '../language/language.ts';
import { common } from '../styles/common.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { sourcesStyles } from './sources.styles.ts';
import { sourcesView } from './sources.view.ts';

/**
 * Says what the numbers of a chart or KPI rest on: sources, the sentences that the figures stand in, nature, status and date of the
 * data, how they were calculated. Charts and KPI cards have this inside themselves; here it stands on its own, opened.
 *
 * @element lantu-sources
 *
 * @attr {'light' | 'dark'} theme - Fixes the colours; left out, they follow the `color-scheme` of the page.
 * @attr {'regular' | 'large'} size - `large` sets text at 18 px or more and targets at 44 px or more.
 */
export class LantuSources extends LitElement {
  static override styles = [tokens, common, sourcesStyles];

  /** The answer to speak of. Wins over `for`. */
  @property({ attribute: false }) answer: Answer | undefined;

  /** The `id` of a chart, KPI or table in the same document or shadow root, whose answer is spoken of, now and whenever it changes. */
  @property() for: string | undefined;

  readonly #language = new LanguageController(this);
  #root: Node | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root = this.getRootNode();
    this.#root.addEventListener('lantu-ready', this.#follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#root?.removeEventListener('lantu-ready', this.#follow);
  }

  protected override render(): TemplateResult | typeof nothing {
    const answer = this.answer ?? this.#answerOfTarget();
    if (!answer) return nothing;
    const { locale } = this.#language;
    return html`<div lang=${locale}>${sourcesView(answer, formatter(locale))}</div>`;
  }

  readonly #follow = (event: Event): void => {
    if (event.target instanceof Element && event.target.id === this.for) this.requestUpdate();
  };

  #answerOfTarget(): Answer | undefined {
    const root = this.getRootNode();
    const target =
      this.for && (root instanceof Document || root instanceof ShadowRoot) ? root.getElementById(this.for) : null;
    return target && 'answer' in target ? (target.answer as Answer | undefined) : undefined;
  }
}

define('lantu-sources', LantuSources);

declare global {
  interface HTMLElementTagNameMap {
    'lantu-sources': LantuSources;
  }
}
