import { nothing, type SVGTemplateResult, svg } from 'lit/html.js';
import { overMarks } from '../picture/furniture.ts';
import { px } from '../picture/number.ts';
import { sparkline } from '../sparkline/sparkline.ts';
import type { KpiScene } from './kpi.scene.ts';

/** The inside of the card's `<svg>`. */
export function renderKpi(scene: KpiScene): SVGTemplateResult {
  const { spark } = scene;
  return svg`${
    spark ? svg`<g transform="translate(${px(spark.x)} ${px(spark.y)})">${sparkline.render(spark.scene)}</g>` : nothing
  }${overMarks(scene)}`;
}
