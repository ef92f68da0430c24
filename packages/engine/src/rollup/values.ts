import type { Filter, TimeGrain, Value } from '@lantu/spec';

/** The order of a column's values, as every place has it: numbers by size, false before true, texts by code point. */
export function compareValues(a: Exclude<Value, null>, b: Exclude<Value, null>): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return Number(a) - Number(b);
}

/** As {@link compareValues}, with missing values last either way. */
export function compareLast(a: Value, b: Value, direction: 'asc' | 'desc'): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return direction === 'desc' ? compareValues(b, a) : compareValues(a, b);
}

/** True where the filter keeps a value seen at its grain. */
export function keeps(filter: Filter, value: Value): boolean {
  if (filter.op !== 'range') return filter.values.includes(value) === (filter.op === 'in');
  if (value === null) return false;
  const { gte, gt, lte, lt } = filter;
  return (
    (gte === undefined || compareValues(value, gte) >= 0) &&
    (gt === undefined || compareValues(value, gt) > 0) &&
    (lte === undefined || compareValues(value, lte) <= 0) &&
    (lt === undefined || compareValues(value, lt) < 0)
  );
}

/** The period at `grain` that a period, written at the same or a finer grain, is in. */
export function periodAt(period: string, grain: TimeGrain): string {
  const year = period.slice(0, 4);
  switch (grain) {
    case 'year':
      return year;
    case 'quarter':
      return period.includes('Q') ? period : `${year}-Q${Math.ceil(Number(period.slice(5, 7)) / 3)}`;
    case 'month':
      return period.slice(0, 7);
    case 'day':
      return period;
  }
}

/** The period before, or the same one a year before; 28 February for 29 February. */
export function periodBefore(period: string, to: 'previous' | 'year-ago'): string {
  const year = Number(period.slice(0, 4));
  const ago = (years: number) => String(year - years).padStart(4, '0');
  if (period.length === 4) return ago(1);
  if (to === 'year-ago') return period.endsWith('-02-29') ? `${ago(1)}-02-28` : `${ago(1)}${period.slice(4)}`;
  if (period.includes('Q')) {
    const quarter = Number(period.slice(6));
    return quarter === 1 ? `${ago(1)}-Q4` : `${ago(0)}-Q${quarter - 1}`;
  }
  const start = new Date(`${period.padEnd(10, '-01')}T00:00:00Z`);
  if (period.length === 7) start.setUTCMonth(start.getUTCMonth() - 1);
  else start.setUTCDate(start.getUTCDate() - 1);
  return start.toISOString().slice(0, period.length);
}

/** UTF-16 puts the code points above 0xFFFF, as pairs of surrogates, before some that are smaller. */
function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = codeUnit(a, index) - codeUnit(b, index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function codeUnit(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const isSurrogate = unit >= 0xd800 && unit < 0xe000;
  return isSurrogate ? unit + 0x10000 : unit;
}
