import { min } from 'd3-array';
import type { Box, Mark } from '../mark.ts';
import { px } from '../picture/number.ts';
import { isUncertain, type Pivot } from '../pivot/pivot.ts';
import type { MarkLook, SceneSeries } from '../scene.ts';
import type { LineOptions } from './line.options.ts';
import type { LineScene, LineShape, PointShape } from './line.scene.ts';

export interface LineShapeOptions {
  readonly grid: Pivot;
  readonly series: readonly SceneSeries[];
  readonly xs: readonly number[];
  readonly scale: (value: number) => number;
  readonly plot: Box;
  readonly points: LineOptions['points'];
}

const POINTS_FROM = 14;
const MOST_POINTED = 3;
const RADIUS = 6;

type Place = [number, number];

/** Every cell's mark; lines between neighbouring values, straight; points; and the stretches without any value. */
export function lineShapes(options: LineShapeOptions): Pick<LineScene, 'marks' | 'lines' | 'points' | 'gaps'> {
  const { grid, series } = options;
  const marks = marksOf(options);
  const lines: LineShape[] = [];
  const points: PointShape[] = [];
  for (const [index, { id }] of series.entries()) {
    const own = marks.filter((mark) => mark.series === index);
    const runs = runsOf(own, grid);
    for (const look of ['plain', 'uncertain'] as const) {
      const path = runs.flatMap((run) => stretches(run, look)).map(straight);
      if (path.length > 0) lines.push({ id: `${id} ${look}`, series: index, look, path: path.join('') });
    }
    points.push(...pointsOf(runs, options));
  }
  return { marks, lines, points, gaps: gapsOf(options) };
}

function marksOf({ grid, series, xs, scale, plot }: LineShapeOptions): Mark[] {
  return grid.slots.flatMap((slot, position) =>
    series.map((each, index): Mark => {
      const { row, column, value, status } = grid.cell(index, position);
      const x = xs[position] ?? plot.x;
      const y = value === null ? plot.y + plot.height - RADIUS : scale(value);
      const box = { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS };
      return {
        id: `${slot.id} ${each.id}`,
        series: index,
        position,
        row,
        column: column.name,
        value,
        status,
        x,
        y,
        box,
      };
    }),
  );
}

/** Joined by straight lines: no curve claims values between two periods. */
function straight(places: readonly Place[]): string {
  return `M${places.map(([x, y]) => `${px(x)},${px(y)}`).join('L')}`;
}

/** Marks with values whose periods follow each other. */
function runsOf(marks: readonly Mark[], { grain, slots }: Pivot): Mark[][] {
  const runs: Mark[][] = [];
  let before: Mark | undefined;
  for (const mark of marks) {
    if (mark.value === null) {
      before = undefined;
      continue;
    }
    const apart = grain && before ? (slots[mark.position]?.at ?? 0) - (slots[before.position]?.at ?? 0) > 1 : false;
    if (before && !apart) runs.at(-1)?.push(mark);
    else runs.push([mark]);
    before = mark;
  }
  return runs;
}

/** The parts of a run drawn in `look`: a line to or from an uncertain value is uncertain. */
function stretches(run: readonly Mark[], look: MarkLook): Place[][] {
  const parts: Place[][] = [];
  let end: Mark | undefined;
  for (const [index, mark] of run.entries()) {
    const before = run[index - 1];
    if (!before || (isUncertain(before.status) || isUncertain(mark.status)) !== (look === 'uncertain')) continue;
    if (end === before) parts.at(-1)?.push([mark.x, mark.y]);
    else
      parts.push([
        [before.x, before.y],
        [mark.x, mark.y],
      ]);
    end = mark;
  }
  return parts;
}

function pointsOf(runs: readonly (readonly Mark[])[], { xs, points, series }: LineShapeOptions): PointShape[] {
  const closest = min(xs.slice(1), (x, index) => x - (xs[index] ?? 0)) ?? Number.POSITIVE_INFINITY;
  const few = series.length <= MOST_POINTED && closest >= POINTS_FROM;
  const all = points === 'always' || (points === 'auto' && few);
  return runs.flatMap((run) =>
    run
      .filter((mark) => all || run.length === 1 || isUncertain(mark.status))
      .map(({ id, series, x, y, status }): PointShape => {
        return { id, series, x, y, look: isUncertain(status) ? 'uncertain' : 'plain' };
      }),
  );
}

function gapsOf({ grid, series, xs, plot }: LineShapeOptions): LineScene['gaps'] {
  const gaps: (Box & { id: string })[] = [];
  const edge = (position: number): number => {
    const [a, b] = [xs[position - 1], xs[position]];
    if (a === undefined) return plot.x;
    return b === undefined ? plot.x + plot.width : (a + b) / 2;
  };
  let start: number | null = null;
  for (let position = 0; position <= xs.length; position += 1) {
    const empty = position < xs.length && series.every((_, index) => grid.cell(index, position).value === null);
    if (empty) start ??= position;
    else if (start !== null) {
      const [x, end] = [edge(start), edge(position)];
      gaps.push({ id: grid.slots[start]?.id ?? '', x, y: plot.y, width: end - x, height: plot.height });
      start = null;
    }
  }
  return gaps;
}
