import { max } from 'd3-array';
import { keptInside } from '../axis/label.ts';
import type { ValueAxis } from '../axis/value-axis.ts';
import { type Block, movedText, textBlock } from '../frame/block.ts';
import type { Setting } from '../frame/setting.ts';
import { dodge } from '../labels/dodge.ts';
import type { Box, Mark } from '../mark.ts';
import type { Pivot } from '../pivot/pivot.ts';
import type { RuleItem, SampleItem, SceneSeries, TextItem } from '../scene.ts';
import { lineBox } from '../text/measure.ts';
import type { ChartWords } from '../words/words.ts';
import type { LineOptions } from './line.options.ts';

const SAMPLE = 16;
const SAMPLE_GAP = 6;
const WIDEST_PART = 0.3;
const WIDEST = 220;
const LABELLED_FROM = 280;
const MOST_LABELLED = 14;
const GAP = 4;
const CLEARANCE = 6;

/** The names at the ends of lines: how much room they take. */
export interface EndNames {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly Block[];
}

/** Names for the right edge; null where they would be cut, broken, or leave too little for the lines: then a legend has to do. */
export function endNames(series: readonly SceneSeries[], width: number, setting: Setting): EndNames | null {
  if (width < LABELLED_FROM) return null;
  const maxWidth = Math.min(WIDEST, width * WIDEST_PART) - SAMPLE - 2 * SAMPLE_GAP;
  const blocks = series.map(({ id, title }) =>
    textBlock({
      id: `series-${id}`,
      role: 'lt-name',
      text: title,
      x: 0,
      top: 0,
      maxWidth,
      maxLines: 3,
      fontSize: setting.type.name,
      measure: setting.measure,
    }),
  );
  if (blocks.some(({ strained }) => strained)) return null;
  return {
    blocks,
    width: Math.ceil(Math.max(0, ...blocks.map((block) => block.width)) + SAMPLE + 2 * SAMPLE_GAP),
    height: blocks.reduce((sum, block) => sum + block.height + 2, 0),
  };
}

/** The names beside the last values, moved apart, each with a sample of its line and, where it had to move, a leader. */
export function placedEndNames(
  { blocks }: EndNames,
  series: readonly SceneSeries[],
  marks: readonly Mark[],
  plot: Box,
): { texts: TextItem[]; samples: SampleItem[]; rules: RuleItem[] } {
  const ends = series.map((_, index) => marks.findLast((mark) => mark.series === index && mark.value !== null));
  const named = series.flatMap((each, index) => {
    const [end, block] = [ends[index], blocks[index]];
    return end && block ? [{ each, end, block }] : [];
  });
  const middles = dodge(
    named.map(({ end, block }) => ({ at: end.y, size: block.height + 2 })),
    plot.y - 8,
    plot.y + plot.height + 8,
  );
  const x = plot.x + plot.width + SAMPLE_GAP;
  const samples = named.map(({ each: { id, colour, texture } }, index): SampleItem => {
    return { id: `end-${id}`, x, y: middles[index] ?? 0, width: SAMPLE, shape: 'line', look: 'plain', colour, texture };
  });
  const texts = named.map(({ block }, index) =>
    movedText(block.item, x + SAMPLE + SAMPLE_GAP, (middles[index] ?? 0) - block.height / 2),
  );
  const rules = named.flatMap(({ each, end }, index): RuleItem[] => {
    const y = middles[index] ?? end.y;
    if (Math.abs(y - end.y) < 3 && x - end.x < 20) return [];
    return [{ id: `leader-${each.id}`, role: 'lt-leader', x1: end.x + 6, y1: end.y, x2: x - 2, y2: y }];
  });
  return { texts, samples, rules };
}

/** What a line of the tallest label takes: words of exactness may be Tibetan. */
export function tallestValue(grid: Pivot, words: ChartWords, fontSize: number): number {
  const heights = grid.slots.flatMap((_, position) =>
    grid.series.map((__, index) => {
      const { ascent, descent } = lineBox(words.exactly(grid.cell(index, position), '0'), fontSize);
      return ascent + descent;
    }),
  );
  return max(heights) ?? 0;
}

/** Values over their points, or under them in a valley. */
export function valueLabels(
  grid: Pivot,
  marks: readonly Mark[],
  wanted: LineOptions['labels'],
  { axis, words, setting, plot, bounds }: LabelPlace,
): TextItem[] {
  const count = grid.series.length;
  const valued = marks.filter((mark) => mark.value !== null);
  if (wanted === 'never' || (wanted === 'auto' && (count > 1 || valued.length > MOST_LABELLED))) return [];
  const fontSize = setting.type.value;
  const taken: Box[] = valued.map(({ x, y }) => ({ x: x - 3, y: y - 3, width: 6, height: 6 }));
  const texts: TextItem[] = [];
  for (const mark of valued) {
    const text = words.exactly(grid.cell(mark.series, mark.position), axis.label(mark.value ?? 0));
    const { ascent, descent } = lineBox(text, fontSize);
    const width = setting.measure(text, { fontSize });
    const x = keptInside(mark.x, width, bounds[0], bounds[1]);
    const at = (y: number): { y: number; box: Box } => {
      return { y, box: { x: x - width / 2, y: y - ascent, width, height: ascent + descent } };
    };
    const [over, under] = [at(mark.y - CLEARANCE - descent / 2), at(mark.y + CLEARANCE + ascent * 0.9)];
    const joined = [-count, count].flatMap((offset) => {
      const neighbour = marks[mark.position * count + mark.series + offset];
      return neighbour && neighbour.value !== null ? [neighbour] : [];
    });
    const crossed = ({ box }: typeof over): boolean => joined.some((neighbour) => crosses(box, mark, neighbour));
    const low = under.y + descent > plot.y + plot.height;
    const { y, box } = crossed(over) && !crossed(under) && !low ? under : over;
    if (width > bounds[1] - bounds[0] || taken.some((other) => touches(box, other))) continue;
    taken.push(box);
    texts.push({
      id: `value-${mark.id}`,
      role: 'lt-value',
      x,
      y,
      anchor: 'middle',
      lines: [text],
      lineHeight: ascent + descent,
      fontSize,
    });
  }
  return wanted === 'auto' && texts.length < valued.length ? [] : texts;
}

export interface LabelPlace {
  readonly axis: ValueAxis;
  readonly words: ChartWords;
  readonly setting: Setting;
  readonly plot: Box;
  readonly bounds: readonly [number, number];
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether the straight line from `a` to `b` runs through the box: sampled, for boxes are small and labels forgiving. */
function crosses(box: Box, a: Mark, b: Mark): boolean {
  const slope = (b.y - a.y) / (b.x - a.x || 1);
  return [0.25, 0.5, 0.75, 1].some((part) => {
    const x = b.x > a.x ? a.x + (box.x + box.width - a.x) * part : a.x - (a.x - box.x) * part;
    const y = a.y + (x - a.x) * slope;
    return y > box.y && y < box.y + box.height;
  });
}
