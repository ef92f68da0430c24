import type { Grain, TimeGrain } from '@lantu/spec';

const DAY_MS = 86_400_000;

/** Periods at `grain` counted from year 0 (days from 1970): consecutive periods have consecutive numbers. NaN where `iso` is no period. */
export function periodNumber(iso: string, grain: TimeGrain): number {
  const year = Number(iso.slice(0, 4));
  if (grain === 'year') return year;
  if (grain === 'quarter') return year * 4 + Number(iso.slice(6)) - 1;
  if (grain === 'month') return year * 12 + Number(iso.slice(5, 7)) - 1;
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

/** The period with that {@link periodNumber}, as an answer writes it: `2024`, `2024-Q1`, `2024-03`, `2024-03-15`. */
export function periodAt(number: number, grain: TimeGrain): string {
  if (grain === 'year') return year(number);
  if (grain === 'quarter') return `${year(Math.floor(number / 4))}-Q${(number % 4) + 1}`;
  if (grain === 'month') return `${year(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`;
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

function year(number: number): string {
  return String(number).padStart(4, '0');
}

/** A step between ticks, in periods of `grain`. */
export interface CalendarStep {
  readonly grain: TimeGrain;
  readonly every: number;
}

const STEPS: Readonly<Record<TimeGrain, readonly CalendarStep[]>> = {
  day: [
    ...[1, 2, 7, 14].map((every) => ({ grain: 'day', every }) as const),
    ...[1, 2, 3, 6].map((every) => ({ grain: 'month', every }) as const),
  ],
  month: [1, 2, 3, 6].map((every) => ({ grain: 'month', every }) as const),
  quarter: [1, 2].map((every) => ({ grain: 'quarter', every }) as const),
  year: [],
};

/** Whether `grain` is a grain of the calendar, not a level of an area. */
export function isTimeGrain(grain: Grain | undefined): grain is TimeGrain {
  return grain !== undefined && Object.hasOwn(STEPS, grain);
}

const YEARS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].map((every) => ({ grain: 'year', every }) as const);

/** The steps that suit data at `grain`, finest first: 1, 2, 3, 6 months, 1, 2, 5, 10 … years. */
export function calendarSteps(grain: TimeGrain): readonly CalendarStep[] {
  return [...STEPS[grain], ...YEARS];
}

/** A tick at a period of the data: where it stands, and the period (at the step's grain) that it is labelled with. */
export interface CalendarTick {
  readonly number: number;
  readonly iso: string;
  readonly grain: TimeGrain;
}

/** The ticks of `step` among the periods `first` … `last` (by number) at `grain`. */
export function calendarTicks(first: number, last: number, grain: TimeGrain, step: CalendarStep): CalendarTick[] {
  const from = periodNumber(coarsen(periodAt(first, grain), step.grain), step.grain);
  const to = periodNumber(coarsen(periodAt(last, grain), step.grain), step.grain);
  const ticks: CalendarTick[] = [];
  for (let each = Math.ceil(from / step.every) * step.every; each <= to; each += step.every) {
    const iso = periodAt(each, step.grain);
    const number = periodNumber(firstPeriodIn(iso, step.grain, grain), grain);
    if (number >= first && number <= last) ticks.push({ number, iso, grain: step.grain });
  }
  return ticks;
}

function coarsen(iso: string, grain: TimeGrain): string {
  if (grain === 'year') return iso.slice(0, 4);
  if (grain === 'month') return iso.slice(0, 7);
  return iso;
}

function firstPeriodIn(iso: string, of: TimeGrain, grain: TimeGrain): string {
  if (of === grain) return iso;
  if (grain === 'quarter') return `${iso}-Q1`;
  const month = of === 'year' ? `${iso}-01` : iso;
  return grain === 'month' ? month : `${month}-01`;
}
