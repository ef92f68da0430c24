import type { Box } from '../mark.ts';
import type { MarkLook, Scene } from '../scene.ts';

/** One drawn bar. Its `id` is its mark's. */
export interface BarShape {
  readonly id: string;
  readonly box: Box;
  readonly look: MarkLook;
  readonly colour: number;
  readonly texture: number;
}

/** Bars of one series that are too thin to be drawn one by one, as one outline. */
export interface Silhouette {
  readonly id: string;
  readonly colour: number;
  /** An SVG path. */
  readonly path: string;
}

export interface BarScene extends Scene {
  readonly type: 'bar';
  readonly layout: 'grouped' | 'stacked';
  readonly bars: readonly BarShape[];
  readonly silhouettes: readonly Silhouette[];
}
