import '@lantu/spec/locale/all';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AnswerState } from '../answer/controller.ts';
import { AnswerElement } from '../answer/element.ts';
import { aside } from '../aside/aside.ts';
import { details } from '../details/details.ts';
import { filtersStyles } from '../filters/filters.styles.ts';
import { localeFor, nearestLang } from '../language/tag.ts';
import { BlueprintController } from './controller.ts';
import { blueprintText } from './source.ts';
import { stillStyles } from './still.styles.ts';

/**
 * What all elements have in common that show one blueprint and ask a catalog: where both come from. Of what stands inside such an
 * element, only a `<script type="application/json">` is read, as its blueprint.
 */
export abstract class BlueprintElement extends AnswerElement {
  static override styles = [...AnswerElement.styles, stillStyles, filtersStyles, ...aside.styles, ...details.styles];

  /** The blueprint as an object (or anything else, which is checked). Wins over `src` and over one written inside the element. */
  @property({ attribute: false }) blueprint: unknown;

  /** Address of the blueprint, a JSON file, relative to the page. Wins over one written inside the element. */
  @property() src: string | undefined;

  /** Address of a catalog for this element alone, relative to the page. Left out, the `<lantu-catalog>` around it is asked. */
  @property() catalog: string | undefined;

  protected readonly query = new BlueprintController(this, () => ({
    source: this.#source(),
    catalogUrl: this.catalog,
  }));
  protected override details = details;
  protected override aside = aside;

  /** What stands inside in the reader's language, beside how far the answer is. */
  protected override still(state: AnswerState, format: Formatter): TemplateResult | undefined {
    const isThere = [...this.children].some(
      (each) => each.localName !== 'script' && localeFor(nearestLang(each)) === format.locale,
    );
    if (!isThere || state.status === 'error') return undefined;
    const words = state.status === 'pending' ? this.aside.progress(state.progress, format) : nothing;
    const still = html`<div class="still"><slot></slot><p part="loading" lang=${format.locale}>${words}</p></div>`;
    return html`<figure class="frame" part="frame" aria-busy=${state.status === 'pending'} tabindex="-1">
      <div class="ruler"></div>
      ${this.room(state.blueprint, still)}
    </figure>`;
  }

  #source() {
    if (this.blueprint !== undefined && this.blueprint !== null)
      return { kind: 'property', value: this.blueprint } as const;
    if (this.src !== undefined && this.src !== null) return { kind: 'src', url: this.src } as const;
    const text = blueprintText(this);
    return text === undefined ? undefined : ({ kind: 'script', text } as const);
  }
}
