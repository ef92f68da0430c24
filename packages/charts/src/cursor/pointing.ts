import type { Box } from '../mark.ts';
import type { Scene } from '../scene.ts';
import type { MarkGrid } from './cursor.ts';

/** What of a scene a pointer needs. */
export interface PointedScene<M extends { readonly box: Box }>
  extends MarkGrid<M>,
    Pick<Scene, 'widthPx' | 'heightPx' | 'plot'> {}

/** How far outside the axes, along the main one, a pointer still means a mark. */
const MARGIN_PX = 12;

/** How large a picture of `scene` is drawn that fills `box` from its top left corner, undistorted: pixels a pixel of the scene. */
export function scaleOf(
  { widthPx, heightPx }: Pick<Scene, 'widthPx' | 'heightPx'>,
  box: Pick<Box, 'width' | 'height'>,
): number {
  return Math.min(box.width / widthPx, box.height / heightPx);
}

/** The mark that a pointer means in a picture of `scene` that fills `box`; undefined before and after the axis, and where there is no picture. */
export function markUnder<M extends { readonly box: Box }>(
  scene: PointedScene<M>,
  box: Box,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): M | undefined {
  const scale = scaleOf(scene, box);
  if (scale === 0) return undefined;
  const [x, y] = [(clientX - box.x) / scale, (clientY - box.y) / scale];
  const { plot, direction } = scene;
  const isBeside =
    direction === 'horizontal'
      ? outside(x, plot.x, plot.width) > MARGIN_PX || y < plot.y - MARGIN_PX
      : outside(y, plot.y, plot.height) > MARGIN_PX;
  return isBeside ? undefined : markAt(scene, x, y);
}

/**
 * The mark that a pointer at (`x`, `y`), in the scene's pixels, means: at the nearest position along the main axis, the one nearest to
 * the pointer. Undefined where there is none.
 */
export function markAt<M extends { readonly box: Box }>(
  { marks, direction, series }: MarkGrid<M>,
  x: number,
  y: number,
): M | undefined {
  const positions = slotCentres(marks, direction, series.length);
  if (positions.length === 0) return undefined;
  const slot = nearest(positions, direction === 'horizontal' ? x : y);
  let best: M | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < series.length; index += 1) {
    const mark = marks[slot * series.length + index];
    if (!mark) continue;
    const distance = Math.hypot(outside(x, mark.box.x, mark.box.width), outside(y, mark.box.y, mark.box.height));
    if (distance < least) [best, least] = [mark, distance];
  }
  return best;
}

/** Which of `positions`, which ascend, is nearest to `at`: of two that are equally near, the later. */
function nearest(positions: readonly number[], at: number): number {
  let [low, high] = [0, positions.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const border = ((positions[middle] ?? 0) + (positions[middle + 1] ?? 0)) / 2;
    if (border <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Marks = readonly { readonly box: Box }[];
const centres = new WeakMap<Marks, readonly number[]>();

/** The middle of each position's marks along the main axis; kept, for a pointer asks again at every move. */
function slotCentres(marks: Marks, direction: Scene['direction'], count: number): readonly number[] {
  let known = centres.get(marks);
  if (!known) {
    known = Array.from({ length: count ? marks.length / count : 0 }, (_, slot) => {
      const [first, last] = [marks[slot * count]?.box, marks[slot * count + count - 1]?.box];
      if (!first || !last) return 0;
      return direction === 'horizontal' ? (first.x + last.x + last.width) / 2 : (first.y + last.y + last.height) / 2;
    });
    centres.set(marks, known);
  }
  return known;
}

function outside(at: number, from: number, length: number): number {
  return Math.max(from - at, 0, at - from - length);
}
