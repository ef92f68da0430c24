import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
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
  protected override body(answered: Answered, format: Formatter): TemplateResult {
    const { answer, blueprint } = answered;
    const simulated = simulatedText(answer, format);
    const model = () => answerTable(answer, format.textIn(blueprint.title), format, specOf(blueprint, 'table').columns);
    return html`
      ${simulated ? html`<p class="simulated" part="simulated">${simulated}</p>` : nothing}
      ${guard([answered, format], () => tableView(model()))} ${this.tableActions(answered, format)}
    `;
  }
}

define('lantu-table', LantuTable);

declare global {
  interface HTMLElementTagNameMap {
    'lantu-table': LantuTable;
  }
}
