import * as v from 'valibot';
import { metricSchema } from './metric.ts';
import { localizedTextSchema } from './text.ts';

/** Where a row comes from. Kept apart from {@link OBSERVATION_STATUSES}, which says how good it is. */
export const NATURES = ['official', 'transcribed', 'derived', 'simulated'] as const;
export type Nature = (typeof NATURES)[number];

/** SDMX code list CL_OBS_STATUS, the part in use: normal, estimated, provisional, forecast, break, not collected, cannot exist, suppressed. */
export const OBSERVATION_STATUSES = ['A', 'E', 'P', 'F', 'B', 'L', 'M', 'Q'] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];

/** How exact a transcribed figure is: as said, "余" or "多", "不足", "以上" (that or more), "约" or "左右". */
export const EXACTNESSES = ['exact', 'more-than', 'less-than', 'at-least', 'about'] as const;
export type Exactness = (typeof EXACTNESSES)[number];

/** The levels of an administrative area, finest first; the same words are the grains of an area dimension. */
export const AREA_LEVELS = ['village', 'township', 'county', 'prefecture', 'region'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** Calendar grains, finest first. A value at a grain is written `2024-03-15`, `2024-03`, `2024-Q1`, `2024`. */
export const TIME_GRAINS = ['day', 'month', 'quarter', 'year'] as const;
export type TimeGrain = (typeof TIME_GRAINS)[number];

/**
 * How a field is stored in Arrow and travels in answers:
 * `string` Utf8 (dictionary-coded) → string; `integer` Int8…Int32 → number; `number` Float64 → number; `boolean` Bool → boolean;
 * `date` and `yearmonth` Date32 (a month by its first day), `year` Int16 → ISO strings as in {@link TIME_GRAINS}.
 */
export const FIELD_TYPES = ['string', 'integer', 'number', 'boolean', 'date', 'yearmonth', 'year'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

const name = v.pipe(v.string(), v.minLength(1));

export const licenceSchema = v.object({
  name: v.string(),
  title: v.exactOptional(v.string()),
  path: v.exactOptional(v.string()),
});

/** A source of figures (after Our World in Data's origins): who produced it, where a figure stands in it, under which terms. */
export const originSchema = v.strictObject({
  id: name,
  title: localizedTextSchema,
  producer: localizedTextSchema,
  url: v.exactOptional(v.string()),
  datePublished: v.exactOptional(v.string()),
  dateAccessed: v.exactOptional(v.string()),
  citation: localizedTextSchema,
  licence: v.exactOptional(licenceSchema),
  sha256: v.exactOptional(v.string()),
  note: v.exactOptional(localizedTextSchema),
});
export type Origin = v.InferOutput<typeof originSchema>;

export const unitSchema = v.strictObject({
  /** `CNY`, `percent`, `person`, `village`, `project`, … */
  code: name,
  title: localizedTextSchema,
  /** `money` is shown in 元, 万元 or 亿元 as its size asks; `ratio` is stored as 0…1 and shown in percent; `count` has no fraction. */
  kind: v.picklist(['money', 'count', 'ratio', 'quantity', 'index']),
});
export type Unit = v.InferOutput<typeof unitSchema>;

/** A dimension that several datasets share, so that one filter reaches them all. */
export const dimensionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('area'),
    name,
    title: localizedTextSchema,
    /** The dataset with one row an area: `code`, `level`, a name a language, and the code of the parent at each level. */
    dataset: name,
    key: name,
    level: name,
    names: v.strictObject({ 'zh-CN': name, bo: v.exactOptional(name), en: v.exactOptional(name) }),
  }),
  v.strictObject({ kind: v.literal('time'), name, title: localizedTextSchema }),
  v.strictObject({ kind: v.literal('category'), name, title: localizedTextSchema }),
]);
export type Dimension = v.InferOutput<typeof dimensionSchema>;

/** A permitted value of a field, with the words it is shown in. Their order is the order in which they are shown. */
export const categorySchema = v.strictObject({
  value: v.string(),
  label: v.string(),
  'lantu:title': v.exactOptional(localizedTextSchema),
});
export type Category = v.InferOutput<typeof categorySchema>;

/** A field of a table: Data Package's field with Lantu's words beside it. */
export const fieldSchema = v.object({
  name,
  type: v.picklist(FIELD_TYPES),
  title: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  constraints: v.exactOptional(
    v.object({
      required: v.exactOptional(v.boolean()),
      unique: v.exactOptional(v.boolean()),
      minimum: v.exactOptional(v.number()),
      maximum: v.exactOptional(v.number()),
    }),
  ),
  categories: v.exactOptional(v.array(categorySchema)),
  /** True where the order of the categories means something (stages, classes of income), beyond being the order they are shown in. */
  categoriesOrdered: v.exactOptional(v.boolean()),
  'lantu:title': v.exactOptional(localizedTextSchema),
  'lantu:role': v.picklist(['dimension', 'measure', 'attribute']),
  /** The shared dimension whose values this field holds. Such a field may be asked for by the dimension's name. */
  'lantu:dimension': v.exactOptional(name),
  /** The level of every area in this field; left out where levels are mixed. */
  'lantu:level': v.exactOptional(v.picklist(AREA_LEVELS)),
  /** The code of a unit, for measures. */
  'lantu:unit': v.exactOptional(name),
});
export type Field = v.InferOutput<typeof fieldSchema>;

export const foreignKeySchema = v.strictObject({
  fields: name,
  reference: v.strictObject({ resource: name, fields: name }),
});

/** One dataset: a Data Package resource that is an Arrow IPC stream, uncompressed, one table. */
export const datasetSchema = v.object({
  name,
  path: name,
  format: v.literal('arrow'),
  mediatype: v.literal('application/vnd.apache.arrow.stream'),
  bytes: v.pipe(v.number(), v.integer()),
  hash: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hexadecimal digits')),
  schema: v.object({
    fields: v.pipe(v.array(fieldSchema), v.minLength(1)),
    primaryKey: v.exactOptional(v.array(name)),
    foreignKeys: v.exactOptional(v.array(foreignKeySchema)),
  }),
  'lantu:title': localizedTextSchema,
  'lantu:description': v.exactOptional(localizedTextSchema),
  'lantu:rows': v.pipe(v.number(), v.integer()),
  /** The natures and statuses that occur in it, and the ids of its origins: what an answer over the whole of it rests on. */
  'lantu:natures': v.array(v.picklist(NATURES)),
  'lantu:statuses': v.array(v.picklist(OBSERVATION_STATUSES)),
  'lantu:origins': v.array(name),
  /** The day (ISO) up to which the dataset speaks. */
  'lantu:asOf': v.string(),
  /** Fields that say a row's nature, status and origin, where rows differ. */
  'lantu:provenance': v.exactOptional(
    v.strictObject({
      nature: v.exactOptional(name),
      status: v.exactOptional(name),
      origin: v.exactOptional(name),
      quote: v.exactOptional(name),
      /** Holds one of {@link EXACTNESSES}. */
      exactness: v.exactOptional(name),
    }),
  ),
});
export type Dataset = v.InferOutput<typeof datasetSchema>;

/** The catalog of datasets: a Data Package (version 2) descriptor, `datapackage.json`. */
export const catalogSchema = v.object({
  $schema: v.exactOptional(v.string()),
  name,
  version: v.string(),
  title: v.exactOptional(v.string()),
  licenses: v.exactOptional(v.array(licenceSchema)),
  resources: v.array(datasetSchema),
  'lantu:title': localizedTextSchema,
  'lantu:origins': v.array(originSchema),
  'lantu:units': v.array(unitSchema),
  'lantu:dimensions': v.array(dimensionSchema),
  'lantu:metrics': v.array(metricSchema),
});
export type Catalog = v.InferOutput<typeof catalogSchema>;
