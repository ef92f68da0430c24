export {
  type Answer,
  type AnswerOrigin,
  type AnswerUnit,
  type CellProvenance,
  type Column,
  columnOf,
  type DimensionColumn,
  type MetricColumn,
  PLACES,
  type Place,
  type Provenance,
  type Value,
} from './answer.ts';
export {
  type BarSpec,
  type Blueprint,
  blueprintSchema,
  CHART_TYPES,
  type ChartSpec,
  type ChartType,
  chartSchema,
  type FilterControl,
  filterControlSchema,
  type KpiSpec,
  type LineSpec,
  type TableSpec,
} from './blueprint.ts';
export { canonicalQuery, completeOrder, dimensionName, metricName, queryKey } from './canonical.ts';
export { parseAs } from './check.ts';
export { checkCatalog } from './check-catalog.ts';
export {
  type AreaDimension,
  applicableFilters,
  type ColumnAtGrain,
  columnAtGrain,
  levelField,
  type ResolvedFilter,
  timeGrainOf,
  type ValueType,
  valueTypeOf,
} from './column.ts';
export {
  AREA_LEVELS,
  type AreaLevel,
  type Catalog,
  type Category,
  catalogSchema,
  type Dataset,
  type Dimension,
  datasetSchema,
  EXACTNESSES,
  type Exactness,
  FIELD_TYPES,
  type Field,
  type FieldType,
  foreignKeySchema,
  licenceSchema,
  NATURES,
  type Nature,
  OBSERVATION_STATUSES,
  type ObservationStatus,
  type Origin,
  originSchema,
  TIME_GRAINS,
  type TimeGrain,
  type Unit,
  unitSchema,
} from './dataset.ts';
export { ERROR_CODES, type ErrorCode, type ErrorDetail, LantuError, quoteValue } from './error.ts';
export {
  type ChoiceSetting,
  type FilterSettings,
  filteredQuery,
  firstSettings,
  OPTION,
  type Option,
  optionsOf,
  optionsQuery,
  type RangeSetting,
} from './filters.ts';
export { LOCALES, type Locale, type LocalizedText, languageOf, textIn } from './localized.ts';
export { ADDITIVITIES, type Measure, type Metric, metricSchema } from './metric.ts';
export { type Join, Model, type ResolvedColumn } from './model.ts';
export { allowedNames, nearestFirst } from './nearest.ts';
export { firstDayAfter, firstDayOf, recordedTimeGrain } from './period.ts';
export {
  type DimensionRef,
  type Filter,
  filterSchema,
  GRAINS,
  type Grain,
  type Limit,
  type MetricRef,
  type Order,
  type Query,
  querySchema,
  type Transform,
} from './query.ts';
export { resolveCanonical, resolveQuery } from './resolve.ts';
export type { ResolvedDimension, ResolvedLimit, ResolvedMeasure, ResolvedMetric, ResolvedQuery } from './resolved.ts';
export { type Rollup, rollupSchema, type Statistic } from './rollup.ts';
export { localeSchema, localizedTextSchema } from './text.ts';
export {
  checkNear,
  checkWidget,
  type FileRef,
  isFileRef,
  type NearPlaces,
  WIDGET_FORMAT,
  type WidgetDocument,
} from './widget.ts';
