import { describe, expect, it } from 'vitest';
import { isMissingMarker, isMissingText, plainText } from './missing.ts';
import { parseNumber, scaled } from './number.ts';
import { dayOfSerial, parseCompactTime, parseTime } from './time.ts';
import { captionUnit, headerUnit, writtenUnit } from './unit.ts';

describe('markers of missing values', () => {
  it.each(['', 'NA', 'n/a', 'N/A', '#N/A', 'NULL', '-', '—', '——', '…', '……', '/', '空', '无', '未报', '－', ' '])(
    '%j is one',
    (text) => {
      expect(isMissingMarker(text)).toBe(true);
    },
  );

  it('words that may mean something are none among texts', () => {
    expect(['无', 'NA', 'none'].map(isMissingText)).toEqual([false, false, false]);
    expect(['#N/A', '—', '/'].map(isMissingText)).toEqual([true, true, true]);
  });

  it('are not looked for inside words', () => {
    expect(isMissingMarker('无锡')).toBe(false);
  });
});

describe('parseNumber', () => {
  it.each([
    ['1,400,000', { digits: '1400000' }],
    ['１，２００．５', { digits: '1200.5' }],
    ['-3', { digits: '-3' }],
    ['−3', { digits: '-3' }],
    ['（1,234）', { digits: '-1234' }],
    ['.097', { digits: '.097' }],
    ['1.5e9', { digits: '1.5e9' }],
    ['¥1400000', { digits: '1400000' }],
    ['54.3%', { digits: '54.3', unit: 'percent', power: 0 }],
    ['140万元', { digits: '140', unit: 'CNY', power: 4 }],
    ['13亿元', { digits: '13', unit: 'CNY', power: 8 }],
    ['140万', { digits: '140', power: 4 }],
    ['3户', { digits: '3', unit: 'household', power: 0 }],
    ['300余', { digits: '300', exactness: 'more-than' }],
    ['300余万元', { digits: '300', unit: 'CNY', power: 4, exactness: 'more-than' }],
    ['140万余元', { digits: '140', unit: 'CNY', power: 4, exactness: 'more-than' }],
    ['不足5万元', { digits: '5', unit: 'CNY', power: 4, exactness: 'less-than' }],
    ['约50', { digits: '50', exactness: 'about' }],
    ['100万元以上', { digits: '100', unit: 'CNY', power: 4, exactness: 'at-least' }],
  ])('reads %s', (text, expected) => {
    expect(parseNumber(text)).toEqual({ exactness: 'exact', ...expected });
  });

  it.each(['', 'x', '12a', '1,40,000', '00501', '1.2.3', '3–5', '#DIV/0!', '2024-03', '1 2'])('refuses %j', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });
});

describe('scaled', () => {
  it('rounds once, so that no binary fraction creeps in', () => {
    expect(scaled('216.35', 4)).toBe(2_163_500);
    expect(scaled('1.15', 2)).toBe(115);
    expect(scaled('54.3', -2)).toBe(0.543);
    expect(scaled('1.5e3', 4)).toBe(15_000_000);
    expect(scaled('7', 0)).toBe(7);
  });
});

describe('units', () => {
  it.each([
    ['万元', 'CNY', 4],
    ['亿元', 'CNY', 8],
    ['千元', 'CNY', 3],
    ['人民币元', 'CNY', 0],
    ['%', 'percent', 0],
    ['人次', 'person-time', 0],
    ['万人', 'person', 4],
    ['千瓦', 'kilowatt', 0],
  ])('%s is %s times ten to %i', (text, code, power) => {
    expect(writtenUnit(text)).toMatchObject({ code, power });
  });

  it.each([
    ['收入（万元）', '收入', '万元'],
    ['收入(单位：万元)', '收入', '万元'],
    ['收入/万元', '收入', '万元'],
    ['收入_万元', '收入', '万元'],
    ['2024年 / 收入 / 万元', '2024年 / 收入', '万元'],
    ['投资万元', '投资', '万元'],
    ['收入（万元）（2024年）', '收入(2024年)', '万元'],
    ['增幅［％］', '增幅', '%'],
  ])('the header %s has its own', (header, title, written) => {
    expect(headerUnit(header)).toMatchObject({ title, unit: { written } });
  });

  it('are not seen where there are none', () => {
    expect(headerUnit('村（社区）')).toEqual({ title: '村（社区）' });
    expect(headerUnit('备注')).toEqual({ title: '备注' });
    expect(writtenUnit('公元')).toBeUndefined();
  });

  it('may stand above the table', () => {
    expect(captionUnit(['2024年统计表', '单位：万元'])).toMatchObject({ code: 'CNY', power: 4 });
    expect(captionUnit(['填报单位：加查县'])).toBeUndefined();
  });
});

describe('parseTime', () => {
  it.each([
    ['2024年3月15日', 'day', '2024-03-15'],
    ['2024-03-15', 'day', '2024-03-15'],
    ['2024/3/5', 'day', '2024-03-05'],
    ['２０２４．３．５', 'day', '2024-03-05'],
    ['2024-03-15T00:00:00Z', 'day', '2024-03-15'],
    ['Jan 1 2000', 'day', '2000-01-01'],
    ['15-Mar-2024', 'day', '2024-03-15'],
    ['2024年3月', 'month', '2024-03'],
    ['2024-03', 'month', '2024-03'],
    ['Mar 2024', 'month', '2024-03'],
    ['2024年', 'year', '2024'],
    ['2024年度', 'year', '2024'],
  ])('reads %s as a %s', (text, grain, value) => {
    expect(parseTime(text)).toEqual({ kind: 'period', grain, value, timeOfDay: false });
  });

  it('sees a time of day', () => {
    expect(parseTime('2015/01/01 01:00:00')).toMatchObject({ value: '2015-01-01', timeOfDay: true });
  });

  it('leaves open which number of 03/04/2024 is the month', () => {
    expect(parseTime('03/04/2024')).toEqual({ kind: 'slashed', first: 3, second: 4, year: 2024 });
  });

  it.each(['2024-02-30', '2024年13月', '1016.6', 'May', '3月', '20240315', 'Foo 1 2000'])('refuses %s', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });

  it('reads digits alone only where it is asked to', () => {
    expect(parseCompactTime('20240315')?.value).toBe('2024-03-15');
    expect(parseCompactTime('202403')?.value).toBe('2024-03');
    expect(parseCompactTime('20241332')).toBeUndefined();
  });

  it('counts the serial numbers of spreadsheets from the end of 1899', () => {
    expect(dayOfSerial(45_366)).toBe('2024-03-15');
  });
});

describe('plainText', () => {
  it('makes full-width signs half-width and leaves the rest', () => {
    expect(plainText('　１，２００（元）　')).toBe('1,200(元)');
  });
});
