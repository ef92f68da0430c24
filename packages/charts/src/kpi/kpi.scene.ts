import type { Scene } from '../scene.ts';
import type { SparklineScene } from '../sparkline/sparkline.ts';

/** A card: one number large, its period and change, and its series in small. It has no marks to move between. */
export interface KpiScene extends Scene {
  readonly type: 'kpi';
  /** The small series and where its upper left corner lies; null for a single number. */
  readonly spark: { readonly x: number; readonly y: number; readonly scene: SparklineScene } | null;
}
