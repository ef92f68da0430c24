export { ERROR_CODES, LantuError, quoteValue, type ErrorCode, type ErrorDetail } from './error.ts';
export { LOCALES, languageOf, localeSchema, localizedTextSchema, textIn, type Locale, type LocalizedText } from './text.ts';
export { parseAs } from './check.ts';
export {
  AREA_LEVELS,
  FIELD_TYPES,
  NATURES,
  OBSERVATION_STATUSES,
  TIME_GRAINS,
  catalogSchema,
  datasetSchema,
  type AreaLevel,
  type Catalog,
  type Category,
  type Dataset,
  type Dimension,
  type Field,
  type FieldType,
  type Nature,
  type ObservationStatus,
  type Origin,
  type TimeGrain,
  type Unit,
} from './dataset.ts';
export { ADDITIVITIES, metricSchema, type Measure, type Metric } from './metric.ts';
export {
  GRAINS,
  filterSchema,
  querySchema,
  type DimensionRef,
  type Filter,
  type Grain,
  type Limit,
  type MetricRef,
  type Order,
  type Query,
  type Transform,
} from './query.ts';
export {
  PLACES,
  columnOf,
  type Answer,
  type AnswerOrigin,
  type AnswerUnit,
  type CellProvenance,
  type Column,
  type DimensionColumn,
  type MetricColumn,
  type Place,
  type Provenance,
  type Value,
} from './answer.ts';
export {
  CHART_TYPES,
  blueprintSchema,
  chartSchema,
  type BarSpec,
  type Blueprint,
  type ChartSpec,
  type ChartType,
  type KpiSpec,
  type LineSpec,
  type TableSpec,
} from './blueprint.ts';
