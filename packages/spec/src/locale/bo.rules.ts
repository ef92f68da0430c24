import type { Rules } from './language.ts';
import type { Period } from './period.ts';
import { compareTibetan } from './tibetan-order.ts';

const QUARTERS = ['དང་པོ', 'གཉིས་པ', 'གསུམ་པ', 'བཞི་པ'];

/** Without the tsheg or shad at its end, so that more can follow. */
const open = (text: string): string => text.replace(/[་།\s]+$/, '');

/** Ended by a shad; after ང a tsheg keeps the shad apart, and after a bare ག, ཀ or ཤ there is none. */
function closed(text: string): string {
  const bare = open(text);
  if (/[གཀཤ]$/.test(bare)) return bare;
  return bare.endsWith('ང') ? `${bare}་།` : `${bare}།`;
}

/** With a tsheg where a letter ends it; a digit or a Latin letter takes none. */
const joining = (text: string): string => (/[ཀ-ྼ]$/.test(open(text)) ? `${open(text)}་` : text);

function long({ year, quarter, month, day }: Period): string {
  if (quarter) return `${year}ལོའི་དུས་ཚིགས་${QUARTERS[quarter - 1]}`;
  if (!month) return `${year}ལོ`;
  return `${year}ལོའི་ཟླ་${month}${day ? `ཚེས་${day}ཉིན` : 'པ'}`;
}

export const boRules: Rules = {
  scales: [
    { power: 8, word: 'དུང་ཕྱུར' },
    { power: 4, word: 'ཁྲི' },
  ],
  countsFrom: 5,
  keepsZeros: false,
  yuan: 'སྒོར',
  unitPosition: 'before',
  unitSeparator: '་',
  scaled: (title, scale) => [open(title), scale].filter(Boolean).join('་'),
  period(period, form) {
    if (form === 'long') return long(period);
    const { year, quarter, month, day } = period;
    if (quarter) return `དུས་ཚིགས་${quarter}`;
    return month ? `ཟླ་${month}${day ? `ཚེས་${day}` : ''}` : String(year);
  },
  years: (from, to) => `${from}ལོ་ནས་${to}ལོའི་བར`,
  range: (from, to) => `${joining(from)}ནས་${joining(to)}བར`,
  at: (period) => `${long(period)}${period.day ? '་' : 'ར་'}`,
  list(items) {
    const [first = '', ...rest] = items;
    const last = rest.pop();
    if (last === undefined) return first;
    if (rest.length === 0) return `${joining(first)}དང་${last}`;
    return `${joining(first)}དང་། ${rest.map((each) => `${closed(each)} `).join('')}${joining(last)}བཅས`;
  },
  sentenceGap: ' ',
  compare: compareTibetan,
};
