import type { TextItem } from '../scene.ts';
import { lineBox } from '../text/measure.ts';
import { type WrapOptions, wrap } from '../text/wrap.ts';

export interface BlockOptions extends WrapOptions {
  readonly id: string;
  readonly role: string;
  readonly text: string;
  readonly x: number;
  /** The upper edge of the first line's box. */
  readonly top: number;
  readonly anchor?: TextItem['anchor'];
}

export interface Block {
  readonly item: TextItem;
  readonly width: number;
  readonly height: number;
  /** Whether something was cut, or a word broken inside. */
  readonly strained: boolean;
}

/** Wraps a text and sets it below `top`. */
export function textBlock(options: BlockOptions): Block {
  const { id, role, text, x, top, anchor = 'start', fontSize } = options;
  const { lines, cut, broken, width } = wrap(text, options);
  const { ascent, descent } = lineBox(text, fontSize);
  const lineHeight = ascent + descent;
  const item = { id, role, x, y: top + ascent, anchor, lines, lineHeight, fontSize };
  return {
    item: cut ? { ...item, full: text } : item,
    width,
    height: lines.length * lineHeight,
    strained: cut || broken,
  };
}

/** The same block, moved. */
export function movedText(item: TextItem, dx: number, dy: number): TextItem {
  return { ...item, x: item.x + dx, y: item.y + dy };
}
