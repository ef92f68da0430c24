import type { TableModel } from '@lantu/charts';
import { html, type TemplateResult } from 'lit/html.js';
import type { WidgetWords } from './words.ts';

/** The table, one interaction away. */
export function tableDetails({ format, table }: WidgetWords): TemplateResult {
  return html`<details><summary>${format.text('table')}</summary>
${tableView(table)}
</details>`;
}

export function tableView({ caption, columns, rows }: TableModel): TemplateResult {
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ header, cells }) => html`<tr><th scope="row">${header}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
)}</tbody>
</table>`;
}
