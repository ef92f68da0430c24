import { describe, expect, test } from 'vitest';
import type { Mark } from '../mark.ts';
import type { SceneSeries } from '../scene.ts';
import { type MarkGrid, markByKey } from './cursor.ts';
import { markAt } from './pointing.ts';

function gridOf(
  positions: number,
  lines: number,
  direction: MarkGrid<Mark>['direction'] = 'horizontal',
): MarkGrid<Mark> {
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
const find = (grid: MarkGrid<Mark>, id: string): Mark => grid.marks.find((mark) => mark.id === id)!;

describe('a key', () => {
  const grid = gridOf(40, 2);

  test.each([
    ['ArrowRight', '5/1', '6/1'],
    ['ArrowLeft', '5/1', '4/1'],
    ['ArrowLeft', '0/1', '0/1'],
    ['ArrowRight', '39/0', '39/0'],
    ['ArrowDown', '5/0', '5/1'],
    ['ArrowDown', '5/1', '5/1'],
    ['ArrowUp', '5/1', '5/0'],
    ['ArrowUp', '5/0', '5/0'],
    ['Home', '5/1', '0/1'],
    ['End', '5/1', '39/1'],
    ['PageDown', '5/1', '9/1'],
    ['PageUp', '2/1', '0/1'],
  ])('%s leads from %s to %s', (key, from, to) => {
    expect(markByKey(grid, find(grid, from), key)?.id).toBe(to);
  });

  test.each([
    ['ArrowDown', '6/1'],
    ['ArrowUp', '4/1'],
    ['ArrowLeft', '5/0'],
    ['PageUp', '1/1'],
    ['End', '39/1'],
  ])('%s leads from 5/1 to %s where the axis runs down', (key, to) => {
    const turned = gridOf(40, 2, 'vertical');
    expect(markByKey(turned, find(turned, '5/1'), key)?.id).toBe(to);
  });

  test.each(['horizontal', 'vertical'] as const)(
    'leads from mark to mark along a %s axis where there is one series',
    (direction) => {
      const single = gridOf(3, 1, direction);
      const to = ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'Home', 'End'].map(
        (key) => markByKey(single, find(single, '1/0'), key)?.id,
      );
      expect(to).toEqual(['2/0', '2/0', '0/0', '0/0', '0/0', '2/0']);
    },
  );

  test('leads from nowhere to the first mark, or to the last', () => {
    expect(markByKey(grid, undefined, 'ArrowLeft')?.id).toBe('0/0');
    expect(markByKey(grid, undefined, 'End')?.id).toBe('39/0');
  });

  test('of another kind leads nowhere', () => {
    expect(['a', 'Enter', 'constructor'].map((key) => markByKey(grid, grid.marks[3], key))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('leads nowhere in an empty chart', () => {
    expect(markByKey(gridOf(0, 0), undefined, 'End')).toBeUndefined();
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
