import { html, type TemplateResult } from 'lit';

/** The room of a picture that is not there yet, and below it in words what is being waited for; `still` where nothing is under way. */
export function loadingView(words: string, { still = false }: { readonly still?: boolean } = {}): TemplateResult {
  return html`<div class="loading ${still ? 'still' : ''}" part="loading">
    <p>${words}</p>
  </div>`;
}
