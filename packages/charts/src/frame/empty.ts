import type { Answer } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import type { Scene } from '../scene.ts';
import { textBlock } from './block.ts';
import { frameOf } from './frame.ts';
import type { Setting } from './setting.ts';

const HEIGHT = 120;

/** What is drawn where the answer has no rows: the words that say so, in the frame of the chart that would be there. */
export function emptyScene(
  answer: Answer,
  format: Formatter,
  setting: Setting,
): Pick<Scene, 'heightPx' | 'plot' | 'direction' | 'series' | 'marks' | 'texts' | 'rules' | 'samples' | 'outlines'> {
  const frame = frameOf(answer, format, { legend: [], caption: '', notes: [] }, setting);
  const width = frame.right - frame.left;
  const wanted = setting.heightPx === undefined ? HEIGHT : setting.heightPx - frame.top - frame.footHeight;
  const block = textBlock({
    id: 'empty',
    role: 'lt-empty',
    text: format.text('empty'),
    x: frame.left + width / 2,
    top: frame.top,
    anchor: 'middle',
    fontSize: setting.type.name,
    maxWidth: width,
    maxLines: 4,
    measure: setting.measure,
  });
  const height = Math.max(wanted, block.height + 16);
  const foot = frame.foot(frame.top + height);
  return {
    heightPx: Math.ceil(frame.top + height + frame.footHeight),
    plot: { x: frame.left, y: frame.top, width, height },
    direction: 'horizontal',
    series: [],
    marks: [],
    texts: [...frame.head.texts, { ...block.item, y: block.item.y + (height - block.height) / 2 }, ...foot.texts],
    rules: [],
    samples: foot.samples,
    outlines: frame.head.outlines,
  };
}
