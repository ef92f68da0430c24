import type { LineSpec, LocalizedText } from '@lantu/spec';
import { answer, dimension, INCOME, metric, PERSON, periods, SHARE } from '../examples/answer.ts';
import { PREFECTURE, PREFECTURES } from '../examples/areas.ts';
import type { ChartExample } from '../examples/example.ts';

const years = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(from + index));
const MATTERS: LocalizedText = { 'zh-CN': '办理事项', bo: 'སྒྲུབ་དོན།', en: 'Matters' };
const codes = Object.keys(PREFECTURES);

export const lineExamples: readonly ChartExample<LineSpec>[] = [
  {
    id: 'income',
    title: {
      'zh-CN': '扎日南木措社区集体经济收入',
      bo: 'བཀྲ་རི་གནམ་མཚོ་སྡེ་ཁུལ་གྱི་ཐུན་མོང་དཔལ་འབྱོར་ཡོང་འབབ།',
      en: 'Collective income of the Zhari Namco community',
    },
    shows: 'Two points and their values.',
    answer: answer([periods(['2023', '2024']), metric('income', INCOME, [1_400_000, 2_160_000])]),
    spec: { type: 'line' },
  },
  {
    id: 'gaps',
    title: { 'zh-CN': '集体经济收入', bo: 'ཐུན་མོང་དཔལ་འབྱོར་ཡོང་འབབ།', en: 'Collective income' },
    shows:
      'Breaks at a null (2018) and a missing year (2020), a lone value (2019), an estimate and a provisional value at the end.',
    answer: answer(
      [
        periods(['2014', '2015', '2016', '2017', '2018', '2019', '2021', '2022', '2023', '2024', '2025']),
        metric('income', INCOME, [41e6, 44e6, 52e6, 50e6, null, 66e6, 71e6, 90e6, 104e6, 121e6, 133e6]),
      ],
      { natures: ['simulated'], statuses: { income: [null, null, null, null, 'L', null, null, null, null, 'E', 'P'] } },
    ),
    spec: { type: 'line' },
  },
  {
    id: 'several',
    title: {
      'zh-CN': '各地区集体经济收入',
      bo: 'ས་ཁུལ་སོ་སོའི་ཐུན་མོང་དཔལ་འབྱོར་ཡོང་འབབ།',
      en: 'Collective income by prefecture',
    },
    shows: 'Seven series named at their ends, moved apart where values are close.',
    answer: answer(
      [
        periods(years(2016, 10).flatMap((year) => codes.map(() => year))),
        dimension(
          'area',
          PREFECTURE,
          years(2016, 10).flatMap(() => codes),
          { labels: PREFECTURES },
        ),
        metric(
          'income',
          INCOME,
          years(2016, 10).flatMap((_, t) =>
            codes.map((__, k) => Math.round((60 - k * 7) * 1e6 * (1 + 0.09 * t) + 3e6 * Math.sin(t * 1.3 + k))),
          ),
        ),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'line' },
  },
  {
    id: 'months',
    title: { 'zh-CN': '每月办理事项', bo: 'ཟླ་རེའི་སྒྲུབ་དོན།', en: 'Matters settled each month' },
    shows: 'Five years of months.',
    answer: answer(
      [
        periods(
          Array.from(
            { length: 60 },
            (_, index) => `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
          ),
          'month',
        ),
        metric(
          'matters',
          MATTERS,
          Array.from({ length: 60 }, (_, index) => Math.round(240 + 90 * Math.sin(index / 1.9) + index * 6)),
          PERSON,
        ),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'line' },
  },
  {
    id: 'not-from-zero',
    title: { 'zh-CN': '交接事项完成率', bo: 'རྩིས་སྤྲོད་ལེགས་གྲུབ་བསྡུར་ཚད།', en: 'Share of handover items completed' },
    shows: 'An axis that does not start at zero, and says so.',
    answer: answer(
      [
        periods(years(2018, 8)),
        metric(
          'share',
          { 'zh-CN': '完成率', bo: 'ལེགས་གྲུབ་བསྡུར་ཚད།', en: 'Completed' },
          [0.91, 0.915, 0.93, 0.928, 0.941, 0.955, 0.972, 0.984],
          SHARE,
          1,
        ),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'line', zero: false },
  },
  {
    id: 'negative',
    title: { 'zh-CN': '村集体经济净收益', bo: 'གྲོང་ཚོའི་ཐུན་མོང་དཔལ་འབྱོར་ཁེ་གཙང་།', en: 'Net collective income' },
    shows: 'Values on both sides of zero, two series.',
    answer: answer(
      [
        periods(years(2017, 8).flatMap((year) => [year, year])),
        dimension(
          'area',
          PREFECTURE,
          years(2017, 8).flatMap(() => ['5403', '5406']),
          { labels: PREFECTURES },
        ),
        metric('net', { 'zh-CN': '净收益', bo: 'ཁེ་གཙང་།', en: 'Net income' }, [
          -8e6,
          -5e6,
          -3e6,
          -6e6,
          1e6,
          -2e6,
          4e6,
          -3e6,
          7e6,
          2e6,
          null,
          3e6,
          12e6,
          6e6,
          15e6,
          9e6,
        ]),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'line' },
  },
  {
    id: 'by-number',
    title: { 'zh-CN': '规模与收入', bo: 'གཞི་ཁྱོན་དང་ཡོང་འབབ།', en: 'Size and income' },
    shows: 'Along a number, placed by its size.',
    answer: answer(
      [
        dimension('people', { 'zh-CN': '村民人数', bo: 'གྲོང་མིའི་གྲངས།', en: 'Residents' }, [40, 85, 120, 260, 410, 900], {
          type: 'number',
        }),
        metric('income', INCOME, [310_000, 480_000, 620_000, 1_050_000, 1_320_000, 2_160_000]),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'line' },
  },
  {
    id: 'empty',
    title: { 'zh-CN': '没有数据', bo: 'གཞི་གྲངས་མེད།', en: 'No data' },
    shows: 'An answer without rows.',
    answer: answer([periods([]), metric('income', INCOME, [])]),
    spec: { type: 'line' },
  },
];
