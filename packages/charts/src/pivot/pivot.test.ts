import { LantuError } from '@lantu/spec';
import { describe, expect, test } from 'vitest';
import { answer, dimension, INCOME, metric, PERSON, periods } from '../examples/answer.ts';
import { chartColumns } from './columns.ts';
import { pivot } from './pivot.ts';

const area = (values: readonly (string | null)[]) => dimension('area', { 'zh-CN': '地区' }, values);
const gridOf = (of: ReturnType<typeof answer>, names = {}) => pivot(of, chartColumns(of, names));

describe('the columns of a chart', () => {
  const of = answer([
    periods(['2024']),
    area(['a']),
    metric('income', INCOME, [1]),
    metric('cost', INCOME, [2]),
    metric('people', INCOME, [3], PERSON),
  ]);

  test('are the first two dimensions and the first metric, where none is named', () => {
    const { x, series, metrics } = chartColumns(of, {});
    expect([x?.name, series?.name, metrics.map(({ name }) => name)]).toEqual(['period', 'area', ['income']]);
  });

  test('are all metrics of one unit, where there is no second dimension', () => {
    const flat = answer([
      periods(['2024']),
      metric('income', INCOME, [1]),
      metric('people', INCOME, [3], PERSON),
      metric('cost', INCOME, [2]),
    ]);
    expect(chartColumns(flat, {}).metrics.map(({ name }) => name)).toEqual(['income', 'cost']);
    expect(chartColumns(flat, { y: 'people' }).metrics.map(({ name }) => name)).toEqual(['people']);
  });

  test('are the other dimension as series, where the second is along the axis', () => {
    expect(chartColumns(of, { x: 'area' }).series?.name).toBe('period');
  });

  test.each([
    [
      { x: 'year' },
      'chart.x: the chart names a column that the answer does not have; received "year"; allowed "period", "area"',
    ],
    [
      { y: 'area' },
      'chart.y: the chart needs a metric here, and that column is a dimension; received "area"; allowed "income", "cost", "people"',
    ],
    [
      { series: 'cost' },
      'chart.series: the chart needs a dimension here, and that column is a metric; received "cost"; allowed "period", "area"',
    ],
    [
      { x: 'area', series: 'area' },
      'chart.series: the chart uses one column both along its axis and for its series; received "area"; allowed "period"',
    ],
  ])('%o is refused with what is allowed', (names, message) => {
    expect(() => chartColumns(of, names)).toThrow(new LantuError('chart/unsuited', '').constructor as typeof Error);
    expect(() => chartColumns(of, names)).toThrow(message);
  });

  test('are refused where the answer has no number', () => {
    expect(() => chartColumns(answer([area(['a'])]), {})).toThrow('the answer has no metric');
  });
});

describe('the grid of an answer', () => {
  test('keeps categories in the answer’s order, and every combination has a cell', () => {
    const grid = gridOf(
      answer([
        area(['b', 'a', 'b']),
        dimension('kind', { 'zh-CN': '类' }, ['x', 'x', 'y']),
        metric('income', INCOME, [1, 2, 3]),
      ]),
    );
    expect(grid.slots.map(({ value }) => value)).toEqual(['b', 'a']);
    expect(grid.series.map(({ value }) => value)).toEqual(['x', 'y']);
    expect([grid.cell(0, 0), grid.cell(1, 0), grid.cell(1, 1)].map(({ row, value }) => [row, value])).toEqual([
      [0, 1],
      [2, 3],
      [null, null],
    ]);
  });

  test('puts periods in calendar order and the missing ones between them', () => {
    const grid = gridOf(answer([periods(['2024-02', '2023-11'], 'month'), metric('income', INCOME, [2, 1])]));
    expect(grid.slots.map(({ value }) => value)).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(grid.slots.map((_, index) => grid.cell(0, index).value)).toEqual([1, null, null, 2]);
  });

  test('takes what is not finite for no value', () => {
    const grid = gridOf(answer([area(['a', 'b']), metric('income', INCOME, [Number.NaN, Number.POSITIVE_INFINITY])]));
    expect([grid.cell(0, 0).value, grid.cell(0, 1).value]).toEqual([null, null]);
  });

  test('tells the value null, the text "null" and all others of a top-N apart', () => {
    const of = answer([area([null, 'null', null]), metric('income', INCOME, [1, 2, 3])], { othersRows: [2] });
    const grid = gridOf(of);
    expect(grid.slots.map(({ value, others }) => [value, others])).toEqual([
      [null, false],
      ['null', false],
      [null, true],
    ]);
  });

  test('says the status that a reader must know', () => {
    const of = answer([area(['a', 'b']), metric('income', INCOME, [1, null])], { statuses: { income: ['E', 'Q'] } });
    const grid = gridOf(of);
    expect([grid.cell(0, 0).status, grid.cell(0, 1).status]).toEqual(['E', 'Q']);
  });

  test('is refused where a third dimension makes several rows fall on one place', () => {
    const of = answer([
      area(['a', 'a']),
      dimension('kind', { 'zh-CN': '类' }, ['x', 'x']),
      dimension('batch', { 'zh-CN': '批' }, ['1', '2']),
      metric('income', INCOME, [1, 2]),
    ]);
    expect(() => gridOf(of)).toThrow('several rows fall on one place of the chart');
    expect(() => gridOf(of)).toThrow('leave out "batch", or filter it to one value');
  });

  test('is refused where a time value is no period of its grain', () => {
    const of = answer([periods(['2024-05', 'May'], 'month'), metric('income', INCOME, [1, 2])]);
    expect(() => gridOf(of)).toThrow('a value of the time axis is no month');
  });

  test('has the metrics as its places where the answer is one row', () => {
    const grid = gridOf(answer([metric('income', INCOME, [5]), metric('cost', INCOME, [4])]));
    expect(grid.slots.map(({ value }) => value)).toEqual(['income', 'cost']);
    expect([grid.cell(0, 0).value, grid.cell(0, 1).value]).toEqual([5, 4]);
  });
});
