import { describe, expect, test } from 'vitest';
import type { Mark } from '../mark.ts';
import type { SceneSeries } from '../scene.ts';
import { type MarkGrid, stepOf, stepTo } from './cursor.ts';
import { markAt } from './pointing.ts';

function gridOf(positions: number, lines: number, direction: MarkGrid['direction'] = 'horizontal'): MarkGrid {
  const series = Array.from(
    { length: lines },
    (_, index): SceneSeries => ({ id: `s${index}`, title: '', colour: 1, texture: 0 }),
  );
  const marks = Array.from({ length: positions * lines }, (_, index): Mark => {
    const [position, line] = [Math.floor(index / lines), index % lines];
    const [along, across] = [position * 10, line * 100];
    const [x, y] = direction === 'horizontal' ? [along, across] : [across, along];
    const box = { x: x - 2, y: y - 2, width: 4, height: 4 };
    return {
      id: `${position}/${line}`,
      series: line,
      position,
      row: index,
      column: 'm',
      value: 1,
      status: null,
      x,
      y,
      box,
    };
  });
  return { marks, series, direction };
}
const find = (grid: MarkGrid, id: string): Mark => grid.marks.find((mark) => mark.id === id)!;

describe('keys', () => {
  test('go along the axis from mark to mark and across it from series to series', () => {
    const grid = gridOf(3, 2);
    const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'];
    expect(keys.map((key) => stepOf(key, grid))).toEqual([
      'next',
      'previous',
      'next-series',
      'previous-series',
      'first',
      'last',
      'page-forward',
      'page-back',
    ]);
  });

  test('turn with the axis', () => {
    const grid = gridOf(3, 2, 'vertical');
    expect([stepOf('ArrowDown', grid), stepOf('ArrowRight', grid)]).toEqual(['next', 'next-series']);
  });

  test('all go from mark to mark where there is one series', () => {
    const grid = gridOf(3, 1);
    expect([stepOf('ArrowDown', grid), stepOf('ArrowUp', grid)]).toEqual(['next', 'previous']);
  });

  test('of other kinds mean nothing', () => {
    const grid = gridOf(3, 1);
    expect([stepOf('a', grid), stepOf('Enter', grid), stepOf('constructor', grid)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('steps', () => {
  const grid = gridOf(40, 2);

  test.each([
    ['next', '5/1', '6/1'],
    ['previous', '5/1', '4/1'],
    ['previous', '0/1', '0/1'],
    ['next', '39/0', '39/0'],
    ['next-series', '5/0', '5/1'],
    ['next-series', '5/1', '5/1'],
    ['previous-series', '5/1', '5/0'],
    ['first', '5/1', '0/1'],
    ['last', '5/1', '39/1'],
    ['page-forward', '5/1', '9/1'],
    ['page-back', '2/1', '0/1'],
  ] as const)('%s from %s leads to %s', (step, from, to) => {
    expect(stepTo(grid, find(grid, from), step)?.id).toBe(to);
  });

  test('from nowhere lead to the first mark, or to the last', () => {
    expect(stepTo(grid, null, 'next')?.id).toBe('0/0');
    expect(stepTo(grid, null, 'last')?.id).toBe('39/0');
  });

  test('lead nowhere in an empty chart', () => {
    expect(stepTo(gridOf(0, 0), null, 'next')).toBeUndefined();
    expect(markAt(gridOf(0, 0), 1, 1)).toBeUndefined();
  });
});

describe('a pointer', () => {
  test.each(['horizontal', 'vertical'] as const)(
    'means the nearest position along a %s axis, and there the nearest mark',
    (direction) => {
      const grid = gridOf(5, 3, direction);
      const at = (along: number, across: number) =>
        direction === 'horizontal' ? markAt(grid, along, across) : markAt(grid, across, along);
      expect(at(21, 108)?.id).toBe('2/1');
      expect(at(-500, 290)?.id).toBe('0/2');
      expect(at(36, -40)?.id).toBe('4/0');
    },
  );
});
