import { nothing, type SVGTemplateResult, svg } from 'lit/html.js';
import { lineTemplate, pointTemplate } from '../line/line.render.ts';
import { barTemplate, focusRing, underMarks, zeroLine } from '../picture/furniture.ts';
import { textureDefs } from '../picture/texture.ts';
import type { ChartState } from '../scene.ts';
import type { SparklineScene } from './sparkline.scene.ts';

/** The inside of the small series' `<svg>`. */
export function renderSparkline(scene: SparklineScene, { focus = null }: ChartState = {}): SVGTemplateResult {
  const focused = focus === null ? undefined : scene.marks.find(({ id }) => id === focus);
  const last = scene.bars.at(-1)?.id;
  const isHatched = scene.bars.some(({ look }) => look === 'gap');
  return svg`${textureDefs(scene, isHatched)}${underMarks(scene)}<g>${scene.bars.map(
    ({ id, box, look, colour, texture }) =>
      svg`<g class=${id === last ? 'lt-mark' : 'lt-past'}>${barTemplate(box, look, colour, texture, scene.id)}</g>`,
  )}${scene.lines.map((line) => lineTemplate(line, scene.series))}${scene.points.map((point) =>
    pointTemplate(point, scene.series),
  )}</g>${zeroLine(scene)}${focused ? focusRing(focused.box) : nothing}`;
}
