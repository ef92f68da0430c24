import type { FieldType } from '@lantu/spec';
import { isMissingMarker, isMissingText, plainText } from '../cell/missing.ts';
import { parseNumber } from '../cell/number.ts';
import { parseCompactTime, parseTime, SERIAL_RANGE } from '../cell/time.ts';
import { isTotal } from '../cell/total.ts';
import type { Nested, RawColumn, RawValue } from '../read/source.ts';

/** What the type of a column was guessed to be, and what of it the user should know. */
export interface TypeGuess {
  readonly type: FieldType | 'nested';
  /** The markers of missing values that occur in it, as written. */
  readonly missing: readonly string[];
  readonly notes: readonly string[];
}

/** The share of a column's values that must be of a type for the column to be; the rest are bad cells, told one by one. */
const SHARE = 0.75;

const DAY_HEADER = /日期|时间|date|\bday\b/i;
const MONTH_HEADER = /月份|年月|^月$|month/i;
const YEAR_HEADER = /年份|年度|^年$|\byear\b/i;
const PERIOD_HEADER = /时期|期间|统计期|报告期|\bperiod\b/i;

/** True where a header says that its column holds the time that the row speaks of. */
export function isPeriodHeader(header: string): boolean {
  return [YEAR_HEADER, MONTH_HEADER, PERIOD_HEADER].some((form) => form.test(header.normalize('NFKC')));
}

const TRUTHS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  是: true,
  否: false,
  yes: true,
  no: false,
  '√': true,
  '×': false,
};

/** true or false as `text` writes it (是, 否, yes, no, √, ×); undefined for anything else. */
export function parseBoolean(text: string): boolean | undefined {
  return TRUTHS[plainText(text).toLowerCase()];
}

interface Tally {
  total: number;
  number: number;
  whole: number;
  large: number;
  boolean: number;
  day: number;
  month: number;
  year: number;
  firstOfMonth: number;
  firstOfYear: number;
  slashed: number;
  compactDay: number;
  compactMonth: number;
  yearLike: number;
  serial: number;
  timeOfDay: number;
  nested: number;
  /** Digits with a leading zero. */
  codes: number;
  /** 2024.3: a number, or a month with a point. */
  decimalMonth: number;
  markers: Map<string, number>;
  textMarkers: Map<string, number>;
}

/** The type that the values of a column have, with its header deciding where digits alone could be several. */
export function guessType(column: RawColumn): TypeGuess {
  const tally = tallyOf(column.values);
  const markers = [...tally.markers.keys()];
  if (tally.total === 0) return { type: 'string', missing: markers, notes: ['holds no value'] };
  const enough = (count: number) => count >= tally.total * SHARE;
  const all = (count: number) => count === tally.total;
  const header = column.header.normalize('NFKC');
  const guess = (type: FieldType, ...notes: string[]): TypeGuess => ({ type, missing: markers, notes });
  if (tally.nested > 0)
    return {
      type: 'nested',
      missing: [],
      notes: [`holds lists or objects in ${tally.nested} cells, which no field can`],
    };
  const times = tally.day + tally.month + tally.year + tally.slashed;
  if (enough(times)) {
    if (tally.timeOfDay > 0)
      return {
        type: 'string',
        missing: [...tally.textMarkers.keys()],
        notes: ['holds times of day, which no field type keeps; kept as text'],
      };
    if (tally.day + tally.slashed >= tally.month + tally.year) {
      if (YEAR_HEADER.test(header) && all(tally.firstOfYear))
        return guess('year', 'every date is 1 January; read as years');
      if (MONTH_HEADER.test(header) && all(tally.firstOfMonth))
        return guess('yearmonth', 'every date is the first of a month; read as months');
      return guess('date');
    }
    return guess(tally.month >= tally.year ? 'yearmonth' : 'year');
  }
  if (tally.codes > 0 && all(tally.number + tally.codes)) {
    return {
      type: 'string',
      missing: [...tally.textMarkers.keys()],
      notes: [`${tally.codes} values begin with 0: codes and no numbers; kept as text`],
    };
  }
  if (enough(tally.boolean)) return guess('boolean');
  if (all(tally.decimalMonth) && (MONTH_HEADER.test(header) || DAY_HEADER.test(header)))
    return guess('yearmonth', 'numbers such as 2024.3, read as months');
  if (enough(tally.number)) {
    if (all(tally.yearLike) && (YEAR_HEADER.test(header) || PERIOD_HEADER.test(header) || /年$/.test(header)))
      return guess('year');
    if (all(tally.compactDay) && (DAY_HEADER.test(header) || tally.total > 1))
      return guess('date', 'eight digits, read as year, month and day');
    if (all(tally.compactMonth) && (MONTH_HEADER.test(header) || DAY_HEADER.test(header)))
      return guess('yearmonth', 'six digits, read as year and month');
    if (all(tally.serial) && DAY_HEADER.test(header))
      return guess('date', 'serial numbers of a spreadsheet, read as days');
    return guess(tally.whole === tally.number && tally.large === 0 ? 'integer' : 'number');
  }
  const kept = [...tally.markers].filter(([marker]) => marker !== '' && !tally.textMarkers.has(marker));
  const notes = kept.map(
    ([marker, count]) =>
      `${JSON.stringify(marker)} (${count}) is kept as a text; list it under "missing" if it means none`,
  );
  if (tally.number > 0)
    notes.push(`${tally.number} of ${tally.total} values are numbers, the others texts; kept as text`);
  return { type: 'string', missing: [...tally.textMarkers.keys()], notes };
}

function tallyOf(values: readonly RawValue[]): Tally {
  const tally: Tally = {
    total: 0,
    number: 0,
    whole: 0,
    large: 0,
    boolean: 0,
    day: 0,
    month: 0,
    year: 0,
    firstOfMonth: 0,
    firstOfYear: 0,
    slashed: 0,
    compactDay: 0,
    compactMonth: 0,
    yearLike: 0,
    serial: 0,
    timeOfDay: 0,
    nested: 0,
    codes: 0,
    decimalMonth: 0,
    markers: new Map(),
    textMarkers: new Map(),
  };
  const texts = new Map<string, number>();
  const numbers = new Map<number, number>();
  const moments = new Map<number, number>();
  for (const value of values) {
    if (value === null || (typeof value === 'number' && Number.isNaN(value))) continue;
    if (typeof value === 'string') texts.set(value, (texts.get(value) ?? 0) + 1);
    else if (typeof value === 'number') numbers.set(value, (numbers.get(value) ?? 0) + 1);
    else if (value instanceof Date) moments.set(value.getTime(), (moments.get(value.getTime()) ?? 0) + 1);
    else countDecoded(tally, value);
  }
  for (const [value, count] of numbers) {
    tally.total += count;
    countNumber(tally, value, String(value), count);
  }
  for (const [moment, count] of moments) {
    tally.total += count;
    countDay(tally, new Date(moment).toISOString(), moment % 86_400_000 !== 0, count);
  }
  for (const [text, count] of texts) countText(tally, text, count);
  return tally;
}

function countDecoded(tally: Tally, value: bigint | boolean | Nested): void {
  tally.total += 1;
  if (typeof value === 'boolean') tally.boolean += 1;
  else if (typeof value === 'bigint') countNumber(tally, Number(value), String(value), 1);
  else tally.nested += 1;
}

function countNumber(tally: Tally, value: number, digits: string, count: number): void {
  tally.number += count;
  if (Number.isInteger(value)) {
    tally.whole += count;
    if (Math.abs(value) >= 2 ** 31) tally.large += count;
    if (value >= 1800 && value <= 2200) tally.yearLike += count;
    if (value >= SERIAL_RANGE[0] && value <= SERIAL_RANGE[1]) tally.serial += count;
    const compact = parseCompactTime(digits);
    if (compact?.grain === 'day') tally.compactDay += count;
    if (compact?.grain === 'month') tally.compactMonth += count;
  }
}

function countText(tally: Tally, text: string, count: number): void {
  if (isTotal(text)) return;
  if (isMissingMarker(text)) {
    tally.markers.set(text, count);
    if (isMissingText(text)) tally.textMarkers.set(text, count);
    return;
  }
  tally.total += count;
  if (parseBoolean(text) !== undefined) tally.boolean += count;
  if (/^0\d+$/.test(plainText(text))) tally.codes += count;
  const number = parseNumber(text);
  if (number) countNumber(tally, Number(number.digits), number.digits, count);
  const time = parseTime(text);
  if (time?.kind === 'slashed') tally.slashed += count;
  else if (time?.grain === 'day') countDay(tally, time.value, time.timeOfDay, count);
  else if (time && number) tally.decimalMonth += count;
  else if (time) tally[time.grain] += count;
}

function countDay(tally: Tally, iso: string, timeOfDay: boolean, count: number): void {
  tally.day += count;
  if (timeOfDay) tally.timeOfDay += count;
  if (iso.slice(8, 10) === '01') tally.firstOfMonth += count;
  if (iso.slice(5, 10) === '01-01') tally.firstOfYear += count;
}
