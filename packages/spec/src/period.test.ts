import { describe, expect, it } from 'vitest';
import { firstDayAfter, firstDayOf, recordedTimeGrain, timeGrainsFrom } from './period.ts';

describe('firstDayOf', () => {
  it('gives the first day of a period at each grain', () => {
    expect(firstDayOf('2024-02-29', 'day')).toBe('2024-02-29');
    expect(firstDayOf('2024-12', 'month')).toBe('2024-12-01');
    expect(firstDayOf('2024-Q4', 'quarter')).toBe('2024-10-01');
    expect(firstDayOf('0999', 'year')).toBe('0999-01-01');
  });

  it.each([
    ['2023-02-29', 'day'],
    ['2024-13', 'month'],
    ['2024-00', 'month'],
    ['2024-Q5', 'quarter'],
    ['2024-03', 'year'],
    ['2024', 'month'],
    ['2024-3', 'month'],
    ['2024-03-15T00:00', 'day'],
    ["2024'; --", 'year'],
    ['２０２４', 'year'],
  ] as const)('knows that %s is no %s', (text, grain) => {
    expect(firstDayOf(text, grain)).toBeUndefined();
  });
});

describe('the grains of a field', () => {
  it('begin where it is recorded', () => {
    expect(recordedTimeGrain('yearmonth')).toBe('month');
    expect(recordedTimeGrain('string')).toBeUndefined();
    expect(timeGrainsFrom('month')).toEqual(['month', 'quarter', 'year']);
  });
});

describe('firstDayAfter', () => {
  it('is the day on which the next period begins', () => {
    expect(firstDayAfter('2024-02-29', 'day')).toBe('2024-03-01');
    expect(firstDayAfter('2024-12', 'month')).toBe('2025-01-01');
    expect(firstDayAfter('2024-Q4', 'quarter')).toBe('2025-01-01');
    expect(firstDayAfter('2024', 'year')).toBe('2025-01-01');
    expect(firstDayAfter('9999', 'year')).toBe('10000-01-01');
    expect(firstDayAfter('2024', 'month')).toBeUndefined();
  });
});
