export { isTimeGrain, periodNumber } from './calendar/calendar.ts';
export { chartOf, PICTURE_TYPES, type PictureType } from './chart-of.ts';
export { type CursorStep, type MarkGrid, markAt, stepOf, stepTo } from './cursor/cursor.ts';
export { lookUpFonts } from './frame/setting.ts';
export type {
  Box,
  Chart,
  ChartEnv,
  ChartSize,
  ChartState,
  Mark,
  MarkText,
  RuleItem,
  Scene,
  SceneSeries,
  TableModel,
  TextItem,
} from './scene.ts';
export { CHART_SIZES } from './scene.ts';
export { canvasMeasure, estimateText, FONT_FAMILY, type MeasureText, type TextStyle } from './text/measure.ts';
export { PALETTE, type Theme, type Token } from './theme/palette.ts';
export { chartStyles } from './theme/styles.ts';
export { dimensionText } from './words/words.ts';
