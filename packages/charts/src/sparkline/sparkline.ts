import type { KpiSpec } from '@lantu/spec';
import type { Chart } from '../scene.ts';
import { buildSparkline } from './sparkline.build.ts';
import { renderSparkline } from './sparkline.render.ts';
import type { SparklineScene } from './sparkline.scene.ts';

/** A small series along time for a KPI card. */
export const sparkline = {
  type: 'sparkline',
  build: buildSparkline,
  render: renderSparkline,
} satisfies Chart<KpiSpec, SparklineScene>;

export type { SparklineScene } from './sparkline.scene.ts';
