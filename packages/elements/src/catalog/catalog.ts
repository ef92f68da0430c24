import '@lantu/spec/locale/all';
import { formatter } from '@lantu/spec/locale';
import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { asLantuError } from '../answer/as-lantu-error.ts';
import { errorStyles } from '../aside/error.styles.ts';
import { errorView } from '../aside/error.ts';
import { define } from '../define.ts';
import { tell } from '../events.ts';
import { LanguageController } from '../language/language.ts';
import { common } from '../styles/common.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { catalogStyles } from './catalog.styles.ts';
import { connect } from './connection.ts';
import { type CatalogState, catalogContext } from './context.ts';

/**
 * Opens a catalog of datasets, once, for all the elements inside it. It takes no room of its own, except to say what is wrong where
 * the catalog cannot be opened; the elements inside then wait.
 *
 * @element lantu-catalog
 *
 * @attr {'light' | 'dark'} theme - Fixes the colours of its error message; left out, they follow the `color-scheme` of the page.
 *
 * @slot - Charts, KPI cards, tables and anything else, at any depth.
 *
 * @fires {CustomEvent<LantuError>} lantu-error - The catalog could not be opened.
 *
 * @csspart error - The message where the catalog cannot be opened.
 * @csspart button - The button in it that tries again.
 */
export class LantuCatalog extends LitElement {
  static override styles = [tokens, common, errorStyles, catalogStyles];

  /** Address of the catalog (`datapackage.json`), relative to the page. Elements that name the same address share what was opened. */
  @property() src: string | undefined;

  readonly #language = new LanguageController(this);
  readonly #provider = new ContextProvider(this, { context: catalogContext, initialValue: { status: 'pending' } });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) void this.#open();
  }

  protected override render(): TemplateResult {
    const state = this.#provider.value;
    const { locale } = this.#language;
    const retry = (): void => void this.#open();
    return html`${
      state.status === 'error'
        ? html`<div lang=${locale}>${errorView(state.error, formatter(locale), retry)}</div>`
        : nothing
    }<slot></slot>`;
  }

  async #open(): Promise<void> {
    const { src } = this;
    const set = (state: CatalogState): void => {
      if (src !== this.src) return;
      this.#provider.setValue(state);
      this.requestUpdate();
    };
    set({ status: 'pending' });
    if (src === undefined) return;
    try {
      set({ status: 'complete', connection: await connect(src) });
    } catch (thrown) {
      const error = asLantuError(thrown, 'catalog/missing');
      set({ status: 'error', error });
      if (src === this.src) tell(this, 'lantu-error', error);
    }
  }
}

define('lantu-catalog', LantuCatalog);

declare global {
  interface HTMLElementTagNameMap {
    'lantu-catalog': LantuCatalog;
  }
}
