export { type RenderToSvgOptions, renderToSvg, SVG_THEMES, type SvgTheme } from './svg.ts';
