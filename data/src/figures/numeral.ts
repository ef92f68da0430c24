import type { Exactness } from '@lantu/spec';

/** A number as Chinese running text writes it. */
export interface WrittenNumber {
  /** With 万 and 亿 multiplied in; for "90%" 90. */
  readonly value: number;
  /** `more-than` for 余, 多, 超过; `less-than` for 不足; `at-least` for 以上; `about` for 约, 左右. */
  readonly exactness: Exactness;
  /** True after 第. */
  readonly ordinal: boolean;
  /** The number itself, without the words around it. */
  readonly text: string;
  /** What follows it, where the unit begins; full-width signs made half-width. */
  readonly after: string;
}

const NUMBER =
  /(?<arabic>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<scale>(?:[十百万亿]|千(?![瓦克米]))*)(?:(?<over>[余多])(?<late>[十百千万亿]*))?|(?<chinese>(?:[〇零一二两三四五六七八九十百万亿]|千(?![瓦克米]))+)(?:(?<more>[余多])(?<last>[万亿]*))?/gu;

/**
 * The numbers in `text`, in order: Arabic (half or full width, with grouping) or Chinese numerals, with 十 百 千 万 亿 behind them.
 * 千 that begins a unit (千瓦, 千克, 千米) belongs to the unit. Every numeral is found, also those in words such as 一体化.
 */
export function numbersIn(text: string): WrittenNumber[] {
  const plain = text.normalize('NFKC');
  return [...plain.matchAll(NUMBER)].map(({ 0: found, index, groups = {} }) => {
    const before = plain.slice(0, index);
    const after = plain.slice(index + found.length);
    const { arabic, scale = '', late = '', chinese = '', last = '' } = groups;
    const value =
      arabic === undefined
        ? chineseValue(chinese) * power(last)
        : Number(arabic.replaceAll(',', '')) * power(scale + late);
    return {
      value: Number(value.toPrecision(15)),
      exactness: exactnessOf(before, Boolean(groups['over'] || groups['more']), after),
      ordinal: before.endsWith('第'),
      text: found,
      after,
    };
  });
}

const DIGITS = '〇一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

function power(scale: string): number {
  return [...scale].reduce((product, sign) => product * (POWERS[sign] ?? 1), 1);
}

/** 一千一百四十八, 二〇二五, 十五, 两万三千; also 千万, whose leading one is left unsaid. */
function chineseValue(text: string): number {
  let total = 0;
  let section = 0;
  let digits: number | undefined;
  for (const sign of text) {
    const digit = DIGITS.indexOf(sign.replace('零', '〇').replace('两', '二'));
    if (digit >= 0) {
      digits = (digits ?? 0) * 10 + digit;
    } else if (sign === '万' || sign === '亿') {
      const whole = section + (digits ?? 0) + (sign === '亿' ? total : 0);
      total = (sign === '亿' ? 0 : total) + (whole || 1) * power(sign);
      section = 0;
      digits = undefined;
    } else {
      section += (digits || 1) * power(sign);
      digits = undefined;
    }
  }
  return total + section + (digits ?? 0);
}

function exactnessOf(before: string, over: boolean, after: string): Exactness {
  if (/(至少|不低于|不少于)$/.test(before) || /^[^\d,，。、;；]{0,4}?以上/.test(after)) return 'at-least';
  if (/(不足|低于|少于|不到)$/.test(before)) return 'less-than';
  if (over || /(超过|逾|多于|高于)$/.test(before)) return 'more-than';
  if (/(大约|约|近)$/.test(before) || /^[^\d,，。、;；]{0,4}?(左右|上下)/.test(after)) return 'about';
  return 'exact';
}
