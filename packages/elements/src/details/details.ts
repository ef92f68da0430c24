import { answerTable } from '@lantu/charts/table';
import { sourcesStyles } from '../sources/sources.styles.ts';
import { sourcesView } from '../sources/sources.view.ts';
import { tableStyles } from '../table/table.styles.ts';
import { tableActions, tableView } from '../table/table.view.ts';

/** All that is needed inside the disclosures. Hosts that can do without until a reader turns to them fetch it then. */
export const details = {
  answerTable,
  tableView,
  tableActions,
  sourcesView,
  styles: [tableStyles, sourcesStyles],
} as const;

export type Details = typeof details;
