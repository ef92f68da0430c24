import type { ChartEnv, Scene } from '@lantu/charts';
import { sparkline } from '@lantu/charts/sparkline';
import type { Answer, KpiSpec } from '@lantu/spec';

const WIDTH_PX = 112;

/** The small series of a card, whose words stand as text around it; undefined for a single number, which has none. */
export function sparkOf(answer: Answer, chart: KpiSpec, env: Pick<ChartEnv, 'locale' | 'id'>): Scene | undefined {
  return answer.rowCount > 1 ? sparkline.build(answer, chart, { ...env, widthPx: WIDTH_PX }) : undefined;
}
