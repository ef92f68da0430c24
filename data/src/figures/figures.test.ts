import { describe, expect, it } from 'vitest';
import { readDivisions } from '../areas/divisions.ts';
import { readAreaSources } from '../areas/sources.ts';
import { readSource } from '../source/files.ts';
import { readUnits } from '../units.ts';
import { parseExcerpts } from './excerpts.ts';
import { figuresTable, readFigures } from './figures.ts';

const divisions = readDivisions('54');
const transcription = readFigures(divisions, readAreaSources(divisions), readUnits());
const { figures, indicators, origins } = transcription;
const table = figuresTable(transcription);
const excerpts = parseExcerpts(readSource('figures/excerpts.md'), 'excerpts.md');

describe('the transcribed figures', () => {
  it.each([
    ['542527100002', '2023-12-31', 'collective-income', 1_400_000, 'CNY', 'exact', '2023年社区集体经济收入140万元'],
    ['542527100002', '2024-12-31', 'collective-income', 2_160_000, 'CNY', 'exact', '2024年攀升至216万元'],
    ['54', '2025-12-31', 'industry-projects-filed', 7275, 'project', 'exact', '全区已申报7275个村级产业建设项目'],
    ['54', '2025-12-31', 'work-funding', 1.3e9, 'CNY', 'exact', '累计投入13亿元驻村工作经费'],
    ['54', '2025-12-31', 'villages-turned-profitable', 300, 'village', 'more-than', '300余个村集体经济扭亏为盈'],
    [
      '54',
      '2025-12-31',
      'villages-lifted-over-50000',
      500,
      'village',
      'more-than',
      '500余个村集体经济收入从不足5万元到超过5万元',
    ],
    [
      '5401',
      '2025-12-31',
      'villages-income-at-least-1000000',
      154,
      'village',
      'exact',
      '154个村(社区)集体经济年收入达到100万元以上',
    ],
    ['5403', '2026-12-31', 'teams', 1148, 'team', 'exact', '1148个驻村工作队已全部完成轮换入驻'],
    ['5403', '2026-12-31', 'teams-rotated', 1148, 'team', 'exact', '1148个驻村工作队已全部完成轮换入驻'],
    ['540528', undefined, 'villages-in-rotation', 74, 'village', 'exact', '全县74个村(社区)'],
    ['54', undefined, 'cadres', 20_000, 'person', 'more-than', '2万余名'],
    ['54', '2025-12-31', 'promoter-cadres', 800, 'person', 'more-than', '800余名'],
    ['5403', '2025-12-31', 'enterprise-annual-output', 1e7, 'CNY', 'at-least', '千万元以上'],
    ['540326103205', undefined, 'pv-capacity', 15, 'kilowatt', 'exact', '15千瓦'],
    ['540326103205', undefined, 'disputes-mediated', 8, 'dispute', 'exact', '调解矛盾8起'],
    ['540326103205', undefined, 'wages-recovered', 310_000, 'CNY', 'more-than', '31万余元'],
    ['542527100002', '2026-12-31', 'disputes-mediated', 27, 'dispute', 'exact', '27起'],
    ['542527100002', '2026-12-31', 'hazards-rectified', 300, 'hazard', 'exact', '300处'],
    ['542527100002', '2026-12-31', 'errands', 200, 'time', 'more-than', '200余次'],
    ['542527100002', '2026-12-31', 'accompanied-medical-visits', 25, 'person-time', 'exact', '25人次'],
    ['542527100002', '2026-12-31', 'collective-projects', 8, 'project', 'exact', '8个集体经济项目'],
    ['542527100002', '2026-12-31', 'sense-of-safety', 0.9, 'percent', 'exact', '90%'],
    ['542527100002', '2026-12-31', 'satisfaction', 0.95, 'percent', 'exact', '95%'],
    ['540423', '2026-04-16', 'elders-universities-opened', 1, 'institution', 'exact', '4月16日'],
    ['540423', '2026-12-31', 'elders-university-students', 30, 'person', 'exact', '30名'],
    ['540423', '2026-12-31', 'elders-university-teachers', 4, 'person', 'exact', '4名'],
    ['540423', '2026-12-31', 'elders-university-support-staff', 2, 'person', 'exact', '2名'],
    ['540423', '2026-12-31', 'canteen-daily-visits', 20, 'person-time', 'more-than', '20余人次'],
  ])('have for %s, %s, %s the value %d', (area, last, indicator, value, unit, exactness, words) => {
    const found = figures.filter(
      (each) => each.area === area && each.indicator === indicator && each.period?.last === last,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ value, unit, exactness });
    expect(found[0]?.quote).toContain(words);
  });

  it('say of every period that is not stated how it was found', () => {
    const open = figures.filter(({ periodBasis }) => periodBasis === 'resolved' || periodBasis === 'assumed');
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((each) => !each.note)).toEqual([]);
    expect(figures.filter((each) => each.id.endsWith('-xizang') && each.periodText === '三年来')).not.toEqual([]);
  });

  it('use every indicator and cite every origin, and no excerpt stands there for nothing', () => {
    expect([...indicators.keys()].filter((code) => !figures.some((each) => each.indicator === code))).toEqual([]);
    expect(origins.map((each) => each.id).sort()).toEqual([...excerpts.keys()].sort());
    const unused = [...excerpts].flatMap(([origin, sentences]) =>
      sentences.filter(
        (sentence) =>
          !figures.some(
            ({ origin: cited, quote, periodText }) =>
              cited === origin &&
              (sentence.includes(quote) || (periodText !== undefined && sentence.includes(periodText))),
          ),
      ),
    );
    expect(unused).toEqual([]);
  });

  it('name no origin by an address or a date that the page does not give', () => {
    expect(origins.filter((each) => each.url ?? each.datePublished ?? each.licence)).toEqual([]);
  });

  it('speak up to the latest day that the page itself gives', () => {
    expect(table.asOf).toBe('2026-04-16');
  });

  it('never add up over areas, whatever their indicator', () => {
    expect(table.metrics).toHaveLength(indicators.size);
    expect(table.metrics.every((each) => each.additivity?.['area'] === 'none')).toBe(true);
  });
});
