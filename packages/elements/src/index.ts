export {
  type Answered,
  type AnswerState,
  type Answers,
  type FilterOptions,
  SIZES,
  type Size,
  THEMES,
  type Theme,
} from './answer/index.ts';
export { BlueprintController, type BlueprintInputs } from './blueprint/controller.ts';
export { LantuCatalog } from './catalog/catalog.ts';
export type { Connection } from './catalog/connection.ts';
export { type CatalogState, catalogContext } from './catalog/context.ts';
export { LantuChart } from './chart/chart.ts';
export { type DuplicateDetail, define } from './define.ts';
export type { FilterDetail, LantuEventMap, ReadyDetail, SelectDetail } from './events.ts';
export { LantuKpi } from './kpi/kpi.ts';
export { LantuSources } from './sources/sources.ts';
export { LantuTable } from './table/table.ts';
