/** How a text is set: CSS `font-size` in pixels and `font-weight` (default 400). */
export interface TextStyle {
  readonly fontSize: number;
  readonly weight?: 400 | 600;
}

/** Gives the width in pixels of one line of text. */
export type MeasureText = (text: string, style: TextStyle) => number;

/** The fonts that text is set in, unless a page sets `--lantu-font`. */
export const FONT_FAMILY =
  'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Noto Serif Tibetan", "Kailasa", "Microsoft Himalaya", sans-serif';

/**
 * Measures on a canvas with the fonts that the page really has.
 *
 * @param fontFamily a resolved CSS `font-family`, as `getComputedStyle` gives it
 * @throws {Error} where there is no `OffscreenCanvas`
 */
export function canvasMeasure(fontFamily: string = FONT_FAMILY): MeasureText {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('no 2d context to measure text with');
  let current = '';
  const known = new Map<string, number>();
  return (text, { fontSize, weight = 400 }) => {
    const font = `${weight} ${fontSize}px ${fontFamily}`;
    const key = `${font}\n${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (font !== current) context.font = current = font;
      width = context.measureText(text).width;
      if (known.size > 5000) known.clear();
      known.set(key, width);
    }
    return width;
  };
}

/** The room a line of text takes above and below its baseline, in pixels; their sum is its line height. */
export interface LineBox {
  readonly ascent: number;
  readonly descent: number;
}

const TIBETAN = /[\u0f00-\u0fff]/;

/** Tibetan stacks reach higher and far lower than Latin and Chinese: 2.1 em a line instead of 1.4. */
export function lineBox(text: string, fontSize: number): LineBox {
  return TIBETAN.test(text)
    ? { ascent: 1.25 * fontSize, descent: 0.85 * fontSize }
    : { ascent: 1.05 * fontSize, descent: 0.35 * fontSize };
}
