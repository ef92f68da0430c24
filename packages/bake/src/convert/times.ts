import { firstDayOf } from '@lantu/spec';
import { isMissingMarker } from '../cell/missing.ts';
import {
  cutTo,
  dayOfSerial,
  parseCompactTime,
  parseTime,
  type RecordedGrain,
  SERIAL_RANGE,
  slashedDay,
  type WrittenTime,
} from '../cell/time.ts';
import type { ColumnMapping } from '../mapping/mapping.ts';
import type { Cell } from '../package/table.ts';
import type { RawColumn, RawValue } from '../read/source.ts';
import { columnName, type Findings } from './findings.ts';

type Order = 'month-day' | 'day-month';

const GRAINS: Readonly<Record<'date' | 'yearmonth' | 'year', RecordedGrain>> = {
  date: 'day',
  yearmonth: 'month',
  year: 'year',
};
const EXAMPLES: Readonly<Record<RecordedGrain, string>> = {
  day: '2024-03-15, 2024年3月15日, 20240315',
  month: '2024-03, 2024年3月, 202403',
  year: '2024, 2024年',
};

/** The days, months or years of a column. 03/04/2024 is asked about unless another cell shows which number is the month. */
export function convertTimes(
  raw: RawColumn,
  mapping: ColumnMapping & { type: 'date' | 'yearmonth' | 'year' },
  findings: Findings,
): Cell[] {
  const grain = GRAINS[mapping.type];
  const order = orderOf(raw, mapping, findings);
  return raw.values.map((value, index): Cell => {
    if (isMissing(value, mapping)) return null;
    const at = periodOf(value, order);
    const iso =
      at && at.value.length >= cutTo('0000-00-00', grain).length && isStart(at.value, grain)
        ? cutTo(at.value, grain)
        : undefined;
    if (iso === undefined) {
      const problem = at
        ? `a ${at.grain}, in a column of ${grain}s`
        : typeof value === 'string' && isMissingMarker(value)
          ? 'a marker that the mapping does not list as missing'
          : `no ${grain}`;
      findings.bad(raw, index, problem, value, EXAMPLES[grain]);
      return null;
    }
    return grain === 'year' ? Number(iso) : iso;
  });
}

/** A finer value stands for its period only where it is the period's first day, as spreadsheets write months and years. */
function isStart(value: string, grain: RecordedGrain): boolean {
  const first = firstDayOf(cutTo(value, grain), grain);
  return first?.startsWith(value) ?? false;
}

function isMissing(value: RawValue, { missing }: ColumnMapping): boolean {
  return value === null || (typeof value === 'string' && (value.trim() === '' || missing.includes(value)));
}

function periodOf(value: RawValue, order: Order): Extract<WrittenTime, { kind: 'period' }> | undefined {
  if (value instanceof Date)
    return { kind: 'period', grain: 'day', value: value.toISOString().slice(0, 10), timeOfDay: false };
  if (typeof value === 'number' || typeof value === 'bigint') {
    const compact = parseCompactTime(String(value));
    if (compact) return compact;
    const serial = Number(value);
    const isSerial = serial >= SERIAL_RANGE[0] && serial <= SERIAL_RANGE[1];
    return isSerial ? { kind: 'period', grain: 'day', value: dayOfSerial(serial), timeOfDay: false } : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const time = parseTime(value) ?? parseCompactTime(value);
  if (time?.kind !== 'slashed') return time;
  const day = slashedDay(time, order);
  return day === undefined ? undefined : { kind: 'period', grain: 'day', value: day, timeOfDay: false };
}

function orderOf(raw: RawColumn, mapping: ColumnMapping, findings: Findings): Order {
  let monthFirst: number | undefined;
  let dayFirst: number | undefined;
  let either: number | undefined;
  for (const [index, value] of raw.values.entries()) {
    const time = typeof value === 'string' ? parseTime(value) : undefined;
    if (time?.kind !== 'slashed') continue;
    if (time.first > 12) dayFirst ??= index;
    else if (time.second > 12) monthFirst ??= index;
    else if (time.first !== time.second) either ??= index;
  }
  if (dayFirst === undefined && (monthFirst !== undefined || either === undefined)) return 'month-day';
  if (dayFirst !== undefined && monthFirst === undefined) return 'day-month';
  const example = raw.values[either ?? monthFirst ?? 0];
  const answer = findings.ask({
    key: `date-order:${mapping.field}`,
    question: `Column ${columnName(raw)}: which number is the month in ${String(example)}?`,
    evidence: [
      dayFirst !== undefined && monthFirst !== undefined
        ? `rows ${findings.rowNumber(monthFirst)} and ${findings.rowNumber(dayFirst)} can only be read in different orders`
        : 'no cell has a number above 12 that would show it',
    ],
    choices: [
      { answer: 'month-day', means: 'the first' },
      { answer: 'day-month', means: 'the second' },
    ],
  });
  return answer === 'day-month' ? 'day-month' : 'month-day';
}
