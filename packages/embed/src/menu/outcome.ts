import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';

/** What came of something that the reader asked of the menu. */
export interface Outcome {
  readonly status: 'working' | 'done' | 'failed';
  readonly words: string;
  /** What could not be copied, for the reader to copy by hand. */
  readonly text?: string;
}

/** The outcome for the eye; the live region says the words. A failure stays until it is closed, with what the reader can do. */
export function outcomeView(outcome: Outcome, format: Formatter, close: () => void): TemplateResult {
  const { status, words, text } = outcome;
  if (status !== 'failed') return html`<p class="menu-outcome" aria-hidden="true">${words}</p>`;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return html`<div class="menu-outcome failed" role="group" aria-labelledby="menu-outcome" @keydown=${onKey}>
    <p id="menu-outcome">${words}</p>
    ${
      text === undefined
        ? nothing
        : html`<textarea class="menu-field" readonly rows="3" aria-labelledby="menu-outcome" .value=${text}></textarea>`
    }
    <button class="button" type="button" @click=${close}>${format.text('close')}</button>
  </div>`;
}
