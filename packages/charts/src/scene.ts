import type { Answer, ChartSpec, Locale } from '@lantu/spec';
import type { SVGTemplateResult } from 'lit/html.js';
import type { Box, Mark, MarkText } from './mark.ts';
import type { Pivot } from './pivot/pivot.ts';
import type { MeasureText } from './text/measure.ts';
import type { ChartWords } from './words/words.ts';

/** `large` (适老化) sets text at 18 px or more and targets at 44 px or more; `regular` 12 px and 24 px. */
export const CHART_SIZES = ['regular', 'large'] as const;
export type ChartSize = (typeof CHART_SIZES)[number];

/** Below this width a chart is laid out as for it, and scaled down by its `viewBox`. */
export const LEAST_WIDTH = 240;

/** What a chart needs to know of the place it is drawn in. Lengths are CSS pixels. */
export interface ChartEnv {
  readonly locale: Locale;
  /** The width to fill; below {@link LEAST_WIDTH} the scene is that wide. */
  readonly widthPx: number;
  /** Left out: the height that suits the width and the number of marks. Rows are never so low that one would lose its name or figure. */
  readonly heightPx?: number;
  /** Default `regular`. */
  readonly size?: ChartSize;
  /** {@link canvasMeasure} in a page; {@link estimateText}, which is the same everywhere and a little wide, without one. */
  readonly measure: MeasureText;
  /** Starts the ids of `<pattern>`s; unique among the charts of one document or shadow root. Default `lt`. */
  readonly id?: string;
  /** Drawn above the chart. A page that has its own heading leaves it out. */
  readonly title?: string;
  readonly subtitle?: string;
  /** Whether the sources and their date are drawn below the chart. Default false: the page says them. */
  readonly sources?: boolean;
  /** Room on all sides, in pixels. Default 0: the page gives it. */
  readonly paddingPx?: number;
}

/** What changes while a reader looks at one scene. */
export interface ChartState {
  /** The id of the mark under the pointer or the cursor. */
  readonly focus?: string | null;
  /** Ids of chosen marks; where there are any, all others are drawn faint. */
  readonly selected?: ReadonlySet<string>;
}

/** One or more lines of text that are drawn together. `y` is the first line's baseline. */
export interface TextItem {
  /** Unique in its scene and the same after an update, so that only what changed is redrawn. */
  readonly id: string;
  readonly role: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
  readonly lineHeight: number;
  readonly fontSize: number;
  /** The whole text, where `lines` had to cut it. */
  readonly full?: string;
}

/** A straight line: a gridline, the zero line, a leader. */
export interface RuleItem {
  readonly id: string;
  readonly role: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A small picture of what a legend or note explains. `x` is its left edge, `y` its middle. */
export interface SampleItem {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly shape: 'bar' | 'line';
  readonly look: MarkLook;
  readonly colour: number;
  readonly texture: number;
}

/** How sure a mark is: `plain`; `uncertain` (estimated, provisional, forecast), drawn lighter and dashed; `gap`, no value. */
export type MarkLook = 'plain' | 'uncertain' | 'gap';

/** An outline around a text. */
export interface OutlineItem extends Box {
  readonly id: string;
  readonly role: string;
}

/** What every chart has around its marks. */
export interface Furniture {
  readonly texts: readonly TextItem[];
  readonly rules: readonly RuleItem[];
  readonly samples: readonly SampleItem[];
  readonly outlines: readonly OutlineItem[];
}

export interface SceneSeries {
  /** Unique in the scene: the metric's column, or the value of the series dimension. */
  readonly id: string;
  readonly title: string;
  /** 1 … 8: the colour `--lantu-series-N`. */
  readonly colour: number;
  /** 0: plain; from 1 on: the texture of bars and the dash of lines that tell this series apart without colour. */
  readonly texture: number;
}

/** The chart as a table: the same numbers, in the answer's columns and the picture's order. */
export interface TableModel {
  readonly caption: string;
  readonly columns: readonly { readonly id: string; readonly title: string; readonly numeric: boolean }[];
  /** `header` names the row; `cells` follow `columns` from the second on. */
  readonly rows: readonly { readonly id: string; readonly header: string; readonly cells: readonly string[] }[];
}

/** A chart laid out: geometry and words, no DOM. Every chart's scene extends it by its own shapes. */
export interface Scene extends Furniture {
  readonly type: string;
  readonly id: string;
  readonly locale: Locale;
  readonly size: ChartSize;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The rectangle between the axes. */
  readonly plot: Box;
  /** Along which way the main axis runs: left to right, or top to bottom. */
  readonly direction: 'horizontal' | 'vertical';
  readonly series: readonly SceneSeries[];
  /**
   * In reading order, a full grid: along the main axis, and at each position every series, so that the mark of a series at a position
   * is `marks[position * series.length + series]`. Empty where the answer has no rows.
   */
  readonly marks: readonly Mark[];
  /** What the chart shows, in two to five sentences. */
  readonly summary: string;
  describe(mark: Mark): MarkText;
  /** All that the answer holds, and its words: what a table of it is made of, see `tableOf`. */
  readonly figures: Figures;
}

/** An answer as a grid of the chart's columns, and the words for it. */
export interface Figures {
  readonly grid: Pivot;
  readonly words: ChartWords;
}

/** The two steps of every chart. `build` is pure; `render` is the inside of an `<svg viewBox="0 0 widthPx heightPx">`. */
export interface Chart<Spec = ChartSpec, Built extends Scene = Scene> {
  readonly type: string;
  /** @throws {LantuError} `chart/unsuited` where the answer lacks a named column or cannot be drawn this way. */
  build(answer: Answer, spec: Spec, env: ChartEnv): Built;
  render(scene: Built, state?: ChartState): SVGTemplateResult;
}
