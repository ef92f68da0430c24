import { comparing } from './comparing.ts';
import type { Rules } from './language.ts';
import type { Period } from './period.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const monthOf = (month: number): string => MONTHS[month - 1] ?? '';

function long({ year, quarter, month, day }: Period): string {
  if (quarter) return `Q${quarter} ${year}`;
  return `${day ? `${day} ` : ''}${month ? `${monthOf(month)} ` : ''}${year}`;
}

export const enRules: Rules = {
  scales: [
    { power: 12, word: 'trillion' },
    { power: 9, word: 'billion' },
    { power: 6, word: 'million' },
  ],
  countsFrom: 6,
  keepsZeros: true,
  yuan: 'yuan',
  unitPosition: 'after',
  unitSeparator: ' ',
  scaled: (title, scale) => (scale && title ? `${scale} ${title}` : scale + title),
  singular: (title) =>
    title === 'people' ? 'person' : title.replace(/ies$/, 'ys').replace(/(ch|sh|x|ss)es$|([^s])s$/, '$1$2'),
  period(period, form) {
    if (form === 'long') return long(period);
    const { year, quarter, month, day } = period;
    if (quarter) return `Q${quarter}`;
    return month ? `${day ? `${day} ` : ''}${monthOf(month).slice(0, 3)}` : String(year);
  },
  years: (from, to) => `${from}–${to}`,
  range: (from, to) => `${from} to ${to}`,
  at: (period) => `${period.day ? 'on' : 'in'} ${long(period)}`,
  list(items) {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
  },
  sentenceGap: ' ',
  compare: comparing('en'),
};
