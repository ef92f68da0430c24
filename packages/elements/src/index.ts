export {
  type Answered,
  BlueprintController,
  type BlueprintInputs,
  type BlueprintState,
} from './blueprint/controller.ts';
export { SIZES, type Size, THEMES, type Theme } from './blueprint/element.ts';
export { LantuCatalog } from './catalog/catalog.ts';
export type { Connection } from './catalog/connection.ts';
export { type CatalogState, catalogContext } from './catalog/context.ts';
export { LantuChart } from './chart/chart.ts';
export { type DuplicateDetail, define } from './define.ts';
export type { LantuEventMap, ReadyDetail, SelectDetail } from './events.ts';
export { LantuKpi } from './kpi/kpi.ts';
export { LantuSources } from './sources/sources.ts';
export { LantuTable } from './table/table.ts';
