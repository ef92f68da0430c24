import type { BarSpec } from '@lantu/spec';
import type { Chart } from '../scene.ts';
import { buildBar } from './bar.build.ts';
import { renderBar } from './bar.render.ts';
import type { BarScene } from './bar.scene.ts';

/** Bars for one or several series over categories or periods: standing or lying, grouped or stacked. */
export const bar: Chart<BarSpec, BarScene> = { type: 'bar', build: buildBar, render: renderBar };

export type { BarScene, BarShape, Silhouette } from './bar.scene.ts';
