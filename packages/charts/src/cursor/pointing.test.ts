import { describe, expect, test } from 'vitest';
import { markUnder, type PointedScene, scaleOf } from './pointing.ts';

/** Three marks of 10 by 10, in the middle of three slots of 20, from 100 on. */
function sceneAlong(direction: 'horizontal' | 'vertical') {
  const box = (slot: number) => {
    const along = 105 + slot * 20;
    return direction === 'horizontal'
      ? { x: along, y: 50, width: 10, height: 10 }
      : { x: 50, y: along, width: 10, height: 10 };
  };
  const marks = [0, 1, 2].map((slot) => ({ id: String(slot), box: box(slot) }));
  const plot =
    direction === 'horizontal' ? { x: 100, y: 40, width: 60, height: 30 } : { x: 40, y: 100, width: 30, height: 60 };
  return { widthPx: 200, heightPx: 200, direction, plot, marks, series: [0] } satisfies PointedScene<
    (typeof marks)[number]
  >;
}

const BOX = { x: 1000, y: 500, width: 200, height: 200 };
const at = (x: number, y: number, box = BOX, scale = 1) => ({ clientX: box.x + x * scale, clientY: box.y + y * scale });

describe.each(['horizontal', 'vertical'] as const)('along a %s axis a pointer', (direction) => {
  const scene = sceneAlong(direction);
  const under = (along: number, across: number) =>
    markUnder(scene, BOX, direction === 'horizontal' ? at(along, across) : at(across, along))?.id;

  test('means the mark of its slot, however far across it is', () => {
    expect([under(101, 55), under(121, 55), under(159, 69)]).toEqual(['0', '1', '2']);
    expect(under(130, 199)).toBe('1');
  });

  test('means one within 12 px before and after the axis, and none beyond', () => {
    expect([under(88, 55), under(172, 55)]).toEqual(['0', '2']);
    expect([under(87, 55), under(173, 55)]).toEqual([undefined, undefined]);
  });
});

test('Above the plot of columns there is none: legend and title stand there.', () => {
  const scene = sceneAlong('horizontal');
  expect(markUnder(scene, BOX, at(130, 28))?.id).toBe('1');
  expect(markUnder(scene, BOX, at(130, 27))).toBeUndefined();
});

test('A picture that is drawn smaller, or stands at the left of a wider box, is met where it is drawn.', () => {
  const scene = sceneAlong('horizontal');
  const half = { ...BOX, width: 100, height: 200 };
  expect(scaleOf(scene, half)).toBe(0.5);
  expect(markUnder(scene, half, at(130, 55, half, 0.5))?.id).toBe('1');
  const wide = { ...BOX, width: 900 };
  expect(scaleOf(scene, wide)).toBe(1);
  expect(markUnder(scene, wide, at(130, 55, wide))?.id).toBe('1');
  expect(markUnder(scene, wide, at(600, 55, wide))).toBeUndefined();
});

test('A picture that is not shown has none.', () => {
  expect(markUnder(sceneAlong('horizontal'), { ...BOX, width: 0, height: 0 }, at(0, 0))).toBeUndefined();
});
