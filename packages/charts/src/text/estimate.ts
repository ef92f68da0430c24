import type { MeasureText } from './measure.ts';

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
