import type { Setting } from '../frame/setting.ts';
import type { TextItem } from '../scene.ts';

/** Labels below a horizontal axis; their `y` counts from the axis. */
export interface AxisLabels {
  readonly texts: readonly TextItem[];
  readonly height: number;
  /** False where names were cut, broken inside, or left out. */
  readonly complete: boolean;
  /** Where the labels point. */
  readonly at: readonly number[];
}

/** Whether spans in ascending order keep `gap` pixels between each other. */
export function keepApart(spans: readonly (readonly [number, number])[], gap: number): boolean {
  return spans.every(([start], index) => {
    const before = spans[index - 1];
    return before === undefined || start - before[1] >= gap;
  });
}

/** `centre`, moved as little as keeps a text of `width` between `from` and `to`. */
export function keptInside(centre: number, width: number, from: number, to: number): number {
  return Math.min(Math.max(centre, from + width / 2), Math.max(to - width / 2, from + width / 2));
}

/** From a horizontal axis to the labels below it: enough to clear the lowest label of the upright axis beside it. */
export function labelGap({ type }: Pick<Setting, 'type'>): number {
  return Math.round(type.small * 0.75);
}
