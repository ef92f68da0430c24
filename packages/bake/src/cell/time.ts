import { firstDayOf, type TimeGrain } from '@lantu/spec';
import { plainText } from './missing.ts';

/** The grains that a field can be recorded at. */
export type RecordedGrain = Exclude<TimeGrain, 'quarter'>;

/** What a text says of time: a period at a grain, or a day whose month and day could be either way round. */
export type WrittenTime =
  | { readonly kind: 'period'; readonly grain: RecordedGrain; readonly value: string; readonly timeOfDay: boolean }
  | { readonly kind: 'slashed'; readonly first: number; readonly second: number; readonly year: number };

const YMD =
  /^((?:1[89]|20|21)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:Z|[-+]\d{2}:?\d{2})?)?$/i;
const YM = /^((?:1[89]|20|21)\d{2})\s?[-/.年]\s?(\d{1,2})\s?月?$/;
const Y = /^((?:1[89]|20|21)\d{2})\s?年度?$/;
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MDY = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i;
const DMY = /^(\d{1,2})[\s-]([a-z]{3,9})\.?[\s-](\d{4})$/i;
const MY = /^([a-z]{3,9})\.?[\s-](\d{4})$/i;

/** The day, month or year that `text` writes; undefined for anything else, also for 30 February. */
export function parseTime(text: string): WrittenTime | undefined {
  const plain = plainText(text);
  if (plain.length < 5 || plain.length > 40 || !/\d/.test(plain)) return undefined;
  const ymd = YMD.exec(plain);
  if (ymd) {
    const timeOfDay = [ymd[4], ymd[5], ymd[6]].some((part) => Number(part ?? 0) !== 0);
    return day(ymd[1], ymd[2], ymd[3], timeOfDay);
  }
  const ym = YM.exec(plain);
  if (ym) return period('month', `${ym[1]}-${pad(ym[2])}`);
  const y = Y.exec(plain);
  if (y) return period('year', y[1] ?? '');
  const slashed = SLASHED.exec(plain);
  if (slashed)
    return { kind: 'slashed', first: Number(slashed[1]), second: Number(slashed[2]), year: Number(slashed[3]) };
  const mdy = MDY.exec(plain);
  if (mdy) return day(mdy[3], monthNumber(mdy[1]), mdy[2]);
  const dmy = DMY.exec(plain);
  if (dmy) return day(dmy[3], monthNumber(dmy[2]), dmy[1]);
  const my = MY.exec(plain);
  return my ? period('month', `${my[2]}-${pad(monthNumber(my[1]))}`) : undefined;
}

/** The eight, six or four digits of a compact date (20240315, 202403, 2024); undefined where they are none. */
export function parseCompactTime(text: string): Extract<WrittenTime, { kind: 'period' }> | undefined {
  const plain = plainText(text);
  if (!/^(1[89]|20|21)\d{2}(\d{2}){0,2}$/.test(plain)) return undefined;
  const [year, month, date] = [plain.slice(0, 4), plain.slice(4, 6), plain.slice(6, 8)];
  if (plain.length === 8) return day(year, month, date);
  return plain.length === 6 ? period('month', `${year}-${month}`) : period('year', year);
}

/** The days on which a serial number of a spreadsheet (1 = 1900-01-01) stands for a plausible date: 1954 to 2064. */
export const SERIAL_RANGE = [20_000, 60_000] as const;

/** The day of a spreadsheet's serial number, in the 1900 system that counts the 29th of February 1900. */
export function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** `period` (a day) cut to `grain`. */
export function cutTo(value: string, grain: RecordedGrain): string {
  return value.slice(0, { day: 10, month: 7, year: 4 }[grain]);
}

/** A day written with month and day in the given order; undefined where there is no such day. */
export function slashedDay(
  { first, second, year }: Extract<WrittenTime, { kind: 'slashed' }>,
  order: 'month-day' | 'day-month',
): string | undefined {
  const [month, date] = order === 'month-day' ? [first, second] : [second, first];
  return firstDayOf(`${year}-${pad(month)}-${pad(date)}`, 'day');
}

function day(
  year: unknown,
  month: unknown,
  date: unknown,
  timeOfDay = false,
): Extract<WrittenTime, { kind: 'period' }> | undefined {
  const value = firstDayOf(`${year}-${pad(month)}-${pad(date)}`, 'day');
  return value === undefined ? undefined : { kind: 'period', grain: 'day', value, timeOfDay };
}

function period(grain: RecordedGrain, value: string): Extract<WrittenTime, { kind: 'period' }> | undefined {
  return firstDayOf(value, grain) === undefined ? undefined : { kind: 'period', grain, value, timeOfDay: false };
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function pad(value: unknown): string {
  return String(value).padStart(2, '0');
}
