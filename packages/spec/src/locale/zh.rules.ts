import { comparing } from './comparing.ts';
import type { Rules } from './language.ts';
import type { Period } from './period.ts';

const QUARTERS = '一二三四';

const at = ({ year, quarter, month, day }: Period): string =>
  quarter ? `${year}年第${QUARTERS[quarter - 1]}季度` : `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;

export const zhRules: Rules = {
  scales: [
    { power: 12, word: '万亿' },
    { power: 8, word: '亿' },
    { power: 4, word: '万' },
  ],
  countsFrom: 5,
  keepsZeros: false,
  yuan: '元',
  unitPosition: 'after',
  unitSeparator: '',
  scaled: (title, scale) => scale + title,
  period(period, form) {
    if (form === 'long') return at(period);
    const { year, quarter, month, day } = period;
    if (quarter) return `${QUARTERS[quarter - 1]}季度`;
    return month ? `${month}月${day ? `${day}日` : ''}` : String(year);
  },
  years: (from, to) => `${from}—${to}年`,
  range: (from, to) => `${from}至${to}`,
  at,
  list(items) {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join('、')}和${last}`;
  },
  sentenceGap: '',
  compare: comparing('zh-CN-u-co-pinyin'),
};
