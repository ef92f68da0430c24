import type { Box, Mark, MarkText } from '../mark.ts';
import type { Scene } from '../scene.ts';
import type { PointedScene } from './pointing.ts';

/** A mark of a picture that answers a pointer without its scene. */
export interface PictureMark extends Pick<Mark, 'id' | 'x' | 'y' | 'box'> {
  readonly text: Omit<MarkText, 'announcement'>;
}

/** The marks of a picture and what is said of them and of it, as JSON that travels beside it. Lengths are the scene's pixels, to a tenth. */
export interface PictureMarks extends Pick<Scene, 'widthPx' | 'heightPx' | 'direction'> {
  /** In which windows it is this picture, as a media query; left out: in all that no picture before it is for. */
  readonly media?: string;
  /** What kind of thing it is, in a word. */
  readonly chart: string;
  /** Which keys lead through its marks. */
  readonly help: string;
  /** The rectangle between the axes: its left and top edge, width and height. */
  readonly plot: readonly [number, number, number, number];
  /** How many marks there are at each position. */
  readonly series: number;
  /** In the scene's order: where a tooltip points (x, y); the box (left, top, width, height); label, value, note, series. */
  readonly marks: readonly (readonly [
    ...place: readonly [number, number, number, number, number, number],
    label: string,
    value: string,
    note?: string | null,
    series?: string | null,
  ])[];
}

/** What a pointer and a cursor need of a picture without its scene. */
export interface PictureScene extends PointedScene<PictureMark>, Pick<PictureMarks, 'media' | 'chart' | 'help'> {}

/** What of `scene` is to travel with its picture; undefined where it has no marks. */
export function pictureMarks(scene: Scene): PictureMarks | undefined {
  const { widthPx, heightPx, direction, plot, series, marks } = scene;
  if (marks.length === 0) return undefined;
  const { text } = scene.figures.words.format;
  return {
    chart: text('chart'),
    // Of the keys that a widget has: nothing is chosen in a still.
    help: text('keyboard.still'),
    widthPx,
    heightPx,
    direction,
    plot: edges(plot),
    series: series.length,
    marks: marks.map((mark) => {
      const { label, value, note, series: line } = scene.describe(mark);
      const place = [rounded(mark.x), rounded(mark.y), ...edges(mark.box), label, value] as const;
      if (line !== null) return [...place, note, line];
      return note === null ? place : [...place, note];
    }),
  };
}

/** What {@link pictureMarks} wrote, for a pointer and a cursor. */
export function pointedScene({ plot, series, marks, ...picture }: PictureMarks): PictureScene {
  return {
    ...picture,
    plot: boxOf(plot),
    series: { length: series },
    marks: marks.map(([x, y, left, top, width, height, label, value, note = null, line = null], index) => ({
      id: String(index),
      x,
      y,
      box: boxOf([left, top, width, height]),
      text: { label, value, note, series: line },
    })),
  };
}

function edges({ x, y, width, height }: Box): PictureMarks['plot'] {
  return [rounded(x), rounded(y), rounded(width), rounded(height)];
}

function boxOf([x, y, width, height]: PictureMarks['plot']): Box {
  return { x, y, width, height };
}

function rounded(lengthPx: number): number {
  return Math.round(lengthPx * 10) / 10;
}
