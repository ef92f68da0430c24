import type { Mark, Scene } from '../scene.ts';

/** Where a cursor among the marks can go in one step. */
export const CURSOR_STEPS = [
  'next',
  'previous',
  'next-series',
  'previous-series',
  'first',
  'last',
  'page-forward',
  'page-back',
] as const;
export type CursorStep = (typeof CURSOR_STEPS)[number];

/** What of a scene a cursor needs. Its marks are a full grid: every series at every position. */
export type MarkGrid = Pick<Scene, 'marks' | 'direction' | 'series'>;

const PAGES = 10;
const STEP_OF_KEY: Readonly<Record<string, CursorStep>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'next-series',
  ArrowUp: 'previous-series',
  Home: 'first',
  End: 'last',
  PageDown: 'page-forward',
  PageUp: 'page-back',
};
const TURNED: Readonly<Partial<Record<CursorStep, CursorStep>>> = {
  next: 'next-series',
  previous: 'previous-series',
  'next-series': 'next',
  'previous-series': 'previous',
};

/**
 * The step that a key (`KeyboardEvent.key`) asks for: arrows along the main axis go from mark to mark, arrows across it from series
 * to series; with a single series all four go from mark to mark. Undefined for every other key.
 */
export function stepOf(key: string, { direction, series }: MarkGrid): CursorStep | undefined {
  const step = Object.hasOwn(STEP_OF_KEY, key) ? STEP_OF_KEY[key] : undefined;
  if (!step) return undefined;
  const turned = direction === 'vertical' ? (TURNED[step] ?? step) : step;
  if (series.length > 1) return turned;
  return turned === 'next-series' ? 'next' : turned === 'previous-series' ? 'previous' : turned;
}

/**
 * The mark one `step` away from `from`, stopping at the ends of a series and at the first and last series; a page is a tenth of the
 * positions. From nowhere (null) every step leads to the first mark, except `last`. Undefined where the chart has no marks.
 */
export function stepTo(grid: MarkGrid, from: Mark | null, step: CursorStep): Mark | undefined {
  const { marks, series } = grid;
  const positions = marks.length / Math.max(1, series.length);
  if (!from) return step === 'last' ? marks[(positions - 1) * series.length] : marks[0];
  const page = Math.max(1, Math.round(positions / PAGES));
  const along: Readonly<Partial<Record<CursorStep, number>>> = {
    next: from.position + 1,
    previous: from.position - 1,
    first: 0,
    last: positions - 1,
    'page-forward': from.position + page,
    'page-back': from.position - page,
  };
  const line = from.series + (step === 'next-series' ? 1 : step === 'previous-series' ? -1 : 0);
  const position = clamp(along[step] ?? from.position, positions);
  return marks[position * series.length + clamp(line, series.length)];
}

/**
 * The mark that a pointer at (`x`, `y`), in the scene's pixels, means: at the nearest position along the main axis, the one nearest to
 * the pointer. Undefined where there is none.
 */
export function markAt({ marks, direction, series }: MarkGrid, x: number, y: number): Mark | undefined {
  const positions = slotCentres(marks, direction, series.length);
  if (positions.length === 0) return undefined;
  const slot = nearest(positions, direction === 'horizontal' ? x : y);
  let best: Mark | undefined;
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

const centres = new WeakMap<readonly Mark[], readonly number[]>();

/** The middle of each position's marks along the main axis; kept, for a pointer asks again at every move. */
function slotCentres(marks: readonly Mark[], direction: Scene['direction'], count: number): readonly number[] {
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

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}
