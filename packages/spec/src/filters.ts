import type { Answer, DimensionColumn, Value } from './answer.ts';
import { columnOf } from './answer.ts';
import type { Blueprint, FilterControl } from './blueprint.ts';
import { metricName } from './canonical.ts';
import type { LocalizedText } from './localized.ts';
import type { DimensionRef, Filter, MetricRef, Query } from './query.ts';

/** What a `choice` is set to; without `value`: to all. A `value` of null is the missing value. */
export interface ChoiceSetting {
  readonly value?: Value;
}

/** What a `range` is set to, both ends included; an end left out is open. */
export interface RangeSetting {
  readonly from?: string | number;
  readonly to?: string | number;
}

/** What the filters of a blueprint are set to, one for each, in their order. */
export type FilterSettings = readonly (ChoiceSetting | RangeSetting)[];

/** A value that a filter offers. */
export interface Option {
  readonly value: Value;
  /** Words for a coded value; undefined where the value itself is written, by the column's type. */
  readonly label?: LocalizedText;
}

/** The column of an answer to {@link optionsQuery} that holds what is offered. */
export const OPTION = 'option';

/** The settings of a blueprint as it stands; empty where it has no filters. */
export function firstSettings({ filters = [] }: Blueprint): FilterSettings {
  return filters.map((control) => {
    if (control.type === 'choice') return control.value === undefined ? {} : { value: control.value };
    return {
      ...(control.from !== undefined && { from: control.from }),
      ...(control.to !== undefined && { to: control.to }),
    };
  });
}

/** The question of a blueprint with its filters at `settings`: its query, narrowed. Its own filters stay. */
export function filteredQuery({ query, filters = [] }: Blueprint, settings: FilterSettings): Query {
  const set = filters.flatMap((control, index) => filterOf(control, settings[index] ?? {}) ?? []);
  return set.length > 0 ? { ...query, filters: [...(query.filters ?? []), ...set] } : query;
}

/**
 * The question what the filter at `index` offers: the values that the blueprint's own query, with no filter set, has figures for.
 *
 * @param apart groups also by the query's dimensions and by the filters that always have a value: for metrics that cannot be added up
 * over them, of which the shorter question is refused with `spec/not-additive`
 * @throws {RangeError} where the blueprint has no such filter
 */
export function optionsQuery(blueprint: Blueprint, index: number, apart = false): Query {
  const { dataset, metrics, filters } = blueprint.query;
  return {
    dataset,
    dimensions: [
      { ...fieldOf(controlAt(blueprint, index)), as: OPTION },
      ...(apart ? groupsBeside(blueprint, index) : []),
    ],
    metrics: plainMetrics(metrics),
    ...(filters && { filters }),
  };
}

/** What is kept apart beside the filter at `index`, each field once. */
function groupsBeside({ query, filters = [] }: Blueprint, index: number): DimensionRef[] {
  const own = JSON.stringify(fieldOf(filters[index] as FilterControl));
  const required = filters.filter((control) => control.type === 'choice' && control.required);
  const beside = [...(query.dimensions ?? []).map(({ as: _, ...ref }) => ref), ...required.map(fieldOf)];
  const texts = new Set(beside.map((ref) => JSON.stringify(ref)).filter((text) => text !== own));
  return [...texts].map((text, at) => ({ ...(JSON.parse(text) as DimensionRef), as: `by ${at}` }));
}

function fieldOf({ field, grain }: FilterControl): DimensionRef {
  return { field, ...(grain && { grain }) };
}

/**
 * What the filter offers: of the answer to {@link optionsQuery}, all values that its control allows, in the answer's order or, where
 * the control lists them, in the list's. A listed value that the data do not have is not offered.
 */
export function optionsOf(control: FilterControl, answer: Answer): readonly Option[] {
  const column = columnOf(answer, OPTION) as DimensionColumn;
  const values = [...new Set(column.values)];
  const optionOf = (value: Value): Option => {
    const label = value === null ? undefined : column.labels?.[String(value)];
    return label ? { value, label } : { value };
  };
  if (control.type === 'range') return values.filter((value) => value !== null).map(optionOf);
  if (!control.values) return values.map(optionOf);
  return control.values.filter((value) => values.includes(value)).map(optionOf);
}

function controlAt({ id, filters = [] }: Blueprint, index: number): FilterControl {
  const control = filters[index];
  if (control) return control;
  throw new RangeError(`blueprint ${id} has ${filters.length} filters; received the index ${index}`);
}

function filterOf(control: FilterControl, setting: ChoiceSetting | RangeSetting): Filter | undefined {
  const head = { field: control.field, ...(control.grain && { grain: control.grain }) };
  if (control.type === 'choice') {
    const { value } = setting as ChoiceSetting;
    return value === undefined ? undefined : { ...head, op: 'in', values: [value] };
  }
  const { from, to } = setting as RangeSetting;
  if (from === undefined && to === undefined) return undefined;
  return { ...head, op: 'range', ...(from !== undefined && { gte: from }), ...(to !== undefined && { lte: to }) };
}

/** Each metric once, as it is before a transform. */
function plainMetrics(metrics: readonly MetricRef[]): MetricRef[] {
  return [...new Set(metrics.map(({ metric }) => metric))].map((metric) =>
    metricName({ metric }) === OPTION ? { metric, as: `metric:${metric}` } : { metric },
  );
}
