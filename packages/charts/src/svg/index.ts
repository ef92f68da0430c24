export type { EmbeddedFont } from './fonts.ts';
export { pictureHead, pictureWidth } from './head.ts';
export { serialize } from './serialize.ts';
export {
  drawingOf,
  layOut,
  type RenderToSvgOptions,
  renderToSvg,
  SVG_CHARTS,
  SVG_THEMES,
  type SvgOptions,
  type SvgTheme,
  sceneToSvg,
  textsOf,
} from './svg.ts';
