import type { ValueAxis } from '../axis/value-axis.ts';
import type { Frame } from '../frame/frame.ts';
import type { Setting } from '../frame/setting.ts';
import type { Box } from '../mark.ts';
import type { Pivot } from '../pivot/pivot.ts';
import type { RuleItem, SceneSeries, TextItem } from '../scene.ts';
import type { ChartWords } from '../words/words.ts';
import type { BarOptions } from './bar.options.ts';
import type { BarShapes } from './bar.shapes.ts';
import type { Spans } from './bar.spans.ts';

/** What is known before bars are given their places. */
export interface BarPlan {
  readonly grid: Pivot;
  readonly words: ChartWords;
  readonly setting: Setting;
  readonly frame: Frame;
  readonly axis: ValueAxis;
  /** The same axis with about as many ticks; `exact`: not widened to round numbers. */
  readonly axisOf: (count: number, exact?: boolean) => ValueAxis;
  readonly series: readonly SceneSeries[];
  readonly spans: Spans;
  readonly stacked: boolean;
  readonly labels: BarOptions['labels'];
}

/** Bars in their places, with their axes and labels. */
export interface BarLayout extends BarShapes {
  readonly plot: Box;
  readonly texts: readonly TextItem[];
  readonly rules: readonly RuleItem[];
  /** Where the chart ends and the foot may begin. */
  readonly bottom: number;
}
