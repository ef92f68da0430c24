import { type LantuError, quoteValue } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';

const DEEPEST = 5;

/**
 * An error set out where it happened: in the reader's language what it means for them, then, as the program says it, what was wrong,
 * where, what was received and what is allowed; causes and SQL behind a disclosure.
 */
export function errorView(error: LantuError, { text }: Formatter, retry: () => void): TemplateResult {
  const facts = [
    { label: text('error.problem'), value: error.problem },
    { label: text('error.where'), value: error.where },
    { label: text('error.received'), value: error.received },
    { label: text('error.allowed'), value: error.allowed },
  ].filter(({ value }) => value);
  const causes = causesOf(error);
  return html`<div class="error" part="error" role="alert">
    <p class="error-title">${text(`error.${error.code}`)}</p>
    <dl class="error-facts">
      ${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd lang="en">${value}</dd></div>`)}
    </dl>
    <button class="button" part="button" type="button" @click=${retry}>${text('retry')}</button>
    ${
      causes.length > 0 || error.sql
        ? html`<details>
            <summary><span>${text('details')}</span></summary>
            ${causes.map((cause) => html`<p class="error-cause" lang="en">${cause}</p>`)}
            ${error.sql ? html`<pre class="sql" lang="en" tabindex="0"><code>${error.sql}</code></pre>` : nothing}
          </details>`
        : nothing
    }
  </div>`;
}

/** What the causes of an error say, the nearest first; causes that are no errors (a list of issues, a list of reasons) as JSON. */
function causesOf(error: Error): string[] {
  const said: string[] = [];
  let cause: unknown = error.cause;
  while (cause !== undefined && said.length < DEEPEST) {
    said.push(cause instanceof Error ? `${cause.name}: ${cause.message}` : quoteValue(cause, 2000));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return said;
}
