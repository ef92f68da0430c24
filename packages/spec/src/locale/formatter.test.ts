import { describe, expect, it } from 'vitest';
import type { AnswerUnit } from '../answer.ts';
import { LOCALES, type Locale } from '../localized.ts';
import { formatter } from './formatter.ts';

const CNY: AnswerUnit = { code: 'CNY', title: { 'zh-CN': '元', bo: 'སྒོར', en: 'yuan' }, kind: 'money' };
const VILLAGE: AnswerUnit = { code: 'village', title: { 'zh-CN': '个村', bo: 'གྲོང་ཚོ', en: 'villages' }, kind: 'count' };
const PERCENT: AnswerUnit = { code: 'percent', title: { 'zh-CN': '百分比' }, kind: 'ratio' };
const KILOWATT: AnswerUnit = { code: 'kilowatt', title: { 'zh-CN': '千瓦', en: 'kW' }, kind: 'quantity' };
const INDEX: AnswerUnit = { code: 'index', title: { 'zh-CN': '指数' }, kind: 'index' };

type Row = readonly [what: string, written: string, expected: string];

function rowsOf(locale: Locale, expected: Readonly<Record<string, string>>): Row[] {
  const f = formatter(locale);
  const income = f.axis([0, 2_160_000], CNY, { tickStep: 500_000 });
  const share = f.axis([0, 0.9], PERCENT, { tickStep: 0.25 });
  const written: Readonly<Record<string, string>> = {
    'a number': f.number(1_234_567.891),
    'a negative number': f.number(-1234.5),
    'a number that rounds to zero': f.number(-0.001, 2),
    'half a hundredth that binary fractions hold too small': f.number(1.005, 2),
    'no number': f.number(null),
    'a percentage': f.percent(0.543),
    'a percentage with its sign': f.percent(0.543, { sign: true }),
    'a small percentage': f.percent(0.0004),
    'money in full': f.value(1_400_000, CNY),
    'money with 角 and 分': f.value(1234.5, CNY, 2),
    'a count': f.value(154, VILLAGE),
    'a count of one': f.value(1, VILLAGE),
    'a ratio': f.value(0.9, PERCENT),
    'a quantity': f.value(15, KILOWATT),
    'an index': f.value(102.5, INDEX),
    'no value': f.value(null, CNY),
    'compact money': f.compact(2_160_000, CNY),
    'compact money of two digits': f.compact(1_400_000, CNY),
    'compact money in the next unit': f.compact(216_000_000, CNY),
    'compact money larger still': f.compact(1_300_000_000, CNY),
    'compact money that rounds up to the next unit': f.compact(99_999_999, CNY),
    'compact negative money': f.compact(-200_000, CNY),
    'the largest money': f.compact(1e15, CNY),
    'compact count': f.compact(7275, VILLAGE),
    'compact large count': f.compact(1_234_567, VILLAGE),
    'axis caption': income.caption,
    'axis ticks': [0, 500_000, 2_000_000, -500_000].map(income.tick).join(' '),
    'percent axis': [0, 0.25, 0.5].map(share.tick).join(' ') + share.caption,
    'a year': f.period('2024'),
    'a quarter': f.period('2024-Q1'),
    'a month': f.period('2024-03'),
    'a day': f.period('2024-03-15'),
    'a day seen by quarter': f.period('2024-05-15', 'quarter'),
    'periods on an axis': ['2024', '2024-Q1', '2024-03', '2024-03-15']
      .map((period) => f.period(period, undefined, 'axis'))
      .join(' | '),
    'a range of years': f.periodRange('2023', '2025'),
    'a range of months': f.periodRange('2023-11', '2024-02'),
    'a range of one': f.periodRange('2023', '2023'),
    'a rise': f.change({ value: 1_400_000, period: '2023' }, { value: 2_160_000, period: '2024' }, CNY),
    'a fall': f.change({ value: 200, period: '2024-Q1' }, { value: 150, period: '2024-Q2' }, VILLAGE),
    'no change': f.change({ value: 5, period: '2023' }, { value: 5, period: '2024' }, VILLAGE),
    'from zero': f.change({ value: 0, period: '2023' }, { value: 50_000, period: '2024' }, CNY),
    'from loss to profit': f.change({ value: -200_000, period: '2023' }, { value: 300_000, period: '2024' }, CNY),
    'to a loss': f.change({ value: 100_000, period: '2023' }, { value: -50_000, period: '2024' }, CNY),
    'a ratio that rises': f.change({ value: 0.9, period: '2023-12' }, { value: 0.95, period: '2024-12' }, PERCENT),
    'a change that three digits would hide': f.change(
      { value: 1_400_000, period: '2023' },
      { value: 1_400_100, period: '2024' },
      CNY,
    ),
    'a rise beside its value': f.changeSince({ value: 1_400_000, period: '2023' }, 2_160_000, CNY),
    'no item': f.list([]),
    'one item': f.list([f.period('2023')]),
    'two items': f.list([f.period('2023'), f.period('2024')]),
    'four items': f.list(['2021', '2022', '2023', '2024'].map((year) => f.period(year))),
    'more than': f.exactness(f.compact(300, VILLAGE), 'more-than'),
    'less than': f.exactness(f.compact(50_000, CNY), 'less-than'),
    'at least': f.exactness(f.compact(1_000_000, CNY), 'at-least'),
    about: f.exactness(f.value(20, VILLAGE), 'about'),
    exact: f.exactness(f.value(20, VILLAGE), 'exact'),
    'a text with a date': f.text('as-of', { date: f.period('2025') }),
    'a text with a number': f.text('table.rows', { count: 5580 }),
    sentences: f.paragraph([f.text('summary.flat', { value: 1 }), '', f.text('summary.flat', { value: 2 })]),
  };
  return Object.entries(written).map(([what, text]) => [what, text, expected[what] ?? 'no expectation']);
}

describe('zh-CN', () => {
  it.each(
    rowsOf('zh-CN', {
      'a number': '1,234,567.891',
      'a negative number': '−1,234.5',
      'a number that rounds to zero': '0.00',
      'half a hundredth that binary fractions hold too small': '1.01',
      'no number': '—',
      'a percentage': '54.3%',
      'a percentage with its sign': '+54.3%',
      'a small percentage': '0.04%',
      'money in full': '1,400,000元',
      'money with 角 and 分': '1,234.50元',
      'a count': '154个村',
      'a count of one': '1个村',
      'a ratio': '90%',
      'a quantity': '15千瓦',
      'an index': '102.5',
      'no value': '—',
      'compact money': '216万元',
      'compact money of two digits': '140万元',
      'compact money in the next unit': '2.16亿元',
      'compact money larger still': '13亿元',
      'compact money that rounds up to the next unit': '1亿元',
      'compact negative money': '−20万元',
      'the largest money': '1,000万亿元',
      'compact count': '7,275个村',
      'compact large count': '123万个村',
      'axis caption': '单位：万元',
      'axis ticks': '0 50 200 −50',
      'percent axis': '0% 25% 50%',
      'a year': '2024年',
      'a quarter': '2024年第一季度',
      'a month': '2024年3月',
      'a day': '2024年3月15日',
      'a day seen by quarter': '2024年第二季度',
      'periods on an axis': '2024 | 一季度 | 3月 | 3月15日',
      'a range of years': '2023—2025年',
      'a range of months': '2023年11月至2024年2月',
      'a range of one': '2023年',
      'a rise': '2023年140万元，2024年216万元，增长54.3%。',
      'a fall': '2024年第一季度200个村，2024年第二季度150个村，下降25%。',
      'no change': '2023年和2024年均为5个村，没有变化。',
      'from zero': '2023年0元，2024年5万元，增加5万元。',
      'from loss to profit': '2023年−20万元，2024年30万元，增加50万元。',
      'to a loss': '2023年10万元，2024年−5万元，减少15万元。',
      'a ratio that rises': '2023年12月90%，2024年12月95%，上升5个百分点。',
      'a change that three digits would hide': '2023年140.00万元，2024年140.01万元，增长0.007%。',
      'a rise beside its value': '较2023年增长54.3%',
      'no item': '',
      'one item': '2023年',
      'two items': '2023年和2024年',
      'four items': '2021年、2022年、2023年和2024年',
      'more than': '超过300个村',
      'less than': '不足5万元',
      'at least': '100万元以上',
      about: '约20个村',
      exact: '20个村',
      'a text with a date': '数据截至2025年',
      'a text with a number': '共5,580行',
      sentences: '各项均为1。各项均为2。',
    }),
  )('writes %s: %s', (_, written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('en', () => {
  it.each(
    rowsOf('en', {
      'a number': '1,234,567.891',
      'a negative number': '−1,234.5',
      'a number that rounds to zero': '0.00',
      'half a hundredth that binary fractions hold too small': '1.01',
      'no number': '—',
      'a percentage': '54.3%',
      'a percentage with its sign': '+54.3%',
      'a small percentage': '0.04%',
      'money in full': '1,400,000 yuan',
      'money with 角 and 分': '1,234.50 yuan',
      'a count': '154 villages',
      'a count of one': '1 village',
      'a ratio': '90%',
      'a quantity': '15 kW',
      'an index': '102.5',
      'no value': '—',
      'compact money': '2.16 million yuan',
      'compact money of two digits': '1.40 million yuan',
      'compact money in the next unit': '216 million yuan',
      'compact money larger still': '1.30 billion yuan',
      'compact money that rounds up to the next unit': '100 million yuan',
      'compact negative money': '−200,000 yuan',
      'the largest money': '1,000 trillion yuan',
      'compact count': '7,275 villages',
      'compact large count': '1.23 million villages',
      'axis caption': 'Unit: million yuan',
      'axis ticks': '0 0.5 2.0 −0.5',
      'percent axis': '0% 25% 50%',
      'a year': '2024',
      'a quarter': 'Q1 2024',
      'a month': 'March 2024',
      'a day': '15 March 2024',
      'a day seen by quarter': 'Q2 2024',
      'periods on an axis': '2024 | Q1 | Mar | 15 Mar',
      'a range of years': '2023–2025',
      'a range of months': 'November 2023 to February 2024',
      'a range of one': '2023',
      'a rise': 'From 1.40 million yuan in 2023 to 2.16 million yuan in 2024, up 54.3%.',
      'a fall': 'From 200 villages in Q1 2024 to 150 villages in Q2 2024, down 25%.',
      'no change': '5 villages both in 2023 and in 2024, unchanged.',
      'from zero': 'From 0 yuan in 2023 to 50,000 yuan in 2024, up by 50,000 yuan.',
      'from loss to profit': 'From −200,000 yuan in 2023 to 300,000 yuan in 2024, up by 500,000 yuan.',
      'to a loss': 'From 100,000 yuan in 2023 to −50,000 yuan in 2024, down by 150,000 yuan.',
      'a ratio that rises': 'From 90% in December 2023 to 95% in December 2024, up 5 percentage points.',
      'a change that three digits would hide':
        'From 1.4000 million yuan in 2023 to 1.4001 million yuan in 2024, up 0.007%.',
      'a rise beside its value': 'up 54.3% on 2023',
      'no item': '',
      'one item': '2023',
      'two items': '2023 and 2024',
      'four items': '2021, 2022, 2023 and 2024',
      'more than': 'more than 300 villages',
      'less than': 'less than 50,000 yuan',
      'at least': 'at least 1 million yuan',
      about: 'about 20 villages',
      exact: '20 villages',
      'a text with a date': 'Data as of 2025',
      'a text with a number': '5,580 rows',
      sentences: 'Every value is 1. Every value is 2.',
    }),
  )('writes %s: %s', (_, written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('bo', () => {
  it.each(
    rowsOf('bo', {
      'a number': '1,234,567.891',
      'a negative number': '−1,234.5',
      'a number that rounds to zero': '0.00',
      'half a hundredth that binary fractions hold too small': '1.01',
      'no number': '—',
      'a percentage': '54.3%',
      'a percentage with its sign': '+54.3%',
      'a small percentage': '0.04%',
      'money in full': 'སྒོར་1,400,000',
      'money with 角 and 分': 'སྒོར་1,234.50',
      'a count': 'གྲོང་ཚོ་154',
      'a count of one': 'གྲོང་ཚོ་1',
      'a ratio': '90%',
      'a quantity': '15千瓦',
      'an index': '102.5',
      'no value': '—',
      'compact money': 'སྒོར་ཁྲི་216',
      'compact money of two digits': 'སྒོར་ཁྲི་140',
      'compact money in the next unit': 'སྒོར་དུང་ཕྱུར་2.16',
      'compact money larger still': 'སྒོར་དུང་ཕྱུར་13',
      'compact money that rounds up to the next unit': 'སྒོར་དུང་ཕྱུར་1',
      'compact negative money': 'སྒོར་ཁྲི་−20',
      'the largest money': 'སྒོར་དུང་ཕྱུར་10,000,000',
      'compact count': 'གྲོང་ཚོ་7,275',
      'compact large count': 'གྲོང་ཚོ་ཁྲི་123',
      'axis caption': 'རྩིས་གཞི། སྒོར་ཁྲི',
      'axis ticks': '0 50 200 −50',
      'percent axis': '0% 25% 50%',
      'a year': '2024ལོ',
      'a quarter': '2024ལོའི་དུས་ཚིགས་དང་པོ',
      'a month': '2024ལོའི་ཟླ་3པ',
      'a day': '2024ལོའི་ཟླ་3ཚེས་15ཉིན',
      'a day seen by quarter': '2024ལོའི་དུས་ཚིགས་གཉིས་པ',
      'periods on an axis': '2024 | དུས་ཚིགས་1 | ཟླ་3 | ཟླ་3ཚེས་15',
      'a range of years': '2023ལོ་ནས་2025ལོའི་བར',
      'a range of months': '2023ལོའི་ཟླ་11པ་ནས་2024ལོའི་ཟླ་2པ་བར',
      'a range of one': '2023ལོ',
      'a rise': '2023ལོར་སྒོར་ཁྲི་140ཡིན་པ་དང་། 2024ལོར་སྒོར་ཁྲི་216ཟིན་ཏེ། 54.3%འཕར་ཡོད།',
      'a fall': '2024ལོའི་དུས་ཚིགས་དང་པོར་གྲོང་ཚོ་200ཡིན་པ་དང་། 2024ལོའི་དུས་ཚིགས་གཉིས་པར་གྲོང་ཚོ་150ལས་མེད་པས། 25%ཆག་ཡོད།',
      'no change': '2023ལོར་གྲོང་ཚོ་5ཡིན་པ་དང་། 2024ལོར་ཡང་གྲོང་ཚོ་5ཡིན་པས་འགྱུར་བ་བྱུང་མེད།',
      'from zero': '2023ལོར་སྒོར་0ཡིན་པ་དང་། 2024ལོར་སྒོར་ཁྲི་5ཟིན་ཏེ། སྒོར་ཁྲི་5འཕར་ཡོད།',
      'from loss to profit': '2023ལོར་སྒོར་ཁྲི་−20ཡིན་པ་དང་། 2024ལོར་སྒོར་ཁྲི་30ཟིན་ཏེ། སྒོར་ཁྲི་50འཕར་ཡོད།',
      'to a loss': '2023ལོར་སྒོར་ཁྲི་10ཡིན་པ་དང་། 2024ལོར་སྒོར་ཁྲི་−5ལས་མེད་པས། སྒོར་ཁྲི་15ཆག་ཡོད།',
      'a ratio that rises': '2023ལོའི་ཟླ་12པར་90%ཡིན་པ་དང་། 2024ལོའི་ཟླ་12པར་95%ཟིན་ཏེ། བརྒྱ་ཆའི་ཚེག་5འཕར་ཡོད།',
      'a change that three digits would hide': '2023ལོར་སྒོར་ཁྲི་140.00ཡིན་པ་དང་། 2024ལོར་སྒོར་ཁྲི་140.01ཟིན་ཏེ། 0.007%འཕར་ཡོད།',
      'a rise beside its value': '2023ལོ་དང་བསྡུར་ན་54.3%འཕར་བ།',
      'no item': '',
      'one item': '2023ལོ',
      'two items': '2023ལོ་དང་2024ལོ',
      'four items': '2021ལོ་དང་། 2022ལོ། 2023ལོ། 2024ལོ་བཅས',
      'more than': 'གྲོང་ཚོ་300ལྷག',
      'less than': 'སྒོར་ཁྲི་5མ་ལོངས་པ།',
      'at least': 'སྒོར་ཁྲི་100ཡན།',
      about: 'ཧ་ལམ་གྲོང་ཚོ་20',
      exact: 'གྲོང་ཚོ་20',
      'a text with a date': 'གཞི་གྲངས་ནི་2025ལོ་བར་གྱི་ཡིན།',
      'a text with a number': 'ཁྱོན་ཕྲེང་5,580',
      sentences: 'ཚང་མ་1ཡིན། ཚང་མ་2ཡིན།',
    }),
  )('writes %s: %s', (_, written, expected) => {
    expect(written).toBe(expected);
  });
});

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

describe('collate', () => {
  it('goes by pinyin in Chinese, and by the size of numbers', () => {
    const names = ['那曲市', '拉萨市', '第10批', '阿里地区', '昌都市', '第9批'];
    expect(names.sort(formatter('zh-CN').collate)).toEqual([
      '阿里地区',
      '昌都市',
      '第9批',
      '第10批',
      '拉萨市',
      '那曲市',
    ]);
  });

  it('goes by root letter, then prefix, then head letter in Tibetan', () => {
    const sorted = 'ཀ ཀག ཀགས ཀི ཀོ ཀྱ ཀྲ ཀླ དཀའ བཀའ རྐ ལྐ སྐ བརྐ བསྐ ཁ མཁར འཁོར'.split(' ');
    expect([...sorted].reverse().sort(formatter('bo').collate)).toEqual(sorted);
  });

  it('finds Tibetan places where a dictionary has them', () => {
    const sorted =
      'གྲོ་མོ དགེ་རྒྱས རྒྱལ་རྩེ སྒར མངའ་རིས ཆབ་མདོ ཉིང་ཁྲི གཉན་རོང སྟོད་ལུང དངས ནག་ཆུ བོད དབུས ཚོ་9 ཚོ་10 གཞིས་ཀ་རྩེ ལྷ་ས ལྷོ་ཁ ཨ་མདོ'.split(' ');
    expect([...sorted].reverse().sort(formatter('bo').collate)).toEqual(sorted);
  });
});
