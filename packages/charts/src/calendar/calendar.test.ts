import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarSteps, calendarTicks, periodAt, periodNumber } from './calendar.ts';

test.each([
  ['2024', 'year', 2024],
  ['2024-Q1', 'quarter', 8096],
  ['2024-12', 'month', 24299],
  ['1970-01-02', 'day', 1],
] as const)('%s at %s is period %i, and back', (iso, grain, number) => {
  expect(periodNumber(iso, grain)).toBe(number);
  expect(periodAt(number, grain)).toBe(iso);
});

test('periods that follow each other have numbers that follow each other, across years and leap days', () => {
  expect(periodNumber('2024-01', 'month') - periodNumber('2023-12', 'month')).toBe(1);
  expect(periodNumber('2024-Q1', 'quarter') - periodNumber('2023-Q4', 'quarter')).toBe(1);
  expect(periodNumber('2024-03-01', 'day') - periodNumber('2024-02-28', 'day')).toBe(2);
});

test('every number of a period comes back from its text', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('year', 'quarter', 'month', 'day'),
      fc.integer({ min: 1000, max: 9999 }),
      (grain, number) => {
        expect(periodNumber(periodAt(number, grain), grain)).toBe(number);
      },
    ),
  );
});

test('what is no period has no number', () => {
  expect(periodNumber('2024-13-40', 'day')).toBeNaN();
  expect(periodNumber('spring', 'month')).toBeNaN();
});

test('ticks of a coarser step stand at the first period of theirs', () => {
  const [first, last] = [periodNumber('2023-05', 'month'), periodNumber('2025-02', 'month')];
  expect(calendarTicks(first, last, 'month', { grain: 'year', every: 1 })).toEqual([
    { number: periodNumber('2024-01', 'month'), iso: '2024', grain: 'year' },
    { number: periodNumber('2025-01', 'month'), iso: '2025', grain: 'year' },
  ]);
  expect(calendarTicks(first, last, 'month', { grain: 'month', every: 6 }).map(({ iso }) => iso)).toEqual([
    '2023-07',
    '2024-01',
    '2024-07',
    '2025-01',
  ]);
});

test('days are ticked at whole months once weeks are too many', () => {
  const [first, last] = [periodNumber('2023-12-20', 'day'), periodNumber('2024-03-02', 'day')];
  const months = calendarSteps('day').find(({ grain }) => grain === 'month');
  expect(calendarTicks(first, last, 'day', months!)).toEqual([
    { number: periodNumber('2024-01-01', 'day'), iso: '2024-01', grain: 'month' },
    { number: periodNumber('2024-02-01', 'day'), iso: '2024-02', grain: 'month' },
    { number: periodNumber('2024-03-01', 'day'), iso: '2024-03', grain: 'month' },
  ]);
});
