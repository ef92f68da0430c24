import { textBlock } from '../frame/block.ts';
import type { Setting } from '../frame/setting.ts';
import type { TextItem } from '../scene.ts';
import { type AxisLabels, keptInside } from './label.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
  /** The middle of its band. */
  readonly x: number;
}

export interface CategoryAxisOptions {
  /** From one band's middle to the next. */
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

const GAP = 8;
const MOST_LINES = 3;
/** A name is cut rather than left out while it has this many ems. */
const LEAST_EMS = 3.5;

/** Whether bands of that step are wide enough for each to have its name. */
export function haveRoom(step: number, setting: Pick<Setting, 'type'>): boolean {
  return LEAST_EMS * setting.type.small + GAP <= step;
}

/** Names below their bands, wrapped; cut where they do not fit, and where bands are narrow only every so-manyth is named. */
export function categoryLabels(names: readonly Named[], options: CategoryAxisOptions, setting: Setting): AxisLabels {
  const { step, from, to } = options;
  const fontSize = setting.type.small;
  const every = Math.max(1, Math.ceil((LEAST_EMS * fontSize + GAP) / step));
  const shown = names.filter((_, index) => index % every === 0);
  const blocks = shown.map(({ id, name, x }) => {
    const maxWidth = Math.min(every * step - GAP, 2 * Math.min(x - from, to - x));
    const block = textBlock({
      id: `slot-${id}`,
      role: 'lt-tick',
      text: name,
      x,
      top: 0,
      anchor: 'middle',
      fontSize,
      maxWidth,
      maxLines: MOST_LINES,
      measure: setting.measure,
    });
    return { ...block, item: { ...block.item, x: keptInside(x, block.width, from, to) } };
  });
  return {
    texts: blocks.map(({ item }): TextItem => item),
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    complete: every === 1 && blocks.every(({ strained }) => !strained),
    at: shown.map(({ x }) => x),
  };
}
