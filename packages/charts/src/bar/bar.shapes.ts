import type { Box, Mark } from '../mark.ts';
import { px } from '../picture/number.ts';
import { isUncertain, type Pivot } from '../pivot/pivot.ts';
import type { MarkLook, SceneSeries } from '../scene.ts';
import { type Bands, DENSE_BELOW } from './bar.bands.ts';
import type { BarShape, Silhouette } from './bar.scene.ts';
import type { Spans } from './bar.spans.ts';

export interface ShapeOptions {
  readonly grid: Pivot;
  readonly series: readonly SceneSeries[];
  readonly spans: Spans;
  readonly bands: Bands;
  readonly stacked: boolean;
  /** Pixels of a value. */
  readonly scale: (value: number) => number;
  readonly vertical: boolean;
  /** Whether the sign for "no value" points where negative bars do: where the axis ends at zero. */
  readonly gapsBack: boolean;
  /** How long the sign for "no value" is, in pixels. */
  readonly gapLength: number;
}

export interface BarShapes {
  readonly marks: readonly Mark[];
  readonly bars: readonly BarShape[];
  readonly silhouettes: readonly Silhouette[];
}

const ZERO_LENGTH = 2;
const LEAST_LENGTH = 1;

/** Every cell's mark, and the bars that are drawn for them. */
export function shapesOf(options: ShapeOptions): BarShapes {
  const { grid, series, bands } = options;
  const marks: Mark[] = [];
  const bars: BarShape[] = [];
  const dense = bands.step < DENSE_BELOW;
  for (const [position, slot] of grid.slots.entries()) {
    let gapDrawn = false;
    for (const [index, line] of series.entries()) {
      const cell = grid.cell(index, position);
      const { box, end } = boxOf(options, index, position, cell.value);
      const id = `${slot.id} ${line.id}`;
      const [x, y] = options.vertical ? [box.x + box.width / 2, end] : [end, box.y + box.height / 2];
      const { row, value, status } = cell;
      marks.push({ id, series: index, position, row, column: cell.column.name, value, status, x, y, box });
      const look: MarkLook = value === null ? 'gap' : isUncertain(status) ? 'uncertain' : 'plain';
      const hidden = options.stacked && (value === 0 || (look === 'gap' && gapDrawn));
      gapDrawn ||= look === 'gap';
      if (!dense && !hidden) bars.push({ id, box, look, colour: line.colour, texture: line.texture });
    }
  }
  return { marks, bars, silhouettes: dense ? silhouettesOf(options, marks) : [] };
}

function boxOf(
  options: ShapeOptions,
  series: number,
  position: number,
  value: number | null,
): { box: Box; end: number } {
  const { spans, bands, scale, vertical, stacked, gapLength, gapsBack } = options;
  const span = spans.of(series, position);
  const top = value === null && stacked ? (spans.ends[position]?.high ?? 0) : span.from;
  const [from, to] = [scale(top), scale(span.to)];
  const forward = vertical ? -1 : 1;
  const least = value === null ? gapLength : value === 0 ? ZERO_LENGTH : LEAST_LENGTH;
  const sign = (value === null ? gapsBack : value < 0) ? -forward : forward;
  const end = value === null ? from + sign * gapLength : Math.abs(to - from) < least ? from + sign * least : to;
  const start = bands.start(position, stacked ? 0 : series);
  const [near, length] = [Math.min(from, end), Math.abs(end - from)];
  return {
    end,
    box: vertical
      ? { x: start, y: near, width: bands.thickness, height: length }
      : { x: near, y: start, width: length, height: bands.thickness },
  };
}

function silhouettesOf({ series, vertical }: ShapeOptions, marks: readonly Mark[]): Silhouette[] {
  return series.map(({ id, colour }, index) => {
    const path = marks
      .filter((mark) => mark.series === index && mark.value !== null)
      .map(({ box: { x, y, width, height } }) => {
        const [w, h] = vertical ? [Math.max(width, 0.5), height] : [width, Math.max(height, 0.5)];
        return `M${px(x)},${px(y)}h${px(w)}v${px(h)}h${px(-w)}z`;
      })
      .join('');
    return { id, colour, path };
  });
}
