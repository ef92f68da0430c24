import type { Box } from '../src/mark.ts';
import type { Scene, TextItem } from '../src/scene.ts';
import { estimateText } from '../src/text/estimate.ts';

/** A text's id and where its ink may be, by the measure that the scene was laid out with. */
export interface InkBox extends Box {
  readonly id: string;
}

const TIBETAN = /[\u0f00-\u0fff]/;

/** The boxes of a scene's lines of text: from the top of capitals and Tibetan vowels to the feet of descenders and stacks. */
export function inkBoxes(scene: Scene): InkBox[] {
  return scene.texts.flatMap((text) => text.lines.map((line, index) => inkBox(text, line, index)));
}

function inkBox({ id, role, x, y, anchor, fontSize, lineHeight }: TextItem, line: string, index: number): InkBox {
  const weight = role === 'lt-title' || role === 'lt-caution' || role === 'lt-total' ? 600 : 400;
  const width = estimateText(line, { fontSize, weight });
  const [over, under] = TIBETAN.test(line) ? [1.2, 0.76] : [0.78, 0.25];
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return {
    id: `${id} ${index}`,
    x: left,
    y: y + index * lineHeight - over * fontSize,
    width,
    height: (over + under) * fontSize,
  };
}

/** The pairs of boxes that overlap by more than half a pixel. */
export function overlaps(boxes: readonly InkBox[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => cover(a.x, a.width, b.x, b.width) > 0.5 && cover(a.y, a.height, b.y, b.height) > 0.5)
      .map((b) => `${a.id} overlaps ${b.id}`),
  );
}

/** The boxes that reach out of the scene. */
export function outside(boxes: readonly InkBox[], { widthPx, heightPx }: Scene): string[] {
  return boxes
    .filter(
      ({ x, y, width, height }) => x < -0.5 || y < -0.5 || x + width > widthPx + 0.5 || y + height > heightPx + 0.5,
    )
    .map(({ id, x, y, width, height }) => `${id} at ${[x, y, width, height].map(Math.round).join(', ')}`);
}

function cover(a: number, aSize: number, b: number, bSize: number): number {
  return Math.min(a + aSize, b + bSize) - Math.max(a, b);
}
