import { describe, expect, it } from 'vitest';
import { readDivisions } from './divisions.ts';

const divisions = readDivisions('54');
const byCode = new Map(divisions.map((each) => [each.code, each]));
const at = (level: string) => divisions.filter((each) => each.level === level);

describe('readDivisions', () => {
  it('has one region, 7 prefectures, 74 counties, 705 townships and 5,580 villages', () => {
    expect(['region', 'prefecture', 'county', 'township', 'village'].map((level) => at(level).length)).toEqual([
      1, 7, 74, 705, 5580,
    ]);
  });

  it('keys every division by a code of its own', () => {
    expect(byCode.size).toBe(divisions.length);
  });

  it('leaves the four zones out of the counties and marks what the list has below them', () => {
    expect(['540171', '540172', '540173', '540174'].filter((code) => byCode.has(code))).toEqual([]);
    const zones = divisions.filter((each) => each.kind === 'zone');
    expect(zones.map(({ code, parent, within }) => [code, parent, within.county, within.prefecture])).toEqual([
      ['540171400', '5401', null, '5401'],
      ['540172400', '5401', null, '5401'],
      ['540173400', '5401', null, '5401'],
      ['540174400', '5401', null, '5401'],
      ['540171400498', '540171400', null, '5401'],
      ['540172400498', '540172400', null, '5401'],
      ['540173400498', '540173400', null, '5401'],
      ['540174400498', '540174400', null, '5401'],
    ]);
  });

  it('leads from every division up to the region', () => {
    for (const { code, parent, within, level } of divisions) {
      const above = parent === null ? undefined : byCode.get(parent);
      expect(above === undefined, code).toBe(level === 'region');
      for (const [each, ancestor] of Object.entries(within)) {
        if (ancestor === null) continue;
        expect(byCode.get(ancestor)?.level, `${each} of ${code}`).toBe(each);
      }
      expect(within.region).toBe('54');
    }
  });

  it('gives a village all the divisions it lies in', () => {
    expect(byCode.get('540528200203')).toEqual({
      code: '540528200203',
      level: 'village',
      kind: 'division',
      name: '拉绥村委会',
      parent: '540528200',
      within: { township: '540528200', county: '540528', prefecture: '5405', region: '54' },
    });
  });

  it.each([
    ['540528200203', '拉绥村委会', '拉绥乡', '加查县', '山南市'],
    ['540326103205', '卡顶村村委会', '同卡镇', '八宿县', '昌都市'],
    ['540321210203', '外冲村村委会', '波罗乡', '江达县', '昌都市'],
    ['542527100002', '扎日南木措居民委员会', '措勤镇', '措勤县', '阿里地区'],
    ['540102002005', '冲赛康社区居委会', '八廓街道', '城关区', '拉萨市'],
  ])('has the village %s that the source names as %s in %s', (code, ...names) => {
    const village = byCode.get(code);
    const { township, county, prefecture } = village?.within ?? {};
    expect(
      [village, ...[township, county, prefecture].map((each) => byCode.get(each ?? ''))].map((each) => each?.name),
    ).toEqual(names);
  });

  it('counts 74 villages in 加查县, as the source does', () => {
    expect(at('village').filter((each) => each.within.county === '540528')).toHaveLength(74);
  });

  it('reads other regions by the same rules', () => {
    const ningxia = readDivisions('64');
    expect(ningxia[0]).toMatchObject({ code: '64', name: '宁夏回族自治区', parent: null });
    expect(ningxia.filter((each) => each.level === 'prefecture')).toHaveLength(5);
  });
});
