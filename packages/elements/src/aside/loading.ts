import { html, type TemplateResult } from 'lit';

/** The room of a picture that is not there yet, and below it in words what is being waited for; `idle` where nothing is under way. */
export function loadingView(words: string, { idle = false }: { readonly idle?: boolean } = {}): TemplateResult {
  return html`<div class="loading ${idle ? 'idle' : ''}" part="loading">
    <p>${words}</p>
  </div>`;
}
