import { nothing, type SVGTemplateResult, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { barTemplate, focusRing, overMarks, underMarks } from '../picture/furniture.ts';
import { textureDefs } from '../picture/texture.ts';
import type { ChartState } from '../scene.ts';
import type { BarScene, BarShape } from './bar.scene.ts';

/** The inside of the bars' `<svg>`. Bars are keyed by their marks: an update touches only those that changed. */
export function renderBar(scene: BarScene, { focus = null, selected = new Set() }: ChartState = {}): SVGTemplateResult {
  const focused = focus === null ? undefined : scene.marks.find((mark) => mark.id === focus);
  const separated = scene.layout === 'stacked';
  const bar = ({ id, box, look, colour, texture }: BarShape): SVGTemplateResult =>
    svg`<g class=${selected.size > 0 && !selected.has(id) ? 'lt-mark lt-faint' : 'lt-mark'}>${barTemplate(box, look, colour, texture, scene.id, separated)}</g>`;
  return svg`${textureDefs(scene)}${underMarks(scene)}<g>${scene.silhouettes.map(
    ({ colour, path }) => svg`<path class="lt-fill-${colour}" d=${path}></path>`,
  )}${repeat(scene.bars, ({ id }) => id, bar)}</g>${overMarks(scene)}${focused ? focusRing(focused.box) : nothing}`;
}
