import { dateText, simulatedText } from '@lantu/charts/figures';
import { drawingOf, layOut } from '@lantu/charts/svg';
import { answerTable } from '@lantu/charts/table';
import type { AnswerOrigin } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { addressesOf } from '../addresses.ts';
import { filtersText } from '../filters-text.ts';
import type { MenuState } from '../state.ts';

/** What fits an A4 sheet between its margins. */
const WIDTH_PX = 680;
/** Beyond so many rows nobody wants them on paper. */
const MOST_ROWS = 200;

/** The widget on paper: title, filters, picture, the figures as a table, and what they rest on. */
export function printPage(state: MenuState, format: Formatter): TemplateResult {
  const { blueprint, answer } = state;
  const set = filtersText(state, format);
  const picture = pictureView(state, format);
  const simulated = picture === nothing ? simulatedText(answer, format) : '';
  return html`<h1 lang=${format.languageIn(blueprint.title)}>${format.textIn(blueprint.title)}</h1>
    ${
      blueprint.subtitle
        ? html`<p class="muted" lang=${format.languageIn(blueprint.subtitle)}>${format.textIn(blueprint.subtitle)}</p>`
        : nothing
    }
    ${set.map((words) => html`<p class="muted">${words}</p>`)}
    ${simulated ? html`<p class="simulated">${simulated}</p>` : nothing} ${picture}
    ${tableView(state, format)}
    ${
      blueprint.notes
        ? html`<p lang=${format.languageIn(blueprint.notes)}>${format.textIn(blueprint.notes)}</p>`
        : nothing
    }
    ${footView(state, format)}`;
}

function pictureView({ blueprint, answer, size }: MenuState, { locale }: Formatter): TemplateResult | typeof nothing {
  if (blueprint.chart.type === 'table' || answer.rowCount === 0) return nothing;
  const scene = layOut(answer, blueprint.chart, { locale, size, widthPx: WIDTH_PX, sources: false, paddingPx: 0 });
  const { widthPx, heightPx, summary } = scene;
  return html`<svg
    class="lt-chart"
    width=${widthPx}
    height=${heightPx}
    viewBox="0 0 ${widthPx} ${heightPx}"
    role="img"
    aria-label=${summary}
  >
    ${drawingOf(scene)}
  </svg>`;
}

function tableView({ blueprint, answer }: MenuState, format: Formatter): TemplateResult {
  const { chart, title } = blueprint;
  const names = chart.type === 'table' ? chart.columns : undefined;
  const { columns, rows } = answerTable(answer, format.textIn(title), format, names);
  if (rows.length === 0) return html`<p>${format.text('empty')}</p>`;
  const align = (index: number): string => (columns[index]?.numeric ? 'numeric' : '');
  return html`<table>
      <thead>
        <tr>
          ${columns.map((column, index) => html`<th scope="col" class=${align(index)}>${column.title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, MOST_ROWS).map(
          ({ header, cells }) => html`<tr>
            <th scope="row">${header}</th>
            ${cells.map((cell, index) => html`<td class=${align(index + 1)}>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
    ${rows.length > MOST_ROWS ? html`<p>… ${format.text('table.rows', { count: rows.length })}</p>` : nothing}`;
}

function footView(state: MenuState, format: Formatter): TemplateResult {
  const { text, list } = format;
  const { origins, natures, asOf } = state.answer.provenance;
  const address = addressesOf(state)?.page(format.locale) ?? location.href;
  const facts = [
    { label: text('nature'), value: list(natures.map((nature) => text(`nature.${nature}`))) },
    { label: text('as-of.label'), value: dateText(asOf, format) },
    { label: text('address'), value: address },
  ];
  return html`<div class="foot">
    <p>${text('sources')}</p>
    <ul>
      ${origins.map((origin) => html`<li>${originText(origin, format)}</li>`)}
    </ul>
    ${facts.map(({ label, value }) => html`<p>${text('filter.set', { name: label, value })}</p>`)}
  </div>`;
}

function originText({ citation, url, datePublished, licence }: AnswerOrigin, format: Formatter): string {
  const { text, textIn } = format;
  return [
    textIn(citation),
    datePublished ? text('source.published', { date: dateText(datePublished, format) }) : '',
    licence ? text('source.licence', { licence: licence.title ?? licence.name }) : '',
    url ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}
