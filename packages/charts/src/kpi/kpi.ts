import type { KpiSpec } from '@lantu/spec';
import type { Chart } from '../scene.ts';
import { buildKpi } from './kpi.build.ts';
import { renderKpi } from './kpi.render.ts';
import type { KpiScene } from './kpi.scene.ts';

/** A card: one number large with its period, change and small series. */
export const kpi: Chart<KpiSpec, KpiScene> = { type: 'kpi', build: buildKpi, render: renderKpi };

export { cardOf, type KpiCard, type KpiPoint } from './kpi.card.ts';
export type { KpiScene } from './kpi.scene.ts';
export { type KpiChangeWords, type KpiValueWords, kpiChangeWords, kpiValueWords } from './kpi.words.ts';
