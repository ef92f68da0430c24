import { cellOf, dateText, languageOfQuote, metricsOf, rowText, valueText, webAddress } from '@lantu/charts/figures';
import type { Answer, AnswerOrigin, LocalizedText } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';

/**
 * What the numbers of an answer rest on: the sources, each figure's sentence in its source, nature, status and date of the data, and
 * how and where they were calculated.
 */
export function sourcesView(answer: Answer, format: Formatter): TemplateResult {
  const { text, list } = format;
  const { origins, natures, statuses, asOf } = answer.provenance;
  const facts = [
    { label: text('nature'), value: list(natures.map((each) => text(`nature.${each}`))) },
    { label: text('status'), value: list(statuses.map((each) => text(`status.${each}`))) },
  ].filter(({ value }) => value);
  return html`<div class="sources">
    <ul class="origins">
      ${origins.map((each) => html`<li>${originView(each, format)}</li>`)}
    </ul>
    ${quotesView(answer, format)}
    <div>
      <dl class="facts">
        ${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
      </dl>
      <p>${text('as-of', { date: dateText(asOf, format) })}</p>
      <p>${text('answered-by', { place: text(`place.${answer.answeredBy}`) })}</p>
    </div>
    ${
      answer.sql
        ? html`<details>
            <summary><span>${text('sql')}</span></summary>
            <pre class="sql" lang="en" tabindex="0"><code>${answer.sql}</code></pre>
          </details>`
        : nothing
    }
  </div>`;
}

function originView(origin: AnswerOrigin, format: Formatter): TemplateResult {
  const { text, textIn, languageIn } = format;
  const { title, url, producer, citation, datePublished, licence } = origin;
  const name = html`<cite lang=${languageIn(title)}>${text('work-title', { title: textIn(title) })}</cite>`;
  const address = webAddress(url);
  const terms = licence && html`<p>${text('source.licence', { licence: licence.title ?? licence.name })}</p>`;
  return html`
    <p class="origin-title">${address ? html`<a href=${address} rel="noreferrer">${name}</a>` : name}</p>
    <p lang=${languageIn(producer)}>${text('source.producer', { producer: textIn(producer) })}</p>
    ${datePublished ? html`<p>${text('source.published', { date: dateText(datePublished, format) })}</p>` : nothing}
    ${terms ?? nothing}
    ${saysMore(citation, title) ? html`<p class="citation" lang=${languageIn(citation)}>${textIn(citation)}</p>` : nothing}
  `;
}

function saysMore(citation: LocalizedText, title: LocalizedText): boolean {
  return citation['zh-CN'] !== title['zh-CN'];
}

/** Each figure that has a sentence in a source, with that sentence. */
function quotesView(answer: Answer, format: Formatter): TemplateResult | typeof nothing {
  const figures = metricsOf(answer).flatMap((column) =>
    Array.from({ length: answer.rowCount }, (_, row) => ({
      of: rowText(answer, row, format) || format.textIn(column.title),
      value: valueText(answer, column, row, format),
      quotes: cellOf(answer, column, row)?.quotes ?? [],
    })),
  );
  const quoted = figures.filter(({ quotes }) => quotes.length > 0);
  if (quoted.length === 0) return nothing;
  return html`<p class="quotes-title">${format.text('source.quote')}</p>
    <ul class="quotes">
      ${quoted.map(
        ({ of, value, quotes }) => html`<li>
          <p class="quoted"><span>${of}</span> <b>${value}</b></p>
          ${quotes.map((quote) => html`<blockquote lang=${languageOfQuote(quote)}>${format.text('quote', { text: quote })}</blockquote>`)}
        </li>`,
      )}
    </ul>`;
}
