import { describe, expect, it } from 'vitest';
import { CNY, INDEX, KILOWATT, PERCENT, VILLAGE } from '../../test/units.ts';
import type { AnswerUnit } from '../answer.ts';
import { LOCALES, type Locale } from '../localized.ts';
import { formatter } from './formatter.ts';

describe('formatter', () => {
  it('is one object a language', () => {
    expect(formatter('bo')).toBe(formatter('bo'));
    expect(LOCALES.map((locale) => formatter(locale).locale)).toEqual(LOCALES);
  });

  it('refuses a language it does not speak instead of answering in another', () => {
    expect(() => formatter('fr' as Locale)).toThrow('no such language: "fr"; there are zh-CN, bo, en');
    expect(() => formatter('toString' as Locale)).toThrow(RangeError);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %d wherever a number goes',
    (bad) => {
      const f = formatter('en');
      for (const write of [
        () => f.number(bad),
        () => f.percent(bad),
        () => f.value(bad, CNY),
        () => f.compact(bad, CNY),
        () => f.compact(bad, PERCENT),
        () => f.axis([0, bad], CNY),
        () => f.axis([bad, 0], CNY),
        () => f.change({ value: 1, period: '2023' }, { value: bad, period: '2024' }, CNY),
      ]) {
        expect(write).toThrow(RangeError);
      }
    },
  );

  it.each(['', '24', '2024-13', '2024-00', '2024-02-30', '2024-Q5', '2024年', '2024-3'])(
    'refuses %j as a period and says what one looks like',
    (iso) => {
      expect(() => formatter('zh-CN').period(iso)).toThrow(`not a period: ${JSON.stringify(iso)}; allowed are 2024`);
    },
  );

  it('refuses to see a period by a level of areas', () => {
    expect(() => formatter('en').period('2024', 'county')).toThrow('not a grain of the calendar: county');
  });

  it('leaves a period that is coarser than the grain asked for as it is', () => {
    expect(formatter('en').period('2024', 'month')).toBe('2024');
  });

  it('gives number and unit apart, with the language that the unit is in', () => {
    expect(formatter('zh-CN').compactParts(2_160_000, CNY)).toEqual({
      number: '216',
      unit: '万元',
      position: 'after',
      separator: '',
      unitLocale: 'zh-CN',
    });
    expect(formatter('bo').compactParts(2_160_000, CNY)).toEqual({
      number: '216',
      unit: 'སྒོར་ཁྲི',
      position: 'before',
      separator: '་',
      unitLocale: 'bo',
    });
    expect(formatter('bo').compactParts(15, KILOWATT)).toMatchObject({ unit: '千瓦', unitLocale: 'zh-CN' });
    expect(formatter('en').compactParts(null, CNY)).toMatchObject({ number: '—', unit: '' });
    expect(formatter('en').compactParts(0.543, PERCENT)).toMatchObject({ number: '54.3', unit: '%' });
  });

  it('says one where English tells one from many', () => {
    const one = (en: string) => formatter('en').value(1, { code: 'x', title: { 'zh-CN': '个', en }, kind: 'count' });
    expect(['batches', 'companies', 'households', 'people', 'kW'].map(one)).toEqual([
      '1 batch',
      '1 company',
      '1 household',
      '1 person',
      '1 kW',
    ]);
    expect(formatter('en').compact(1_000_000, VILLAGE)).toBe('1 million villages');
    expect(formatter('en').text('table.rows', { count: 1 })).toBe('1 row');
  });

  it('names the unit of money that is not CNY by its title', () => {
    const dollars: AnswerUnit = { code: 'USD', title: { 'zh-CN': '美元', en: 'US dollars' }, kind: 'money' };
    expect(formatter('zh-CN').compact(216_000, dollars)).toBe('21.6万美元');
    expect(formatter('en').compact(2_160_000, dollars)).toBe('2.16 million US dollars');
  });

  it('gives an axis of a single value and of nothing but zero a unit', () => {
    const f = formatter('zh-CN');
    expect(f.axis([2_160_000, 2_160_000], CNY)).toMatchObject({ divisor: 10_000, unitTitle: '万元' });
    expect(f.axis([0, 0], CNY)).toMatchObject({ divisor: 1, unitTitle: '元' });
    expect(f.axis([-3e8, 0], CNY)).toMatchObject({ divisor: 1e8, unitTitle: '亿元' });
    expect(f.axis([0, 120], INDEX)).toMatchObject({ divisor: 1, unitTitle: '', caption: '' });
  });

  it('lets methods be passed on by themselves', () => {
    const { number, collate } = formatter('en');
    expect([1, null].map((value) => number(value))).toEqual(['1', '—']);
    expect(['b', 'a'].sort(collate)).toEqual(['a', 'b']);
  });
});
