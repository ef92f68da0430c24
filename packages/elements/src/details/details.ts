import type { TableModel } from '@lantu/charts';
import { answerTable } from '@lantu/charts/table';
import type { Answer } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { sourcesStyles } from '../sources/sources.styles.ts';
import { sourcesView } from '../sources/sources.view.ts';
import { tableStyles } from '../table/table.styles.ts';
import { tableActions, tableView } from '../table/table.view.ts';

/** A table of more rows than this costs more than a page should pay before anybody asks for it. */
const LONG_TABLE = 200;

/** All that is needed inside the disclosures. Hosts that can do without until a reader turns to them fetch it then. */
export const details = {
  answerTable,
  /** The table; a long one only where it is open. */
  table(model: TableModel, isOpen: boolean): TemplateResult {
    const isThere = isOpen || model.rows.length <= LONG_TABLE;
    return html`${guard([model, isThere], () => (isThere ? tableView(model) : nothing))}`;
  },
  tableActions,
  sources(answer: Answer, format: Formatter): TemplateResult {
    return html`${guard([answer, format], () => sourcesView(answer, format))}`;
  },
  styles: [tableStyles, sourcesStyles],
} as const;

export type Details = typeof details;
