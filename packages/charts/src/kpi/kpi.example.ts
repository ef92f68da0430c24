import type { KpiSpec } from '@lantu/spec';
import { answer, INCOME, metric, PERSON, periods } from '../examples/answer.ts';
import type { ChartExample } from '../examples/example.ts';

const MATTERS = { 'zh-CN': '办结事项', bo: 'དོན་གནད།', en: 'Matters settled' };
const POOR = { 'zh-CN': '识别的边缘户', bo: 'ངོས་འཛིན་བྱས་པའི་མཐའ་མཚམས་དུད་ཚང་།', en: 'Households found at risk' };

export const kpiExamples: readonly ChartExample<KpiSpec>[] = [
  {
    id: 'income',
    title: {
      'zh-CN': '扎日南木措社区集体经济收入',
      bo: 'བཀྲ་རི་གནམ་མཚོ་སྡེ་ཁུལ་གྱི་ཐུན་མོང་དཔལ་འབྱོར་ཡོང་འབབ།',
      en: 'Collective income of the Zhari Namco community',
    },
    shows: 'The latest number, its change, two periods in small.',
    answer: answer([periods(['2023', '2024']), metric('income', INCOME, [1_400_000, 2_160_000])]),
    spec: { type: 'kpi' },
  },
  {
    id: 'months',
    title: { 'zh-CN': '全县办结事项', bo: 'རྫོང་ཡོངས་ཀྱི་དོན་གནད།', en: 'Matters settled in the county' },
    shows: 'More than ten periods are a line; simulated numbers say so.',
    answer: answer(
      [
        periods(
          Array.from(
            { length: 24 },
            (_, index) => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
          ),
          'month',
        ),
        metric(
          'matters',
          MATTERS,
          Array.from({ length: 24 }, (_, index) => 900 + ((index * 137) % 400)),
          PERSON,
        ),
      ],
      { natures: ['simulated'] },
    ),
    spec: { type: 'kpi' },
  },
  {
    id: 'single',
    title: POOR,
    shows: 'A single number that is known as "more than".',
    answer: answer([metric('households', POOR, [300], PERSON)], {
      cells: {
        households: [{ origins: [], natures: ['transcribed'], statuses: ['A'], quotes: [], exactness: 'more-than' }],
      },
    }),
    spec: { type: 'kpi' },
  },
  {
    id: 'missing',
    title: MATTERS,
    shows: 'No number, and why.',
    answer: answer([periods(['2023', '2024']), metric('matters', MATTERS, [12, null], PERSON)], {
      statuses: { matters: [null, 'Q'] },
    }),
    spec: { type: 'kpi' },
  },
];
