import { cellOf, dateText, languageOfQuote, metricsOf, rowText, valueText, webAddress } from '@lantu/charts/figures';
import type { Answer, AnswerOrigin } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit/html.js';

/** What the numbers rest on: the sources with their addresses, the nature of the data and up to when they speak, and quoted sentences. */
export function sourcesView(answer: Answer, format: Formatter): TemplateResult {
  const { origins, natures, asOf } = answer.provenance;
  const named = natures.map((nature) => format.text(`nature.${nature}`));
  return html`<ul>${origins.map((origin) => html`<li>${originView(origin, format)}</li>`)}</ul>
${quotesView(answer, format)}<p>${format.paragraph([
    named.length > 0 ? format.text('summary.nature', { natures: format.list(named) }) : '',
    format.text('as-of.sentence', { date: dateText(asOf, format) }),
  ])}</p>`;
}

function originView({ title, url, producer, datePublished, licence }: AnswerOrigin, format: Formatter): TemplateResult {
  const { text, textIn, languageIn } = format;
  const name = html`<cite lang=${languageIn(title)}>${text('work-title', { title: textIn(title) })}</cite>`;
  const address = webAddress(url);
  return html`${address ? html`<a href=${address} rel="noreferrer">${name}</a>` : name}<br><span lang=${languageIn(producer)}>${text('source.producer', { producer: textIn(producer) })}</span>${
    datePublished ? html`<br>${text('source.published', { date: dateText(datePublished, format) })}` : nothing
  }${licence ? html`<br>${text('source.licence', { licence: licence.title ?? licence.name })}` : nothing}`;
}

/** Each figure that has a sentence in a source, with that sentence. */
function quotesView(answer: Answer, format: Formatter): TemplateResult | typeof nothing {
  const quoted = metricsOf(answer).flatMap((column) =>
    Array.from({ length: answer.rowCount }, (_, row) => ({
      of: rowText(answer, row, format) || format.textIn(column.title),
      value: valueText(answer, column, row, format),
      quotes: cellOf(answer, column, row)?.quotes ?? [],
    })).filter(({ quotes }) => quotes.length > 0),
  );
  if (quoted.length === 0) return nothing;
  return html`<p>${format.text('source.quote')}</p>
<dl>${quoted.map(
    ({ of, value, quotes }) =>
      html`<dt>${of} <b>${value}</b></dt>${quotes.map(
        (quote) => html`<dd lang=${languageOfQuote(quote)}>${format.text('quote', { text: quote })}</dd>`,
      )}`,
  )}</dl>
`;
}
