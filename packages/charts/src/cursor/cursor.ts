import type { Mark } from '../mark.ts';
import type { Scene } from '../scene.ts';

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

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}
