import { filteredQuery, firstSettings, queryKey } from '@lantu/spec';
import { filtersStyles } from './filters.styles.ts';
import { filtersView } from './filters.ts';
import { askOptions } from './options.ts';

/** All that is needed for blueprints with filters. Hosts that can do without until they meet one fetch it then. */
export const filtering = {
  firstSettings,
  filteredQuery,
  queryKey,
  askOptions,
  view: filtersView,
  styles: [filtersStyles],
} as const;

export type Filtering = typeof filtering;
