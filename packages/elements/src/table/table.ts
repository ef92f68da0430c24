import '@lantu/spec/locale/all';
import type { TableModel } from '@lantu/charts';
import type { Formatter } from '@lantu/spec/locale';
import { css, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Answered } from '../blueprint/controller.ts';
import { BlueprintElement } from '../blueprint/element.ts';
import { specOf } from '../blueprint/spec-of.ts';
import { define } from '../define.ts';
import { simulatedText } from '../figures/figures.ts';
import { answerTable } from './answer-table.ts';
import { tableView } from './table.view.ts';

/**
 * Shows a blueprint of the type `table`: the answer, a row a row, with caption and scoped headers, to copy or download, and what it
 * rests on.
 *
 * @element lantu-table
 *
 * @csspart simulated - The mark of simulated data.
 */
export class LantuTable extends BlueprintElement {
  /** The heading above says what the caption says; it is there for those who come upon the table alone. */
  static override styles = [
    ...[BlueprintElement.styles].flat(),
    css`
      caption {
        position: absolute;
        clip-path: inset(50%);
      }
    `,
  ];

  #made: { readonly answered: Answered; readonly format: Formatter; readonly model: TableModel } | undefined;

  protected override body(answered: Answered, format: Formatter): TemplateResult {
    const simulated = simulatedText(answered.answer, format);
    const model = this.#model(answered, format);
    return html`
      ${simulated ? html`<p class="simulated" part="simulated">${simulated}</p>` : nothing}
      ${guard([model], () => tableView(model))} ${this.tableActions(answered, format)}
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

define('lantu-table', LantuTable);

declare global {
  interface HTMLElementTagNameMap {
    'lantu-table': LantuTable;
  }
}
