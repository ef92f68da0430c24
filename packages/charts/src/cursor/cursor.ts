import type { Scene } from '../scene.ts';

/** What of a scene a cursor needs, of a pointer or of keys. Its marks are a full grid: every series at every position. */
export interface MarkGrid<M> extends Pick<Scene, 'direction'> {
  readonly marks: readonly M[];
  readonly series: { readonly length: number };
}

const PAGES = 10;

/**
 * The mark that a key (`KeyboardEvent.key`) leads to from `from`: arrows along the main axis go from mark to mark, arrows across it from
 * series to series; with a single series all four go from mark to mark. Home and End lead to the first and last position of a series, page
 * keys a tenth of the positions further. They stop at the ends of a series, and at the first and last of these. From nowhere each leads to the
 * first mark, but End. Undefined for every other key, and where the chart has no marks.
 */
export function markByKey<M>(
  { marks, direction, series }: MarkGrid<M>,
  from: M | undefined,
  key: string,
): M | undefined {
  const count = series.length;
  const positions = marks.length / Math.max(1, count);
  const page = Math.max(1, Math.round(positions / PAGES));
  const steps = new Map<string, readonly [along: number, across: number]>([
    ['ArrowRight', [1, 0]],
    ['ArrowLeft', [-1, 0]],
    ['ArrowDown', [0, 1]],
    ['ArrowUp', [0, -1]],
    ['Home', [-positions, 0]],
    ['End', [positions, 0]],
    ['PageDown', [page, 0]],
    ['PageUp', [-page, 0]],
  ]);
  const step = steps.get(key);
  if (!step) return undefined;
  if (!from) return marks[key === 'End' ? (positions - 1) * count : 0];
  let [along, across] = step;
  if (count < 2) [along, across] = [along + across, 0];
  else if (direction === 'vertical' && key.startsWith('Arrow')) [along, across] = [across, along];
  const index = marks.indexOf(from);
  const line = index % count;
  return marks[clamp((index - line) / count + along, positions) * count + clamp(line + across, count)];
}

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}
