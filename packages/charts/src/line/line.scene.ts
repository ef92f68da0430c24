import type { Box } from '../mark.ts';
import type { MarkLook, Scene } from '../scene.ts';

/** The lines of one series in one look; they break where there is no value. */
export interface LineShape {
  readonly id: string;
  /** Index in {@link Scene.series}. */
  readonly series: number;
  readonly look: MarkLook;
  /** An SVG path. */
  readonly path: string;
}

/** A value that is drawn as a point. Its `id` is its mark's. */
export interface PointShape {
  readonly id: string;
  readonly series: number;
  readonly look: MarkLook;
  readonly x: number;
  readonly y: number;
}

export interface LineScene extends Scene {
  readonly type: 'line';
  readonly lines: readonly LineShape[];
  readonly points: readonly PointShape[];
  /** Stretches of the axis where no series has a value. */
  readonly gaps: readonly (Box & { readonly id: string })[];
}
