import { nothing, type SVGTemplateResult, svg } from 'lit/html.js';
import { barTemplate, focusRing, overMarks, underMarks } from '../picture/furniture.ts';
import { textureDefs } from '../picture/texture.ts';
import type { ChartState } from '../scene.ts';
import type { BarScene, BarShape } from './bar.scene.ts';

/** The inside of the bars' `<svg>`. */
export function renderBar(scene: BarScene, { focus = null, selected = new Set() }: ChartState = {}): SVGTemplateResult {
  const focused = focus === null ? undefined : scene.marks.find((mark) => mark.id === focus);
  const faint = (id: string): string => (selected.size > 0 && !selected.has(id) ? ' lt-faint' : '');
  const bar = ({ id, box, look, colour, texture }: BarShape): SVGTemplateResult =>
    svg`<g class="lt-mark${faint(id)}">${barTemplate(box, look, colour, texture, scene.id, scene.layout === 'stacked')}</g>`;
  const isHatched = scene.bars.some(({ look }) => look === 'gap');
  return svg`${textureDefs(scene, isHatched)}${underMarks(scene)}<g>${silhouettes(scene, selected)}${scene.bars.map(bar)}</g>${focused ? focusRing(focused.box) : nothing}${overMarks(scene)}`;
}

/** Outlines of bars too thin to be drawn one by one; of these, the chosen ones are drawn over them. */
function silhouettes(scene: BarScene, selected: ReadonlySet<string>): SVGTemplateResult[] {
  const more = selected.size > 0 ? ' lt-faint' : '';
  const outlines = scene.silhouettes.map(
    ({ colour, path }) => svg`<path class="lt-fill-${colour}${more}" d=${path}></path>`,
  );
  if (scene.silhouettes.length === 0 || selected.size === 0) return outlines;
  const chosen = scene.marks.filter(({ id, value }) => value !== null && selected.has(id));
  return [
    ...outlines,
    ...chosen.map(({ box, series }) => {
      const colour = scene.series[series]?.colour ?? 1;
      return barTemplate({ ...box, height: Math.max(box.height, 1) }, 'plain', colour, 0, scene.id);
    }),
  ];
}
