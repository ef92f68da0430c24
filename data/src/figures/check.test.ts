import { Problems } from '@lantu/bake';
import { describe, expect, it } from 'vitest';
import type { Division } from '../areas/divisions.ts';
import { readUnits } from '../units.ts';
import { checkFigures } from './check.ts';
import { readIndicators } from './indicators.ts';
import { FIGURE_COLUMNS, type FigureColumn, parseFigures } from './transcription.ts';

const units = readUnits();
const reference = {
  areas: new Map([['540581', {} as Division]]),
  currentCodes: new Map([['540530', '540581']]),
  indicators: readIndicators(units),
  units,
  excerpts: new Map([
    [
      'paper',
      [
        '截至2024年底,第十四批工作队记下收入140万元,调解纠纷８起,满意度９５％。',
        '自4月16日学校揭牌以来,30余人来过。',
        '有12个村收入达到100万元以上。',
        '有12个村收入增长。',
        '一座15千瓦电站。',
      ],
    ],
  ]),
};

const GOOD: Readonly<Record<FigureColumn, string>> = {
  id: 'one',
  area: '540581',
  period: '2024-12-31',
  period_text: '截至2024年底',
  period_basis: 'stated',
  batch: '',
  indicator: 'collective-income',
  kind: 'amount',
  value: '1400000',
  unit: 'CNY',
  exactness: 'exact',
  quote: '收入140万元',
  origin: 'paper',
  note: '',
};

type Changes = Partial<Record<FigureColumn, string>>;

/** The message for rows that differ from a good one; empty where there is nothing wrong. */
function faultsOf(...rows: Changes[]): string {
  const problems = new Problems();
  const lines = rows.map((changes) => FIGURE_COLUMNS.map((column) => `"${changes[column] ?? GOOD[column]}"`).join());
  checkFigures(parseFigures([FIGURE_COLUMNS.join(), ...lines].join('\n'), 'f.csv', problems), reference);
  try {
    problems.throwIfAny();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const event: Changes = {
  kind: 'event',
  period: '2026-04-16',
  period_text: '4月16日',
  period_basis: 'resolved',
  note: 'the year is the page’s',
  indicator: 'elders-universities-opened',
  unit: 'institution',
  value: '1',
  quote: '自4月16日学校揭牌以来',
};
const undated: Changes = { period: '', period_text: '', period_basis: 'unstated' };
const disputes: Changes = { indicator: 'disputes-mediated', unit: 'dispute', value: '8', quote: '调解纠纷８起' };
const threshold: Changes = {
  ...undated,
  indicator: 'villages-income-at-least-1000000',
  unit: 'village',
  value: '12',
  quote: '有12个村收入达到100万元以上',
};

describe('checkFigures', () => {
  it('finds nothing wrong in figures that their sources bear out', () => {
    expect(faultsOf({})).toBe('');
    expect(faultsOf(disputes)).toBe('');
    expect(faultsOf({ indicator: 'satisfaction', unit: 'percent', value: '0.95', quote: '满意度９５％' })).toBe('');
    expect(
      faultsOf({ ...undated, indicator: 'pv-capacity', unit: 'kilowatt', value: '15', quote: '一座15千瓦电站' }),
    ).toBe('');
    expect(faultsOf(threshold)).toBe('');
    expect(faultsOf(event)).toBe('');
    expect(faultsOf({}, { id: 'two', period: '2024', period_text: '2024年' })).toBe('');
  });

  it('names file, row, column, what was received and what is allowed', () => {
    expect(faultsOf({}, { ...disputes, id: 'two', value: '9' })).toBe(
      'f.csv, row 3, column quote: it does not give the value of the row; received 9 dispute, exact; allowed 8 (8 dispute, exact)',
    );
  });

  it.each<[string, Changes, string]>([
    ['a value of another magnitude', { value: '140' }, '140 CNY, exact; allowed 140万 (1400000 CNY, exact)'],
    ['万元 taken for 元 twice', { value: '14000000000' }, 'allowed 140万 (1400000 CNY, exact)'],
    [
      'a percentage out of 100',
      { indicator: 'satisfaction', unit: 'percent', value: '95', quote: '满意度９５％' },
      '95 (0.95 percent',
    ],
    ['a number of other things', { ...disputes, quote: '收入140万元' }, '140万 (1400000 of something else, exact)'],
    ['more claimed than said', { exactness: 'more-than' }, '1400000 CNY, more-than'],
    [
      'less claimed than said',
      { ...undated, indicator: 'cadres', unit: 'person', value: '30', quote: '30余人来过' },
      'received 30 person, exact; allowed 30余 (30 person, more-than)',
    ],
    [
      'an ordinal taken for an amount',
      { indicator: 'incoming-batch', unit: 'batch', value: '14', quote: '第十四批' },
      '第十四 (14 batch',
    ],
    ['an amount taken for an ordinal', { kind: 'ordinal' }, 'exact, after 第'],
    ['a quote without any number', { quote: '工作队' }, 'allowed a quote with a number'],
    ['a quote that is not verbatim', { quote: '收入为140万元' }, 'verbatim in 0 excerpts'],
    ['a quote that could be of two sentences', { ...threshold, quote: '有12个村收入' }, 'verbatim in 2 excerpts'],
    [
      'a quote without its threshold',
      { ...threshold, quote: '有12个村收入增长' },
      'it does not give the threshold of the indicator',
    ],
    [
      'an unknown area',
      { area: '540199' },
      'column area: no area of the list; received 540199; allowed a code of the national list',
    ],
    ['a former code', { area: '540530' }, 'received 540530; allowed 540581, its code today'],
    [
      'an unknown indicator',
      { indicator: 'gdp' },
      'column indicator: an indicator that is not in indicators.csv; received gdp',
    ],
    [
      'another unit than the indicator’s',
      { unit: 'person' },
      'column unit: another unit than the indicator’s; received person; allowed CNY',
    ],
    ['an unknown origin', { origin: 'web' }, 'column origin: an origin without excerpts; received web; allowed paper'],
    ['an unknown batch', { batch: 'batch-9' }, 'column batch: an unknown batch; received batch-9'],
    ['a batch that the source does not name', { batch: 'batch-15' }, 'its origin does not speak of the batch 15'],
    [
      'a stated period of other words',
      { period: '2023' },
      'not the period that its words state; received 2023-01-01/2023-12-31; allowed 2024-12-31',
    ],
    [
      'words for the time that nobody wrote',
      { period_text: '去年' },
      'column period_text: not in an excerpt of its origin',
    ],
    ['a stated period without words', { period_text: '' }, 'column period_text: a stated period without the words'],
    [
      'a worked-out period without a reason',
      { period_basis: 'resolved' },
      'column note: nothing says how the period was resolved',
    ],
    [
      'an assumed period without a reason',
      { period_basis: 'assumed' },
      'column note: nothing says how the period was assumed',
    ],
    [
      'a period that is called unstated',
      { period_basis: 'unstated' },
      'column period_basis: unstated if and only if there is no period',
    ],
    [
      'a missing period',
      { period: '' },
      'column period_basis: unstated if and only if there is no period; received stated',
    ],
    ['a malformed period', { period: '2024年' }, 'column period: no period; received "2024年"; allowed 2024, 2026-04'],
    [
      'an event on another day',
      { ...event, period: '2026-04-17' },
      'it does not give the day of the event; received 自4月16日学校揭牌以来; allowed 4月17日',
    ],
    ['an event that lasts', { ...event, period: '2026' }, 'column period: an event without its day'],
    [
      'an event that counts twice',
      { ...event, value: '2' },
      'column value: an event counts as one; received 2; allowed 1',
    ],
    ['an inexact event', { ...event, exactness: 'about' }, 'column exactness: a figure of kind event is exact'],
    ['a value that is no number', { value: '140万' }, 'column value: no number; received "140万"; allowed digits'],
    [
      'an unknown exactness',
      { exactness: 'roughly' },
      'column exactness: a value that is not in the list; received "roughly"',
    ],
    ['an empty quote', { quote: '' }, 'column quote: the cell is empty'],
  ])('refuses %s', (_, changes, message) => {
    expect(faultsOf(changes)).toContain(message);
  });

  it('refuses two figures with one id, and two for the same place, time and indicator', () => {
    expect(faultsOf({}, { ...disputes })).toContain('row 3, column id: an id that is given twice; received one');
    expect(faultsOf({}, { id: 'two' })).toContain('row 3, column indicator: the same as one');
  });

  it('reports all faults of all rows at once', () => {
    expect(faultsOf({ value: '1', area: '99' }, { id: 'two', unit: 'x' }).split('\n').length).toBeGreaterThanOrEqual(3);
  });
});
