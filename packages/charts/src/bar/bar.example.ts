import type { BarSpec, LocalizedText } from '@lantu/spec';
import { answer, dimension, INCOME, metric, PERSON, periods, SHARE, VILLAGE, YUAN } from '../examples/answer.ts';
import { PREFECTURE, PREFECTURES } from '../examples/areas.ts';
import type { ChartExample } from '../examples/example.ts';

const KIND: LocalizedText = { 'zh-CN': '类别', bo: 'རིགས།', en: 'Kind' };
const INCOME_KINDS: Readonly<Record<string, LocalizedText>> = {
  industry: { 'zh-CN': '产业经营', bo: 'ཐོན་ལས་གཉེར་བ།', en: 'Industry' },
  leasing: { 'zh-CN': '资产出租', bo: 'རྒྱུ་ནོར་གླ་གཏོང་།', en: 'Leasing' },
  services: { 'zh-CN': '劳务服务', bo: 'ངལ་རྩོལ་ཞབས་ཞུ།', en: 'Services' },
  cost: { 'zh-CN': '经营成本', bo: 'གཉེར་སྐྱོང་མ་གནས།', en: 'Operating cost' },
};
const DUTIES: Readonly<Record<string, LocalizedText>> = {
  party: { 'zh-CN': '建强村党组织', bo: 'གྲོང་ཚོའི་ཏང་གི་རྩ་འཛུགས་སྟོབས་ཆེན་དུ་གཏོང་བ།', en: 'Stronger village Party branches' },
  rural: {
    'zh-CN': '推进强村富民',
    bo: 'གྲོང་ཚོ་སྟོབས་ལྡན་དང་མི་དམངས་ཕྱུག་པོར་སྐྱེལ་འདེད་གཏོང་བ།',
    en: 'Prosperous villages and households',
  },
  governance: { 'zh-CN': '提升治理水平', bo: 'བཅོས་སྐྱོང་ཆུ་ཚད་མཐོ་རུ་གཏོང་བ།', en: 'Better local governance' },
  services: {
    'zh-CN': '为民办事服务（含代办、陪诊、走访和调解）',
    bo: 'མི་དམངས་ཀྱི་དོན་སྒྲུབ་ཞབས་ཞུ། （ཚབ་སྒྲུབ་དང་སྨན་བཅོས་རོགས་སྐྱོར། འཚམས་འདྲི། འདུམ་འགྲིག་བཅས།）',
    en: 'Services to residents: errands, accompanied medical visits, home visits and mediation',
  },
};
const years = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(from + index));

export const barExamples: readonly ChartExample<BarSpec>[] = [
  {
    id: 'income',
    title: {
      'zh-CN': '扎日南木措社区集体经济收入',
      bo: 'བཀྲ་རི་གནམ་མཚོ་སྡེ་ཁུལ་གྱི་ཐུན་མོང་དཔལ་འབྱོར་ཡོང་འབབ།',
      en: 'Collective income of the Zhari Namco community',
    },
    shows: 'Two periods; values at the bars, the unit once.',
    answer: answer([periods(['2023', '2024']), metric('income', INCOME, [1_400_000, 2_160_000])]),
    spec: { type: 'bar' },
  },
  {
    id: 'long-names',
    title: {
      'zh-CN': '驻村工作队办结事项',
      bo: 'གྲོང་སྡོད་རུ་ཁག་གིས་སྒྲུབ་ཟིན་པའི་དོན་གནད།',
      en: 'Matters settled by village teams',
    },
    shows: 'Long names: bars lie, and names wrap in three languages without being cut.',
    answer: answer(
      [
        dimension('duty', KIND, ['services', 'rural', 'party', 'governance'], { labels: DUTIES }),
        metric('matters', { 'zh-CN': '办结事项', bo: 'དོན་གནད།', en: 'Matters settled' }, [1286, 742, 390, 0], PERSON),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'bar' },
  },
  {
    id: 'negative',
    title: {
      'zh-CN': '村集体经济净收益变化',
      bo: 'གྲོང་ཚོའི་ཐུན་མོང་དཔལ་འབྱོར་ཁེ་གཙང་འགྱུར་ལྡོག',
      en: 'Change in net collective income',
    },
    shows: 'Negative values go down from zero; their words stand below.',
    answer: answer(
      [
        dimension('area', PREFECTURE, Object.keys(PREFECTURES), { labels: PREFECTURES }),
        metric('change', { 'zh-CN': '净收益变化', bo: 'ཁེ་གཙང་འགྱུར་ལྡོག', en: 'Change in net income' }, [
          32e6,
          18.5e6,
          -7.2e6,
          12e6,
          -1.4e6,
          null,
          5.1e6,
        ]),
      ],
      { natures: ['simulated'], statuses: { change: [null, null, null, null, null, 'Q', null] } },
    ),
    spec: { type: 'bar' },
  },
  {
    id: 'gaps',
    title: {
      'zh-CN': '年收入百万元以上的村（社区）',
      bo: 'ལོའི་ཡོང་འབབ་སྒོར་ས་ཡ་བརྒལ་བའི་གྲོང་ཚོ།',
      en: 'Villages with an income of a million yuan or more',
    },
    shows: 'A null (2019), a missing period (2021), a zero (2016), estimated and provisional values.',
    answer: answer(
      [
        periods(['2016', '2017', '2018', '2019', '2020', '2022', '2023', '2024', '2025']),
        metric(
          'villages',
          { 'zh-CN': '村（社区）数', bo: 'གྲོང་ཚོའི་གྲངས།', en: 'Villages' },
          [0, 8, 21, null, 57, 83, 101, 130, 154],
          VILLAGE,
        ),
      ],
      {
        natures: ['transcribed', 'simulated'],
        statuses: { villages: [null, null, null, 'L', null, null, null, 'E', 'P'] },
      },
    ),
    spec: { type: 'bar' },
  },
  {
    id: 'grouped',
    title: { 'zh-CN': '各类收入', bo: 'ཡོང་འབབ་རིགས་སོ་སོ།', en: 'Income by kind' },
    shows: 'Several series beside each other, told apart by colour, texture and order.',
    answer: answer(
      [
        periods(years(2021, 4).flatMap((year) => [year, year, year])),
        dimension(
          'kind',
          KIND,
          years(2021, 4).flatMap(() => ['industry', 'leasing', 'services']),
          { labels: INCOME_KINDS },
        ),
        metric('income', INCOME, [42e6, 18e6, 9e6, 51e6, 20e6, null, 63e6, 22e6, 14e6, 78e6, 21e6, 19e6]),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'bar' },
  },
  {
    id: 'stacked',
    title: { 'zh-CN': '收入与成本', bo: 'ཡོང་འབབ་དང་མ་གནས།', en: 'Income and cost' },
    shows: 'Stacked parts; costs stack downwards from zero.',
    answer: answer(
      [
        periods(years(2021, 4).flatMap((year) => [year, year, year, year])),
        dimension(
          'kind',
          KIND,
          years(2021, 4).flatMap(() => ['industry', 'leasing', 'services', 'cost']),
          { labels: INCOME_KINDS },
        ),
        metric(
          'income',
          INCOME,
          [42e6, 18e6, 9e6, -31e6, 51e6, 20e6, 11e6, -36e6, 63e6, 22e6, 14e6, -40e6, 78e6, 21e6, 19e6, -47e6],
        ),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'bar', layout: 'stacked' },
  },
  {
    id: 'stacked-rows',
    title: { 'zh-CN': '各地区收入构成', bo: 'ས་ཁུལ་སོ་སོའི་ཡོང་འབབ་ཀྱི་གྲུབ་ཆ།', en: 'Make-up of income by prefecture' },
    shows: 'Lying stacks with their totals.',
    answer: answer(
      [
        dimension(
          'area',
          PREFECTURE,
          Object.keys(PREFECTURES).flatMap((code) => [code, code]),
          { labels: PREFECTURES },
        ),
        dimension(
          'kind',
          KIND,
          Object.keys(PREFECTURES).flatMap(() => ['industry', 'leasing']),
          { labels: INCOME_KINDS },
        ),
        metric('income', INCOME, [142e6, 38e6, 120e6, 44e6, 96e6, 21e6, 88e6, 30e6, 74e6, 19e6, 61e6, 8e6, 29e6, 4e6]),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'bar', layout: 'stacked', orientation: 'horizontal' },
  },
  {
    id: 'months',
    title: { 'zh-CN': '每月办理事项', bo: 'ཟླ་རེའི་སྒྲུབ་དོན།', en: 'Matters settled each month' },
    shows: 'Three years of months: only as many are named as keep apart.',
    answer: answer(
      [
        periods(
          Array.from(
            { length: 36 },
            (_, index) => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
          ),
          'month',
        ),
        metric(
          'matters',
          { 'zh-CN': '办理事项', bo: 'སྒྲུབ་དོན།', en: 'Matters' },
          Array.from({ length: 36 }, (_, index) => Math.round(240 + 90 * Math.sin(index / 2.1) + index * 6)),
          PERSON,
        ),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'bar' },
  },
  {
    id: 'shares',
    title: { 'zh-CN': '交接事项完成率', bo: 'རྩིས་སྤྲོད་ལེགས་གྲུབ་བསྡུར་ཚད།', en: 'Share of handover items completed' },
    shows: 'Ratios are shown in percent.',
    answer: answer(
      [
        dimension('area', PREFECTURE, Object.keys(PREFECTURES), { labels: PREFECTURES }),
        metric(
          'share',
          { 'zh-CN': '完成率', bo: 'ལེགས་གྲུབ་བསྡུར་ཚད།', en: 'Completed' },
          [1, 0.984, 1, 0.931, 0.975, 0.886, 0.902],
          SHARE,
          1,
        ),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'bar', orientation: 'horizontal' },
  },
  {
    id: 'classes',
    title: { 'zh-CN': '村集体年收入分布', bo: 'གྲོང་ཚོའི་ལོའི་ཡོང་འབབ་བགོས་སྟངས།', en: 'Villages by yearly income' },
    shows: 'A number cut into classes: the axis says what it counts.',
    answer: answer(
      [
        dimension(
          'income',
          { 'zh-CN': '年收入（万元）', bo: 'ལོའི་ཡོང་འབབ། （སྒོར་ཁྲི）', en: 'Yearly income (10,000 yuan)' },
          [0, 20, 40, 60, 80, 100],
          { type: 'number', binWidth: 20 },
        ),
        metric(
          'villages',
          { 'zh-CN': '村（社区）数', bo: 'གྲོང་ཚོའི་གྲངས།', en: 'Villages' },
          [812, 1940, 1406, 820, 391, 154],
          VILLAGE,
        ),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'bar' },
  },
  {
    id: 'one',
    title: { 'zh-CN': '已轮换入驻的工作队', bo: 'བརྗེ་རེས་བྱས་ཟིན་པའི་རུ་ཁག', en: 'Teams handed over' },
    shows: 'A single number without a dimension.',
    answer: answer([
      metric('teams', { 'zh-CN': '工作队', bo: 'རུ་ཁག', en: 'Teams' }, [1148], {
        code: 'team',
        title: { 'zh-CN': '支', bo: 'རུ་ཁག', en: 'teams' },
        kind: 'count',
      }),
    ]),
    spec: { type: 'bar' },
  },
  {
    id: 'empty',
    title: { 'zh-CN': '没有数据', bo: 'གཞི་གྲངས་མེད།', en: 'No data' },
    shows: 'An answer without rows.',
    answer: answer([periods([]), metric('income', INCOME, [], YUAN)]),
    spec: { type: 'bar' },
  },
  {
    id: 'many',
    title: { 'zh-CN': '五百个村的收入', bo: 'གྲོང་ཚོ་ལྔ་བརྒྱའི་ཡོང་འབབ།', en: 'Income of five hundred villages' },
    shows: 'More rows than can be named: thin bars, every so-manyth named.',
    answer: answer(
      [
        dimension(
          'village',
          { 'zh-CN': '村', bo: 'གྲོང་ཚོ།', en: 'Village' },
          Array.from({ length: 500 }, (_, index) => `${index + 1}`),
        ),
        metric(
          'income',
          INCOME,
          Array.from({ length: 500 }, (_, index) => Math.round(3e6 / (1 + index / 40))),
        ),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'bar' },
  },
];
