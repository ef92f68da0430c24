import { nothing, type SVGTemplateResult, svg } from 'lit/html.js';
import type { Mark } from '../mark.ts';
import { dashOf } from '../picture/dash.ts';
import { focusRing, overMarks, underMarks } from '../picture/furniture.ts';
import { px } from '../picture/number.ts';
import { hatchOf, textureDefs } from '../picture/texture.ts';
import type { ChartState, SceneSeries } from '../scene.ts';
import type { LineScene, LineShape, PointShape } from './line.scene.ts';

const RADIUS = 3.5;
const ROUND = 9;

/** The inside of the lines' `<svg>`. Lines are keyed by series and look, points by their marks. */
export function renderLine(
  scene: LineScene,
  { focus = null, selected = new Set() }: ChartState = {},
): SVGTemplateResult {
  const focused = focus === null ? undefined : scene.marks.find((mark) => mark.id === focus);
  const chosen = new Set(scene.marks.filter(({ id }) => selected.has(id)).map(({ series }) => series));
  const faint = (series: number): string => (chosen.size > 0 && !chosen.has(series) ? ' lt-faint' : '');

  const gap = ({ x, y, width, height }: LineScene['gaps'][number]): SVGTemplateResult =>
    svg`<rect class="lt-void" x=${px(x)} y=${px(y)} width=${px(width)} height=${px(height)} fill=${hatchOf(scene.id)}></rect>`;
  return svg`${textureDefs({ ...scene, series: [] }, scene.gaps.length > 0)}${underMarks(scene)}<g>${scene.gaps.map(gap)}</g>${
    focused ? guide(scene, focused) : nothing
  }<g>${scene.lines.map((line) => lineTemplate(line, scene.series, faint(line.series)))}${scene.points.map((point) =>
    pointTemplate(point, scene.series, faint(point.series)),
  )}</g>${focused ? focusRing(focused.box, ROUND) : nothing}${overMarks(scene)}`;
}

type Series = readonly SceneSeries[];

/** One line in its series' colour and dash. `more` are further classes, each after a space. */
export function lineTemplate({ series, look, path }: LineShape, all: Series, more = ''): SVGTemplateResult {
  const { colour = 1, texture = 0 } = all[series] ?? {};
  const dash = look === 'uncertain' ? '4 3' : dashOf(texture);
  return svg`<path class="lt-line lt-stroke-${colour}${more}" d=${path} stroke-dasharray=${dash}></path>`;
}

/** One point, filled or, for an uncertain value, hollow. */
export function pointTemplate({ series, look, x, y }: PointShape, all: Series, more = ''): SVGTemplateResult {
  const { colour = 1 } = all[series] ?? {};
  const role = look === 'uncertain' ? `lt-line lt-stroke-${colour} lt-hollow` : `lt-dot lt-fill-${colour}`;
  return svg`<circle class="${role}${more}" cx=${px(x)} cy=${px(y)} r=${RADIUS}></circle>`;
}

function guide({ plot }: LineScene, { x }: Mark): SVGTemplateResult {
  const at = px(x);
  return svg`<line class="lt-guide" x1=${at} x2=${at} y1=${px(plot.y)} y2=${px(plot.y + plot.height)}></line>`;
}
