import { BlueprintElement } from '../blueprint/element.ts';
import { define } from '../define.ts';
import { TableBody, tableBodyStyles } from './table.body.ts';

/**
 * Shows a blueprint of the type `table`: the answer, a row a row, with caption and scoped headers, to copy or download, and what it
 * rests on.
 *
 * @element lantu-table
 *
 * @csspart simulated - The mark of simulated data.
 */
export class LantuTable extends BlueprintElement {
  static override styles = [...BlueprintElement.styles, tableBodyStyles];

  readonly #body = new TableBody(this.bodyHost);

  protected override bodyFor(): TableBody {
    return this.#body;
  }
}

define('lantu-table', LantuTable);

declare global {
  interface HTMLElementTagNameMap {
    'lantu-table': LantuTable;
  }
}
