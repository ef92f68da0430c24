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

/** Advance widths of U+0020 … U+007E in hundredths of an em, two digits each: Noto Sans, which is wider than Arial and Segoe UI. */
const ASCII =
  '26274165578373223030555727322737' +
  '57575757575757575757272757575743' +
  '90646563735652737434276252917678' +
  '60786255567360935957573337335744' +
  '28566148615634616226265326936260' +
  '616141483662517953514738553857';

const TIBETAN_NARROW = /[་༌།-༔]/;
const BOLD = 1.09;

/**
 * Estimates the width from a table of character widths: no DOM, the same everywhere, a little wide rather than narrow.
 * Tibetan vowel signs and subjoined letters take no width of their own.
 */
export const estimateText: MeasureText = (text, { fontSize, weight = 400 }) => {
  const heavier = weight === 600 ? BOLD : 1;
  let hundredths = 0;
  for (const character of text) {
    const width = widthOf(character);
    hundredths += width < 100 ? width * heavier : width;
  }
  return (hundredths / 100) * fontSize;
};

function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return 0;
  if (code < 0x7f) return Number(ASCII.slice((code - 32) * 2, (code - 32) * 2 + 2));
  if (code < 0x300) return 65;
  if (code >= 0xf00 && code < 0x1000) return widthOfTibetan(character);
  if (code >= 0x2e80) return code >= 0x1f000 ? 140 : 100;
  if (/\p{M}/u.test(character)) return 0;
  if (character === '—' || character === '…') return 100;
  return 65;
}

function widthOfTibetan(character: string): number {
  if (TIBETAN_NARROW.test(character)) return 23;
  return /\p{M}/u.test(character) ? 0 : 67;
}

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
