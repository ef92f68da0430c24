import { expect, test } from 'vitest';
import { incomeAnswer, withValues } from '../../test/income.ts';
import { buildKpi } from './kpi.build.ts';

const kpi = (answer: typeof incomeAnswer, spec = {}) => buildKpi(answer, { type: 'kpi', ...spec });

test('The latest period is shown, beside the one just before it.', () => {
  expect(kpi(incomeAnswer)).toMatchObject({
    latest: { row: 1, period: '2024', value: 2_160_000 },
    before: { period: '2023', value: 1_400_000 },
  });
});

test('The latest is the latest in time, whatever the order of rows.', () => {
  const columns = incomeAnswer.columns.map((column) => ({ ...column, values: [...column.values].reverse() }));
  const { latest, points } = kpi({ ...incomeAnswer, columns: columns as never });
  expect(latest).toEqual({ row: 0, period: '2024', value: 2_160_000 });
  expect(points.map(({ period }) => period)).toEqual(['2023', '2024']);
});

test('There is no comparison across a gap, with a missing number, or with a single period.', () => {
  const [period, income] = incomeAnswer.columns;
  const apart = { ...incomeAnswer, columns: [{ ...period, values: ['2020', '2024'] }, income] as never };
  expect(kpi(apart).before).toBeNull();
  expect(kpi(withValues([null, 5])).before).toBeNull();
  expect(kpi(withValues([5, null]))).toMatchObject({ before: null, latest: { value: null } });
  expect(kpi(withValues([5]))).toMatchObject({ before: null, latest: { value: 5, period: '2023' } });
});

test('An answer without time is one number; several of them are refused.', () => {
  const [, income] = incomeAnswer.columns;
  const one = { ...incomeAnswer, rowCount: 1, columns: [{ ...income, values: [300] }] as never };
  expect(kpi(one)).toMatchObject({ latest: { row: 0, period: null, value: 300 }, before: null });
  expect(() => kpi({ ...incomeAnswer, columns: [income] as never })).toThrow('one number a period');
});

test('Several numbers a period are refused, with the dimensions that lead to them.', () => {
  const [period, income] = incomeAnswer.columns;
  const twice = { ...incomeAnswer, columns: [{ ...period, values: ['2024', '2024'] }, income] as never };
  expect(() => kpi(twice)).toThrow('received "period"');
});

test('A column that is not there is an error that lists those that are.', () => {
  expect(() => kpi(incomeAnswer, { y: 'outcome' })).toThrow(
    'chart.y: the answer has no such metric; received "outcome"; allowed "income"',
  );
  expect(() => kpi(incomeAnswer, { x: 'income' })).toThrow(
    'chart.x: the answer has no such time dimension; received "income"; allowed "period"',
  );
});
