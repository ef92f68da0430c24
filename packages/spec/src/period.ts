import { type FieldType, TIME_GRAINS, type TimeGrain } from './dataset.ts';

const RECORDED: Partial<Record<FieldType, TimeGrain>> = { date: 'day', yearmonth: 'month', year: 'year' };

const PATTERNS: Readonly<Record<TimeGrain, { readonly form: RegExp; readonly example: string }>> = {
  day: { form: /^(\d{4})-(\d{2})-(\d{2})$/, example: '2024-03-15' },
  month: { form: /^(\d{4})-(\d{2})$/, example: '2024-03' },
  quarter: { form: /^(\d{4})-Q([1-4])$/, example: '2024-Q1' },
  year: { form: /^(\d{4})$/, example: '2024' },
};

/** The calendar grain at which fields of `type` are recorded; undefined for types that hold no time. */
export function recordedTimeGrain(type: FieldType): TimeGrain | undefined {
  return RECORDED[type];
}

/** The calendar grains that values recorded at `recorded` can be seen at, finest first: itself and all coarser ones. */
export function timeGrainsFrom(recorded: TimeGrain): readonly TimeGrain[] {
  return TIME_GRAINS.slice(TIME_GRAINS.indexOf(recorded));
}

/** How a period at `grain` is written, by example. */
export function periodExample(grain: TimeGrain): string {
  return PATTERNS[grain].example;
}

/**
 * The first day (`2024-04-01`) of the period that `text` writes at `grain` (`2024-Q2`); undefined where `text` is no such period:
 * another grain, a 13th month, 30 February.
 */
export function firstDayOf(text: string, grain: TimeGrain): string | undefined {
  const [, year = '', second = '01', third = '01'] = PATTERNS[grain].form.exec(text) ?? [];
  if (year === '') return undefined;
  const month = grain === 'quarter' ? String(Number(second) * 3 - 2).padStart(2, '0') : second;
  const iso = `${year}-${month}-${third}`;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : undefined;
}

/** The first day after the period that `text` writes at `grain`; undefined where `text` is no such period. */
export function firstDayAfter(text: string, grain: TimeGrain): string | undefined {
  const first = firstDayOf(text, grain);
  if (first === undefined) return undefined;
  const day = new Date(`${first}T00:00:00Z`);
  if (grain === 'day') day.setUTCDate(day.getUTCDate() + 1);
  else day.setUTCMonth(day.getUTCMonth() + { month: 1, quarter: 3, year: 12 }[grain]);
  return day.toISOString().replace(/^\+0*|T.*$/g, '');
}
