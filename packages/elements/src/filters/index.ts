export { filtersStyles } from './filters.styles.ts';
export { type FiltersView, filtersView } from './filters.ts';
