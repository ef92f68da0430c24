export { isTimeGrain, periodNumber } from './calendar/calendar.ts';
export { chartOf, PICTURE_TYPES, type PictureType } from './chart-of.ts';
export { type MarkGrid, markByKey } from './cursor/cursor.ts';
export {
  type PictureMark,
  type PictureMarks,
  type PictureScene,
  pictureMarks,
  pointedScene,
} from './cursor/picture-marks.ts';
export { markUnder, type PointedScene, scaleOf } from './cursor/pointing.ts';
export type { Box, Mark, MarkText } from './mark.ts';
export type {
  Chart,
  ChartEnv,
  ChartSize,
  ChartState,
  RuleItem,
  Scene,
  SceneSeries,
  TableModel,
  TextItem,
} from './scene.ts';
export { CHART_SIZES } from './scene.ts';
export { estimateText } from './text/estimate.ts';
export { canvasMeasure, FONT_FAMILY, type MeasureText, type TextStyle } from './text/measure.ts';
export { PALETTE, THEMES, type Theme, type Token } from './theme/palette.ts';
export { chartStyles } from './theme/styles.ts';
export { dimensionText } from './words/words.ts';
