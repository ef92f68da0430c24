import { type Answer, type ChartSpec, type ChartType, LantuError, quoteValue } from '@lantu/spec';
import { type SVGTemplateResult, svg } from 'lit';
import { bar } from '../bar/bar.ts';
import { kpi } from '../kpi/kpi.ts';
import { line } from '../line/line.ts';
import type { Chart, ChartEnv, Scene } from '../scene.ts';
import { sparkline } from '../sparkline/sparkline.ts';
import { estimateText } from '../text/estimate.ts';
import { FONT_FAMILY, type MeasureText, type TextStyle } from '../text/measure.ts';
import { THEMES, type Theme } from '../theme/palette.ts';
import { attributesOf, darkSheet } from '../theme/sheet.ts';
import { type EmbeddedFont, fontSheet } from './fonts.ts';
import { escapeXml, serialize } from './serialize.ts';

/** `auto` is drawn light and turns dark with its reader's colour scheme, by a `<style>` inside the picture. */
export const SVG_THEMES = [...THEMES, 'auto'] as const;
export type SvgTheme = (typeof SVG_THEMES)[number];

/** The types of chart that are drawn as an SVG document. */
export const SVG_CHARTS = ['bar', 'line', 'kpi'] as const satisfies readonly ChartType[];

/** Texts cannot hold this: their quotes are escaped. */
const CLASSES = / class="([^"]*)"/g;

/** How a scene becomes a document. */
export interface SvgOptions {
  /** Default: the metric's. */
  readonly title?: string;
  /** Default `auto`. `light` and `dark` have no `<style>` of colours, for pages whose policy forbids it and programs that ignore it. */
  readonly theme?: SvgTheme;
  /** Fonts that travel in the picture, by a `<style>`. Default: none, and the picture is set in what its reader has. */
  readonly fonts?: readonly EmbeddedFont[];
}

/** Where a scene for a document is laid out. */
export interface LayOutOptions extends Omit<ChartEnv, 'measure'> {
  /** Default: {@link estimateText}, which is the same everywhere and a little wide. */
  readonly measure?: MeasureText;
}

export interface RenderToSvgOptions extends LayOutOptions, Omit<SvgOptions, 'title'> {
  /** Default true: a picture that travels says where its numbers come from. */
  readonly sources?: boolean;
  /** Default 16. */
  readonly paddingPx?: number;
}

/**
 * The chart as a standalone SVG document: it needs no style sheet, script or page, and can be the `src` of an `<img>`.
 * All looks are presentation attributes. The summary is its `<desc>`; its `<title>` is `options.title` or the metric's.
 * Works without a DOM, with the templates that draw in the page.
 *
 * @throws {LantuError} `chart/unsuited` where the answer cannot be drawn this way, or the type is no picture
 */
export function renderToSvg(answer: Answer, chart: ChartSpec, options: RenderToSvgOptions): string {
  return sceneToSvg(layOut(answer, chart, options), options);
}

/** The chart laid out as {@link renderToSvg} draws it. @throws {LantuError} as that does */
export function layOut(answer: Answer, chart: ChartSpec, env: LayOutOptions): Scene {
  return drawerOf(chart.type).build(answer, chart, { measure: estimateText, sources: true, paddingPx: 16, ...env });
}

/** The inside of an `<svg class="lt-chart">` that shows the scene in a page with the styles of charts. */
export function drawingOf(scene: Scene): SVGTemplateResult {
  return drawerOf(scene.type).render(scene);
}

/** A scene as a standalone SVG document; see {@link renderToSvg}. */
export function sceneToSvg(scene: Scene, { title, theme = 'auto', fonts = [] }: SvgOptions): string {
  const { id, locale, widthPx, heightPx, summary } = scene;
  const background = svg`<rect class="lt-surface" width=${widthPx} height=${heightPx}></rect>`;
  const content = serialize([background, drawingOf(scene)]);
  const style = fontSheet(fonts) + (theme === 'auto' ? darkSheet(rolesIn(content)) : '');
  const family = [...new Set(fonts.map((each) => `"${each.family}", `)), FONT_FAMILY].join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" `,
    `lang="${locale}" xml:lang="${locale}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${escapeXml(family)}">`,
    `<title id="${id}-title">${escapeXml(title ?? scene.figures.words.title)}</title><desc id="${id}-desc">${escapeXml(summary)}</desc>`,
    style && `<style>${style}</style>`,
    withLooks(content, theme),
    '</svg>',
  ].join('');
}

/** The texts that a scene is drawn with, for whoever embeds just the glyphs it needs. */
export function textsOf({
  texts,
}: Scene): { readonly text: string; readonly weight: NonNullable<TextStyle['weight']> }[] {
  return texts.map(({ role, lines }) => ({
    text: lines.join('\n'),
    weight: attributesOf([role], 'light')['font-weight'] === '600' ? 600 : 400,
  }));
}

function drawerOf(type: string): Chart {
  const found = [bar, line, kpi, sparkline].find((each) => each.type === type);
  if (found) return found as unknown as Chart;
  throw new LantuError('chart/unsuited', 'there is no picture of this type', {
    where: 'chart.type',
    received: quoteValue(type),
    allowed: SVG_CHARTS.map((each) => quoteValue(each)).join(', '),
  });
}

function rolesIn(content: string): ReadonlySet<string> {
  return new Set(Array.from(content.matchAll(CLASSES), ([, classes = '']) => classes.split(' ')).flat());
}

/** Puts the looks of each class beside it; the classes stay only where a style sheet needs them. */
function withLooks(content: string, theme: SvgTheme): string {
  const shade: Theme = theme === 'dark' ? 'dark' : 'light';
  return content.replace(CLASSES, (whole, classes: string) => {
    const looks = Object.entries(attributesOf(classes.split(' '), shade));
    const attributes = looks.map(([name, value]) => ` ${name}="${value}"`).join('');
    return theme === 'auto' && looks.length > 0 ? `${whole}${attributes}` : attributes;
  });
}
