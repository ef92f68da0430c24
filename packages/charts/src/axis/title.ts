import { type Block, textBlock } from '../frame/block.ts';
import type { Setting } from '../frame/setting.ts';
import type { Pivot } from '../pivot/pivot.ts';
import type { ChartWords } from '../words/words.ts';

/** The name of a horizontal axis of numbers, at its right end below `top`; null for periods and names, which say what they are. */
export function axisTitle(grid: Pivot, words: ChartWords, setting: Setting, right: number, top: number): Block | null {
  const { x } = grid.columns;
  if (x?.type !== 'number') return null;
  return textBlock({
    id: 'x-title',
    role: 'lt-caption',
    text: words.format.textIn(x.title),
    x: right,
    top,
    anchor: 'end',
    fontSize: setting.type.small,
    maxWidth: right - setting.paddingPx,
    maxLines: 2,
    measure: setting.measure,
  });
}
