import {
  type Answer,
  type DimensionColumn,
  LantuError,
  type MetricColumn,
  type ObservationStatus,
  quoteValue,
  type TimeGrain,
  type Value,
} from '@lantu/spec';
import { isTimeGrain, periodAt, periodNumber } from '../calendar/calendar.ts';
import type { ChartColumns } from './columns.ts';

/** A place along the main axis: a category, a period, or a metric where the answer has no dimension. */
export interface Slot {
  readonly id: string;
  readonly value: Value;
  /** Stands for all others of a top-N; its value is null. */
  readonly others: boolean;
  /** The period's number, for time; the number itself, for numbers; else its place in the order. */
  readonly at: number;
  readonly metric: MetricColumn | null;
}

/** The bars or points that belong together. */
export interface PivotSeries {
  readonly id: string;
  /** The value of the series dimension; null also where metrics are the series, or there is only one. */
  readonly value: Value;
  readonly others: boolean;
  readonly metric: MetricColumn;
}

export interface PivotCell {
  readonly row: number | null;
  readonly column: MetricColumn;
  readonly value: number | null;
  readonly status: ObservationStatus | null;
}

/** An answer as a full grid of slots and series: every combination has a cell, most of them a row. */
export interface Pivot {
  readonly columns: ChartColumns;
  /** Set where the slots are consecutive or ordered periods. */
  readonly grain: TimeGrain | null;
  readonly slots: readonly Slot[];
  readonly series: readonly PivotSeries[];
  cell(series: number, position: number): PivotCell;
}

/** The statuses of a value that is drawn as not yet certain: estimated, provisional, forecast. */
export const UNCERTAIN_STATUSES = ['E', 'P', 'F'] as const satisfies readonly ObservationStatus[];

export function isUncertain(status: ObservationStatus | null): status is (typeof UNCERTAIN_STATUSES)[number] {
  return UNCERTAIN_STATUSES.some((each) => each === status);
}

/** Above this number of periods between the first and the last, those without a row are left out of the grid. */
const MOST_PERIODS = 5000;
/** Said of a cell before others, worst first: a reader must know it to read the number. */
const NOTABLE: readonly ObservationStatus[] = ['Q', 'M', 'L', 'F', 'E', 'P', 'B'];

/**
 * Periods stand in calendar order and those missing between two others are put in; categories keep the answer's order.
 *
 * @throws {LantuError} `chart/unsuited` where two rows fall on one place, or a time value is no period of its grain.
 */
export function pivot(answer: Answer, columns: ChartColumns): Pivot {
  const { x, metrics, series: by } = columns;
  const grain = x?.type === 'time' && isTimeGrain(x.grain) ? x.grain : null;
  const slots = x ? slotsOf(answer, x, grain) : metricSlots(answer, metrics);
  const series = seriesOf(answer, columns);
  const rows = new Int32Array(slots.length * series.length).fill(-1);
  const places = new Map(slots.map((slot, index) => [slot.id, index]));
  const lines = new Map(series.map((each, index) => [each.id, index]));

  for (let row = 0; x && row < answer.rowCount; row += 1) {
    const position = places.get(idOf(answer, x, row)) ?? -1;
    const all = by ? [lines.get(idOf(answer, by, row)) ?? -1] : series.keys();
    for (const index of all) {
      const place = index * slots.length + position;
      if ((rows[place] ?? -1) >= 0) throw ambiguous(answer, columns, row);
      rows[place] = row;
    }
  }

  const cells: PivotCell[] = [];
  const read = (index: number, position: number): PivotCell => {
    const column = slots[position]?.metric ?? series[index]?.metric;
    const found = x ? (rows[index * slots.length + position] ?? -1) : 0;
    if (!column) throw new RangeError(`no cell at series ${index}, position ${position}`);
    return found < 0 ? { row: null, column, value: null, status: null } : cellAt(answer, column, found);
  };
  const cell = (index: number, position: number): PivotCell =>
    (cells[index * slots.length + position] ??= read(index, position));
  return { columns, grain, slots, series, cell };
}

/** The grid without the slot of rows that have no period or number, for it has no place on an axis of them. It is always the last. */
export function onAxis(grid: Pivot): Pivot {
  return { ...grid, slots: grid.slots.filter(({ at }) => Number.isFinite(at)) };
}

function cellAt(answer: Answer, column: MetricColumn, row: number): PivotCell {
  const value = column.values[row] ?? null;
  const statuses = answer.cells?.[column.name]?.[row]?.statuses ?? [];
  return {
    row,
    column,
    value: value !== null && Number.isFinite(value) ? value : null,
    status: NOTABLE.find((status) => statuses.includes(status)) ?? null,
  };
}

function slotsOf(answer: Answer, x: DimensionColumn, grain: TimeGrain | null): Slot[] {
  const slots = new Map<string, Slot>();
  for (let row = 0; row < answer.rowCount; row += 1) {
    const id = idOf(answer, x, row);
    const value = x.values[row] ?? null;
    if (!slots.has(id)) {
      const at = position(x, value, grain, slots.size);
      slots.set(id, { id, value, others: isOthers(answer, x, row), at, metric: null });
    }
  }
  const found = [...slots.values()];
  if (!grain) return x.type === 'number' ? found.sort((a, b) => a.at - b.at) : found;
  const dated = found.filter((slot) => slot.value !== null).sort((a, b) => a.at - b.at);
  return [...withMissingPeriods(dated, grain), ...found.filter((slot) => slot.value === null)];
}

function position(x: DimensionColumn, value: Value, grain: TimeGrain | null, order: number): number {
  if (value === null && (grain || x.type === 'number')) return Number.POSITIVE_INFINITY;
  if (!grain) return x.type === 'number' ? Number(value) : order;
  const at = periodNumber(String(value), grain);
  if (Number.isInteger(at)) return at;
  throw new LantuError('chart/unsuited', `a value of the time axis is no ${grain}`, {
    where: `column ${quoteValue(x.name)}`,
    received: quoteValue(value),
    allowed: `periods such as ${periodAt(periodNumber('2024-01-01', 'day'), 'day').slice(0, grain === 'year' ? 4 : grain === 'day' ? 10 : 7)}`,
  });
}

function withMissingPeriods(slots: readonly Slot[], grain: TimeGrain): readonly Slot[] {
  const first = slots[0]?.at ?? 0;
  const last = slots.at(-1)?.at ?? -1;
  if (last - first + 1 > MOST_PERIODS) return slots;
  const known = new Map(slots.map((slot) => [slot.at, slot]));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const at = first + index;
    const value = periodAt(at, grain);
    return known.get(at) ?? { id: idOfValue(value), value, others: false, at, metric: null };
  });
}

function metricSlots(answer: Answer, metrics: readonly MetricColumn[]): Slot[] {
  if (answer.rowCount === 0) return [];
  return metrics.map((metric, at) => ({ id: idOfValue(metric.name), value: metric.name, others: false, at, metric }));
}

function seriesOf(answer: Answer, { x, metrics, series }: ChartColumns): PivotSeries[] {
  const [metric] = metrics;
  if (!metric) return [];
  if (!x) return [{ id: idOfValue(metric.name), value: null, others: false, metric }];
  if (!series) return metrics.map((each) => ({ id: idOfValue(each.name), value: null, others: false, metric: each }));
  const found = new Map<string, PivotSeries>();
  for (let row = 0; row < answer.rowCount; row += 1) {
    const id = idOf(answer, series, row);
    const value = series.values[row] ?? null;
    if (!found.has(id)) found.set(id, { id, value, others: isOthers(answer, series, row), metric });
  }
  return [...found.values()];
}

function isOthers(answer: Answer, column: DimensionColumn, row: number): boolean {
  const { limit } = answer.query;
  const limited = limit === undefined || !('of' in limit) || limit.of === column.name;
  return limited && (column.values[row] ?? null) === null && (answer.othersRows?.includes(row) ?? false);
}

function idOf(answer: Answer, column: DimensionColumn, row: number): string {
  return isOthers(answer, column, row) ? 'others' : idOfValue(column.values[row] ?? null);
}

function idOfValue(value: Value): string {
  return JSON.stringify(value);
}

function ambiguous(answer: Answer, { x, series }: ChartColumns, row: number): LantuError {
  const drawn = [x, series].filter((column) => column !== null);
  const extra = answer.columns.filter((column) => column.role === 'dimension' && !drawn.includes(column));
  const place = drawn.map((column) => `${column.name} ${quoteValue(column.values[row] ?? null)}`).join(', ');
  return new LantuError('chart/unsuited', 'several rows fall on one place of the chart', {
    where: place,
    received: `dimensions ${answer.columns
      .filter((each) => each.role === 'dimension')
      .map((each) => quoteValue(each.name))
      .join(', ')}`,
    allowed: extra.length
      ? `at most two dimensions: leave out ${extra.map((each) => quoteValue(each.name)).join(', ')}, or filter it to one value`
      : 'one row for each combination of the dimensions',
  });
}
