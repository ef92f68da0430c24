import { describe, expect, test } from 'vitest';
import { answer, dimension, INCOME, metric, periods } from '../examples/answer.ts';
import { tableOf } from '../table/table.ts';
import { sparkline } from './sparkline.ts';

const env = { locale: 'zh-CN', widthPx: 120 } as const;
const years = (count: number) => Array.from({ length: count }, (_, index) => String(2000 + index));
const build = (of: ReturnType<typeof answer>) => sparkline.build(of, { type: 'kpi' }, env);

describe('a small series', () => {
  test('of a few periods is bars from zero, as high as their values', () => {
    const { bars, lines } = build(
      answer([periods(['2023', '2024']), metric('income', INCOME, [1_400_000, 2_160_000])]),
    );
    expect(lines).toEqual([]);
    expect(bars[0]!.box.height / bars[1]!.box.height).toBeCloseTo(140 / 216, 12);
  });

  test('of many periods is a line whose last value is a point', () => {
    const { bars, lines, points, marks } = build(
      answer([periods(years(30)), metric('income', INCOME, years(30).map(Number))]),
    );
    expect(bars).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(points.at(-1)?.id).toBe(marks.at(-1)?.id);
  });

  test('keeps its marks inside its width and height', () => {
    const { marks, widthPx, heightPx } = build(
      answer([
        periods(years(30)),
        metric(
          'income',
          INCOME,
          years(30).map((_, index) => index - 9),
        ),
      ]),
    );
    for (const { x, y } of marks) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(widthPx);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(heightPx);
    }
  });

  test('has words and a table as every chart', () => {
    const scene = build(answer([periods(['2023', '2024']), metric('income', INCOME, [1_400_000, 2_160_000])]));
    expect(scene.summary).toContain('增长54.3%');
    expect(tableOf(scene).rows).toHaveLength(2);
  });

  test('of no rows has no marks', () => {
    expect(build(answer([periods([]), metric('income', INCOME, [])])).marks).toEqual([]);
  });

  test('is refused without a time', () => {
    const of = answer([dimension('area', { 'zh-CN': '地区' }, ['a']), metric('income', INCOME, [1])]);
    expect(() => build(of)).toThrow('a small series runs along time');
  });
});
