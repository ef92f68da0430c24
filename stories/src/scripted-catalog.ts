import { type CatalogState, catalogContext } from '@lantu/elements';
import type { Progress } from '@lantu/engine';
import type { Answer, Catalog, LantuError } from '@lantu/spec';
import { ContextProvider } from '@lit/context';
import { html, LitElement } from 'lit';

/** What a question meets. */
export interface Script {
  readonly progress?: Progress;
  /** Left out, together with `error`: no answer ever comes. */
  readonly answer?: Answer;
  readonly error?: LantuError;
}

/** Stands where a catalog would, and treats every question as its script says: for states that real data pass through quickly. */
class ScriptedCatalog extends LitElement {
  static override properties = { script: { attribute: false } };
  declare script: Script;
  readonly #provider = new ContextProvider(this, { context: catalogContext, initialValue: { status: 'pending' } });

  protected override willUpdate(): void {
    const { progress, answer, error } = this.script;
    const state: CatalogState = {
      status: 'complete',
      connection: {
        url: 'scripted',
        catalog: {} as Catalog,
        ask: (_, options) =>
          new Promise((resolve, reject) => {
            if (progress) options?.onProgress?.(progress);
            if (error) reject(error);
            if (answer) resolve(answer);
          }),
      },
    };
    this.#provider.setValue(state);
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

customElements.define('scripted-catalog', ScriptedCatalog);

declare global {
  interface HTMLElementTagNameMap {
    'scripted-catalog': ScriptedCatalog;
  }
}
