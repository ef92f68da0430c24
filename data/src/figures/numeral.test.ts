import { describe, expect, it } from 'vitest';
import { numbersIn } from './numeral.ts';

const first = (text: string) => {
  const [number] = numbersIn(text);
  return number && { value: number.value, exactness: number.exactness, after: number.after };
};

describe('numbersIn', () => {
  it.each([
    ['7275个', 7275, '个'],
    ['1,148个', 1148, '个'],
    ['８５％', 85, '%'],
    ['2.16万元', 21_600, '元'],
    ['13亿元', 1_300_000_000, '元'],
    ['140万元', 1_400_000, '元'],
    ['1.3千万元', 13_000_000, '元'],
    ['15千瓦光伏电站', 15, '千瓦光伏电站'],
    ['3千克', 3, '千克'],
    ['3千人', 3000, '人'],
    ['十个', 10, '个'],
    ['十五批', 15, '批'],
    ['二十个', 20, '个'],
    ['一百零五户', 105, '户'],
    ['两万三千人', 23_000, '人'],
    ['三亿四千万元', 340_000_000, '元'],
    ['一万亿元', 1_000_000_000_000, '元'],
    ['千万元', 10_000_000, '元'],
    ['百日', 100, '日'],
    ['二〇二五年', 2025, '年'],
    ['一千一百四十八个', 1148, '个'],
  ])('reads %s as %d', (text, value, after) => {
    expect(first(text)).toEqual({ value, exactness: 'exact', after });
  });

  it.each([
    ['31万余元', 310_000, 'more-than', '元'],
    ['800余名', 800, 'more-than', '名'],
    ['10余万元', 100_000, 'more-than', '元'],
    ['十余万元', 100_000, 'more-than', '元'],
    ['三百多户', 300, 'more-than', '户'],
    ['超过5万元', 50_000, 'more-than', '元'],
    ['不足5万元', 50_000, 'less-than', '元'],
    ['100万元以上', 1_000_000, 'at-least', '元以上'],
    ['千万元以上的企业', 10_000_000, 'at-least', '元以上的企业'],
    ['不低于3次', 3, 'at-least', '次'],
    ['约20人', 20, 'about', '人'],
    ['20人左右', 20, 'about', '人左右'],
  ])('reads how exact %s is', (text, value, exactness, after) => {
    expect(first(text)).toEqual({ value, exactness, after });
  });

  it('keeps the qualifiers of several numbers apart', () => {
    expect(
      numbersIn('500余个村集体经济收入从不足5万元到超过5万元').map((each) => [each.value, each.exactness]),
    ).toEqual([
      [500, 'more-than'],
      [50_000, 'less-than'],
      [50_000, 'more-than'],
    ]);
    expect(numbersIn('154个村达到100万元以上').map((each) => each.exactness)).toEqual(['exact', 'at-least']);
  });

  it('tells ordinals from amounts', () => {
    expect(numbersIn('第十四批与第十五批,2批').map((each) => [each.value, each.ordinal])).toEqual([
      [14, true],
      [15, true],
      [2, false],
    ]);
  });

  it('finds nothing where there is no number', () => {
    expect(numbersIn('')).toEqual([]);
    expect(numbersIn('全部完成')).toEqual([]);
  });
});
