import type { Answer, ChartSpec, LocalizedText } from '@lantu/spec';

/** A chart as it is meant: it feeds the snapshot tests, the stories and the docs. */
export interface ChartExample<Spec extends ChartSpec = ChartSpec> {
  /** Lower-case letters and hyphens; unique among the examples of a chart. */
  readonly id: string;
  readonly title: LocalizedText;
  /** What it shows of the chart. */
  readonly shows: string;
  readonly answer: Answer;
  readonly spec: Spec;
}
