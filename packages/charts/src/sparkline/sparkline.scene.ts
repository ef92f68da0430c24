import type { BarShape } from '../bar/bar.scene.ts';
import type { LineShape, PointShape } from '../line/line.scene.ts';
import type { Scene } from '../scene.ts';

/** A small series: bars for a few periods, else a line. Of both, only one has shapes. */
export interface SparklineScene extends Scene {
  readonly type: 'sparkline';
  /** All but the last are drawn faint. */
  readonly bars: readonly BarShape[];
  readonly lines: readonly LineShape[];
  readonly points: readonly PointShape[];
}
