import type { TableModel } from '@lantu/charts';
import { simulatedText } from '@lantu/charts/figures';
import { answerTable } from '@lantu/charts/table';
import type { Formatter } from '@lantu/spec/locale';
import { css, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Body, BodyHost } from '../answer/body.ts';
import type { Answered } from '../answer/controller.ts';
import { specOf } from '../answer/spec-of.ts';
import { tableView } from './table.view.ts';

/** What a {@link TableBody} needs: the heading above says what the caption says; it is there for those who come upon the table alone. */
export const tableBodyStyles = css`
  caption {
    position: absolute;
    clip-path: inset(50%);
  }
`;

/** An answer as a table, a row a row, to copy or download. */
export class TableBody implements Body {
  readonly #host: BodyHost;
  #made: { readonly answered: Answered; readonly format: Formatter; readonly model: TableModel } | undefined;

  constructor(host: BodyHost) {
    this.#host = host;
  }

  isDrawn(): boolean {
    return true;
  }

  roomFor(): string {
    return '';
  }

  draw(answered: Answered, format: Formatter): TemplateResult {
    const simulated = simulatedText(answered.answer, format);
    const model = this.#model(answered, format);
    return html`
      ${simulated ? html`<p class="simulated" part="simulated">${simulated}</p>` : nothing}
      ${guard([model], () => tableView(model))} ${this.#host.tableActions(answered, format)}
    `;
  }

  #model(answered: Answered, format: Formatter): TableModel {
    if (this.#made?.answered !== answered || this.#made.format !== format) {
      const { answer, blueprint } = answered;
      const { columns } = specOf(blueprint, 'table');
      this.#made = { answered, format, model: answerTable(answer, format.textIn(blueprint.title), format, columns) };
    }
    return this.#made.model;
  }
}
