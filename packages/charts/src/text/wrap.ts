import type { MeasureText, TextStyle } from './measure.ts';

export interface Wrapped {
  readonly lines: readonly string[];
  /** True where something had to be left out; the last line then ends in an ellipsis. */
  readonly cut: boolean;
  /** True where a word had to be broken inside. */
  readonly broken: boolean;
  /** The longest line's width. */
  readonly width: number;
}

export interface WrapOptions extends TextStyle {
  readonly maxWidth: number;
  readonly maxLines: number;
  readonly measure: MeasureText;
}

/** No chart shows more of a text than this; what is behind it is not even measured. */
const LONGEST = 1000;
const BALANCE_STEPS = 6;

const CLOSING = /[\p{Pe}\p{Pf}、。，．：；！？…%％‰°)\]}>,.:;!?་༌།༎]/u;
const OPENING = /[\p{Ps}\p{Pi}([{<￥$]/u;
const CHINESE = /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Breaks `text` into at most `maxLines` lines of `maxWidth` pixels: Latin at spaces and after hyphens, Tibetan after the tsheg or
 * shad, Chinese between any two characters except before closing and after opening punctuation. A word wider than a line is broken
 * inside. What does not fit at all is cut with an ellipsis. Lines are made of like length.
 */
export function wrap(text: string, options: WrapOptions): Wrapped {
  const greedy = wrapGreedily(text, options);
  if (greedy.lines.length < 2 || greedy.cut || greedy.broken) return greedy;
  return balanced(text, options, greedy);
}

/** As many lines, but of like length: the narrowest width that needs no more lines. */
function balanced(text: string, options: WrapOptions, greedy: Wrapped): Wrapped {
  let best = greedy;
  let [low, high] = [greedy.width / 2, greedy.width];
  for (let step = 0; step < BALANCE_STEPS; step += 1) {
    const maxWidth = (low + high) / 2;
    const tried = wrapGreedily(text, { ...options, maxWidth });
    if (tried.cut || tried.broken || tried.lines.length > greedy.lines.length) low = maxWidth;
    else [best, high] = [tried, maxWidth];
  }
  return best;
}

function wrapGreedily(text: string, options: WrapOptions): Wrapped {
  const { measure, maxWidth, maxLines } = options;
  const width = (line: string): number => measure(line.trimEnd(), options);
  const whole = text.replace(/\s+/gu, ' ').trim();
  const shown = whole.slice(0, LONGEST);
  const widthPx = shown === whole ? width(whole) : Number.POSITIVE_INFINITY;
  if (whole && maxLines > 0 && widthPx <= maxWidth)
    return { lines: [whole], cut: false, broken: false, width: widthPx };
  const lines: string[] = [];
  let line = '';
  let broken = false;
  for (const part of words(shown)) {
    if (width(line + part) <= maxWidth) {
      line += part;
      continue;
    }
    if (line) lines.push(line);
    line = part;
    while (width(line) > maxWidth && lines.length <= maxLines) {
      const head = longestStart(line, maxWidth, width);
      lines.push(head);
      line = line.slice(head.length);
      broken = true;
    }
    if (lines.length > maxLines) break;
  }
  if (line) lines.push(line);
  const cut = lines.length > maxLines || shown.length < whole.length;
  const kept = lines.slice(0, maxLines).map((each) => each.trimEnd());
  if (cut) kept.push(withEllipsis(kept.pop() ?? '', maxWidth, width));
  return { lines: kept, cut, broken, width: Math.max(0, ...kept.map(width)) };
}

/** The parts between which a line may break; each keeps the space or tsheg that ends it. */
export function words(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let before = '';
  for (const character of text) {
    if (before && breaksBetween(before, character)) {
      parts.push(part);
      part = '';
    }
    part += character;
    before = character;
  }
  if (part) parts.push(part);
  return parts;
}

function breaksBetween(before: string, after: string): boolean {
  if (after === ' ' || CLOSING.test(after)) return false;
  if (/[ \-‐–་།]/u.test(before)) return true;
  if (OPENING.test(before)) return false;
  return CHINESE.test(before) || CHINESE.test(after);
}

function longestStart(text: string, maxWidth: number, width: (line: string) => number): string {
  const characters = clusters(text);
  let low = 1;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (width(characters.slice(0, middle).join('')) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}

function withEllipsis(line: string, maxWidth: number, width: (line: string) => number): string {
  if (width(`${line}…`) <= maxWidth) return `${line}…`;
  const room = maxWidth - width('…');
  return room <= 0 ? '…' : `${longestStart(line, room, width).trimEnd()}…`;
}

/** Characters with the marks that stand on or under them, so that no Tibetan stack is torn apart. */
function clusters(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}
