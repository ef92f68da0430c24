import { type SVGTemplateResult, svg } from 'lit/html.js';
import type { Box } from '../mark.ts';
import type { Furniture, OutlineItem, RuleItem, SampleItem, Scene, TextItem } from '../scene.ts';
import { dashOf } from './dash.ts';
import { px } from './number.ts';
import { hatchOf, weaveOf } from './texture.ts';

/** Gridlines, and everything else that lies under the marks. */
export function underMarks({ rules }: Furniture): SVGTemplateResult {
  return group(rules.filter(({ role }) => role !== 'lt-zero').map(ruleTemplate));
}

/** The zero line lies over the marks that begin at it. */
export function zeroLine({ rules }: Pick<Furniture, 'rules'>): SVGTemplateResult {
  return group(rules.filter(({ role }) => role === 'lt-zero').map(ruleTemplate));
}

/** The zero line, words, samples: what lies over the marks. */
export function overMarks(scene: Furniture & Pick<Scene, 'id'>): SVGTemplateResult[] {
  const { texts, samples, outlines } = scene;
  return [
    zeroLine(scene),
    group([
      ...outlines.map(outlineTemplate),
      ...samples.map((sample) => sampleTemplate(sample, scene.id)),
      ...textRuns(texts),
    ]),
  ];
}

/** One template for all of these: to prepare one takes a page a quarter of a millisecond. */
function group(content: readonly SVGTemplateResult[]): SVGTemplateResult {
  return svg`<g>${content}</g>`;
}

/** The outline of the mark that has the focus: two strokes, so that it stands out from every fill. */
export function focusRing(box: Box, radius = 3): SVGTemplateResult {
  const [x, y] = [px(box.x - 3), px(box.y - 3)];
  const [width, height] = [px(box.width + 6), px(box.height + 6)];
  return svg`<rect class="lt-ring-edge" x=${x} y=${y} width=${width} height=${height} rx=${radius}></rect><rect class="lt-ring" x=${x} y=${y} width=${width} height=${height} rx=${radius}></rect>`;
}

function ruleTemplate({ role, x1, y1, x2, y2 }: RuleItem): SVGTemplateResult {
  return svg`<line class=${role} x1=${px(x1)} y1=${px(y1)} x2=${px(x2)} y2=${px(y2)}></line>`;
}

/** Texts that follow each other and look the same stand in one group, which says it once. */
function textRuns(texts: readonly TextItem[]): SVGTemplateResult[] {
  const runs: { readonly first: TextItem; readonly texts: SVGTemplateResult[] }[] = [];
  for (const text of texts) {
    const run = runs.at(-1);
    if (run && looksAs(run.first, text)) run.texts.push(textTemplate(text));
    else runs.push({ first: text, texts: [textTemplate(text)] });
  }
  return runs.map(
    ({ first: { role, anchor, fontSize }, texts }) =>
      svg`<g class=${role} text-anchor=${anchor} font-size=${fontSize}>${texts}</g>`,
  );
}

function looksAs(a: TextItem, b: TextItem): boolean {
  return a.role === b.role && a.anchor === b.anchor && a.fontSize === b.fontSize;
}

function textTemplate({ x, y, lines, lineHeight, full }: TextItem): SVGTemplateResult {
  const words =
    lines.length === 1
      ? lines[0]
      : lines.map((line, index) => svg`<tspan x=${px(x)} y=${px(y + index * lineHeight)}>${line}</tspan>`);
  const content = full === undefined ? words : [svg`<title>${full}</title>`, words];
  return svg`<text x=${px(x)} y=${px(y)}>${content}</text>`;
}

function outlineTemplate({ role, x, y, width, height }: OutlineItem): SVGTemplateResult {
  return svg`<rect class=${role} x=${px(x)} y=${px(y)} width=${px(width)} height=${px(height)} rx="3"></rect>`;
}

function sampleTemplate({ x, y, width, shape, look, colour, texture }: SampleItem, id: string): SVGTemplateResult {
  const height = 12;
  if (shape === 'bar') return barTemplate({ x, y: y - height / 2, width, height }, look, colour, texture, id);
  const dash = look === 'uncertain' ? '4 3' : dashOf(texture);
  const line = svg`<line class="lt-line lt-stroke-${colour}" x1=${px(x)} y1=${px(y)} x2=${px(x + width)} y2=${px(y)} stroke-dasharray=${dash}></line>`;
  return look === 'uncertain'
    ? svg`<g>${line}<circle class="lt-line lt-stroke-${colour} lt-hollow" cx=${px(x + width / 2)} cy=${px(y)} r="3.5"></circle></g>`
    : line;
}

/** A bar as its look asks: filled and woven, lighter and dashed, or a hatched slot. */
export function barTemplate(
  { x, y, width, height }: Box,
  look: SampleItem['look'],
  colour: number,
  texture: number,
  id: string,
  separated = false,
): SVGTemplateResult {
  const at = { x: px(x), y: px(y), width: px(width), height: px(height) };
  if (look === 'gap') {
    return svg`<rect class="lt-gap" x=${at.x} y=${at.y} width=${at.width} height=${at.height} fill=${hatchOf(id)}></rect>`;
  }
  const role =
    look === 'uncertain'
      ? `lt-fill-${colour} lt-stroke-${colour} lt-uncertain`
      : `lt-fill-${colour}${separated ? ' lt-separator' : ''}`;
  const bar = svg`<rect class=${role} x=${at.x} y=${at.y} width=${at.width} height=${at.height}></rect>`;
  if (texture === 0 || look === 'uncertain') return bar;
  return svg`${bar}<rect x=${at.x} y=${at.y} width=${at.width} height=${at.height} fill=${weaveOf(id, texture)}></rect>`;
}
