import type { Answer } from '@lantu/spec';
import { formatter } from '@lantu/spec/locale';
import { describe, expect, test } from 'vitest';
import { inkBoxes, outside, overlaps } from '../../test/boxes.ts';
import { incomeAnswer } from '../../test/income.ts';
import { tableOf } from '../table/table.ts';
import { estimateText } from '../text/estimate.ts';
import { kpiExamples } from './kpi.example.ts';
import { cardOf, kpi, kpiChangeWords, kpiValueWords } from './kpi.ts';

const zh = formatter('zh-CN');
const card = (answer: Answer, spec = {}) => cardOf(answer, { type: 'kpi', ...spec });
const [period, income] = incomeAnswer().columns;
const columns = (...of: unknown[]) => ({ ...incomeAnswer(), columns: of as Answer['columns'] });

describe('a card', () => {
  test('shows the latest period, beside the one just before it', () => {
    expect(card(incomeAnswer())).toMatchObject({
      latest: { row: 1, period: '2024', value: 2_160_000 },
      before: { period: '2023', value: 1_400_000 },
    });
  });

  test('knows the latest in time, whatever the order of rows', () => {
    const backwards = incomeAnswer().columns.map((column) => ({ ...column, values: [...column.values].reverse() }));
    const { latest, points } = card(columns(...backwards));
    expect(latest).toEqual({ row: 0, period: '2024', value: 2_160_000 });
    expect(points.map((each) => each.period)).toEqual(['2023', '2024']);
  });

  test('compares neither across a gap, nor with a missing number, nor a single period', () => {
    expect(card(columns({ ...period, values: ['2020', '2024'] }, income)).before).toBeNull();
    expect(card(incomeAnswer([null, 5])).before).toBeNull();
    expect(card(incomeAnswer([5, null]))).toMatchObject({ before: null, latest: { value: null } });
    expect(card(incomeAnswer([5]))).toMatchObject({ before: null, latest: { value: 5, period: '2023' } });
  });

  test('without time is one number; several of them are refused', () => {
    const one = { ...columns({ ...income, values: [300] }), rowCount: 1 };
    expect(card(one)).toMatchObject({ latest: { row: 0, period: null, value: 300 }, before: null });
    expect(() => card(columns(income))).toThrow('one number a period');
  });

  test('refuses several numbers a period, with the dimensions that lead to them', () => {
    expect(() => card(columns({ ...period, values: ['2024', '2024'] }, income))).toThrow('received "period"');
  });

  test('says which columns there are where one is not', () => {
    expect(() => card(incomeAnswer(), { y: 'outcome' })).toThrow(
      'chart.y: the answer has no such metric; received "outcome"; allowed "income"',
    );
    expect(() => card(incomeAnswer(), { x: 'income' })).toThrow(
      'chart.x: the answer has no such time dimension; received "income"; allowed "period"',
    );
  });
});

describe('its words', () => {
  const value = (answer: Answer) => kpiValueWords(answer, card(answer), zh);
  const change = (answer: Answer) => kpiChangeWords(card(answer), zh);

  test('never leave out how exactly the number is known', () => {
    expect(value(incomeAnswer([300], [{ exactness: 'more-than' }]))).toMatchObject({
      prefix: '超过',
      number: '300',
      unit: '元',
      suffix: '',
    });
    expect(value(incomeAnswer([300], [{ exactness: 'at-least' }]))).toMatchObject({ prefix: '', suffix: '以上' });
  });

  test('say why there is no number', () => {
    expect(value(incomeAnswer([1, null], [{}, { statuses: ['Q'] }]))).toBe('为保护个人信息不予公布');
  });

  test('judge a change by the metric, and give no percentage from zero', () => {
    const better = columns(period, { ...income, better: 'less' });
    expect(change(better)).toEqual({ signed: '▲ +54.3%', judged: 'bad', phrase: '较2023年增长54.3%' });
    expect(change(incomeAnswer([200, 150]))).toEqual({ signed: '▼ −25%', judged: null, phrase: '较2023年下降25%' });
    expect(change(incomeAnswer([0, 150]))).toMatchObject({ signed: null, phrase: '较2023年增加150元' });
    expect(change(incomeAnswer([200, 200]))).toMatchObject({ signed: null, judged: null, phrase: '与2023年持平' });
    expect(change(incomeAnswer([200]))).toBeNull();
  });
});

describe('its picture', () => {
  const textOf = (answer: Answer, id: string) =>
    kpi
      .build(answer, { type: 'kpi' }, { locale: 'zh-CN', widthPx: 360, measure: estimateText })
      .texts.find((each) => each.id === id)?.lines;

  test.each(kpiExamples)('of $id keeps its texts inside and apart in every language, width and size', (example) => {
    for (const locale of ['zh-CN', 'bo', 'en'] as const) {
      for (const size of ['regular', 'large'] as const) {
        for (const widthPx of [240, 280, 360, 640]) {
          const title = formatter(locale).textIn(example.title);
          const env = { locale, size, widthPx, measure: estimateText, title, sources: true, paddingPx: 16 };
          const scene = kpi.build(example.answer, example.spec, env);
          const boxes = inkBoxes(scene);
          expect(overlaps(boxes), `${locale} ${size} ${widthPx}`).toEqual([]);
          expect(outside(boxes, scene), `${locale} ${size} ${widthPx}`).toEqual([]);
          const { spark } = scene;
          if (!spark) continue;
          const { widthPx: width, heightPx: height } = spark.scene;
          const drawn = { id: 'spark', x: spark.x, y: spark.y, width, height };
          expect(overlaps([...boxes, drawn]), `${locale} ${size} ${widthPx}`).toEqual([]);
          expect(outside([drawn], scene)).toEqual([]);
        }
      }
    }
  });

  test('has number and unit apart, the period, and the change in words', () => {
    expect(textOf(incomeAnswer(), 'value')).toEqual(['216']);
    expect(textOf(incomeAnswer(), 'value-after')).toEqual(['万元']);
    expect(textOf(incomeAnswer(), 'period')).toEqual(['2024年']);
    expect(textOf(incomeAnswer(), 'signed')).toEqual(['▲ +54.3%']);
    expect(textOf(incomeAnswer(), 'change')).toEqual(['较2023年增长54.3%']);
  });

  test('of no rows says so', () => {
    expect(textOf(incomeAnswer([]), 'empty')).toEqual([zh.text('empty')]);
  });

  test('shrinks a number that would not fit', () => {
    const scene = kpi.build(
      incomeAnswer([123_456_789_012]),
      { type: 'kpi' },
      { locale: 'en', widthPx: 240, size: 'large', measure: estimateText },
    );
    expect(outside(inkBoxes(scene), scene)).toEqual([]);
    expect(scene.texts.find(({ id }) => id === 'value')?.fontSize).toBeLessThan(52);
  });

  test('has a table and a summary as every chart', () => {
    const scene = kpi.build(incomeAnswer(), { type: 'kpi' }, { locale: 'zh-CN', widthPx: 360, measure: estimateText });
    expect(tableOf(scene).rows).toHaveLength(2);
    expect(scene.summary).toContain('增长54.3%');
  });
});
