import {
  AREA_LEVELS,
  type AreaLevel,
  type Dataset,
  type Dimension,
  type Field,
  type FieldType,
  type TimeGrain,
} from './dataset.ts';
import { LantuError, quoteValue } from './error.ts';
import type { Model, ResolvedColumn } from './model.ts';
import { firstDayOf, periodExample, recordedTimeGrain, timeGrainsFrom } from './period.ts';
import type { Filter, Grain } from './query.ts';

export type AreaDimension = Extract<Dimension, { kind: 'area' }>;

/** What a column's values are in queries and answers. `time` values are ISO strings at a grain. */
export type ValueType = 'string' | 'number' | 'boolean' | 'time';

/** A column at the grain at which a query sees it. */
export interface ColumnAtGrain {
  readonly column: ResolvedColumn;
  readonly type: ValueType;
  /** A time column always has one; an area column where one was asked for or all its areas are of one level; others never. */
  readonly grain?: Grain;
  /** The grain as recorded; undefined for areas of mixed levels and for what has no grain. */
  readonly recorded?: Grain;
  /** True where values must be lifted from the recorded grain to `grain`. */
  readonly coarsened: boolean;
  readonly area?: AreaDimension;
}

/** A filter whose column is known and whose values fit it. */
export interface ResolvedFilter {
  readonly at: ColumnAtGrain;
  readonly filter: Filter;
}

const VALUE_TYPES: Readonly<Record<FieldType, ValueType>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'time',
  yearmonth: 'time',
  year: 'time',
};

/** What the values of `field` are in queries and answers. */
export function valueTypeOf(field: Field): ValueType {
  return VALUE_TYPES[field.type];
}

/** The field of `areas` that holds the code of the parent at `level`; undefined where it has none. */
export function levelField(areas: Dataset, level: AreaLevel): Field | undefined {
  return areas.schema.fields.find((each) => each.name === level);
}

/**
 * `name` in `dataset`, seen at `grain` (default: as recorded).
 *
 * @throws {LantuError} `spec/unknown-field`; `spec/unsupported` for a grain that the column cannot be seen at.
 */
export function columnAtGrain(model: Model, dataset: string, name: string, grain?: Grain): ColumnAtGrain {
  const column = model.column(dataset, name);
  const type = valueTypeOf(column.field);
  const area = column.dimension?.kind === 'area' ? column.dimension : undefined;
  const recorded: Grain | undefined = area ? column.field['lantu:level'] : recordedTimeGrain(column.field.type);
  const effective = grain ?? recorded;
  if (grain !== undefined) {
    const allowed = grainsOf(model, column, area);
    if (!allowed.includes(grain)) {
      throw new LantuError('spec/unsupported', `the column cannot be seen at this grain`, {
        where: `field ${quoteValue(name)} of dataset ${JSON.stringify(dataset)}`,
        received: quoteValue(grain),
        allowed: allowed.length > 0 ? allowed.join(', ') : 'no grain: it holds neither areas nor time',
      });
    }
  }
  return {
    column,
    type,
    coarsened: effective !== recorded,
    ...(effective && { grain: effective }),
    ...(recorded && { recorded }),
    ...(area && { area }),
  };
}

function grainsOf(model: Model, column: ResolvedColumn, area: AreaDimension | undefined): readonly Grain[] {
  if (area) {
    const recorded = column.field['lantu:level'];
    const areas = model.dataset(area.dataset);
    const levels = recorded ? AREA_LEVELS.slice(AREA_LEVELS.indexOf(recorded)) : AREA_LEVELS;
    return levels.filter((level) => level === recorded || level === 'village' || levelField(areas, level));
  }
  const recorded = recordedTimeGrain(column.field.type);
  return recorded ? timeGrainsFrom(recorded) : [];
}

/**
 * `filter` over `dataset`.
 *
 * @throws {LantuError} as {@link columnAtGrain}; `spec/invalid` for a value that the column cannot hold at that grain.
 */
export function resolveFilter(model: Model, dataset: string, filter: Filter): ResolvedFilter {
  const at = columnAtGrain(model, dataset, filter.field, filter.grain);
  const values = filter.op === 'range' ? [filter.gte, filter.gt, filter.lte, filter.lt] : filter.values;
  if (filter.op === 'range' && at.type === 'boolean') {
    throw new LantuError('spec/unsupported', 'a field of true and false has no range', {
      received: quoteValue(filter.field),
      allowed: 'op "in" with values true, false or null',
    });
  }
  for (const value of values) {
    if (value === undefined || value === null || fits(value, at)) continue;
    throw new LantuError('spec/invalid', 'the filter has a value that the field cannot hold', {
      where: `filter on ${quoteValue(filter.field)} of dataset ${JSON.stringify(dataset)}`,
      received: quoteValue(value),
      allowed: expected(at),
    });
  }
  return { at, filter };
}

/**
 * Those of `filters` that `dataset` can take: it has the field or dimension, itself or through a parent, at that grain or a
 * finer one. For filters that several datasets share.
 *
 * @throws {LantuError} `spec/unknown-dataset`; `spec/invalid` for a value that the field cannot hold.
 */
export function applicableFilters(model: Model, dataset: string, filters: readonly Filter[]): Filter[] {
  model.dataset(dataset);
  return filters.filter((filter) => {
    try {
      resolveFilter(model, dataset, filter);
      return true;
    } catch (error) {
      if (error instanceof LantuError && ['spec/unknown-field', 'spec/unsupported'].includes(error.code)) return false;
      throw error;
    }
  });
}

/** True where the filter leaves one single value of its column as recorded. */
export function keepsOneValue({ at, filter }: ResolvedFilter): boolean {
  if (at.coarsened) return false;
  if (filter.op === 'in') return filter.values.length === 1;
  return filter.op === 'range' && filter.gte !== undefined && filter.gte === filter.lte;
}

function fits(value: string | number | boolean, at: ColumnAtGrain): boolean {
  if (at.type !== 'time') return typeof value === at.type;
  return typeof value === 'string' && firstDayOf(value, timeGrainOf(at)) !== undefined;
}

function expected(at: ColumnAtGrain): string {
  return at.type === 'time'
    ? `a text such as ${JSON.stringify(periodExample(timeGrainOf(at)))}`
    : `a ${at.type}, or null for a missing value`;
}

/** The calendar grain of a column of time. @throws {RangeError} for a column that holds none. */
export function timeGrainOf({ grain }: ColumnAtGrain): TimeGrain {
  if (grain === 'day' || grain === 'month' || grain === 'quarter' || grain === 'year') return grain;
  throw new RangeError(`${grain ?? 'no grain'} is no calendar grain`);
}
