import type { Answer, ChartSpec } from '@lantu/spec';
import { svg } from 'lit/html.js';
import { chartOf } from '../chart-of.ts';
import type { ChartEnv } from '../scene.ts';
import { FONT_FAMILY } from '../text/measure.ts';
import { THEMES, type Theme } from '../theme/palette.ts';
import { attributesOf, darkSheet } from '../theme/sheet.ts';
import { escapeXml, serialize } from './serialize.ts';

/** `auto` is drawn light and turns dark with its reader's colour scheme, by a `<style>` inside the picture. */
export const SVG_THEMES = [...THEMES, 'auto'] as const;
export type SvgTheme = (typeof SVG_THEMES)[number];

/** Texts cannot hold this: their quotes are escaped. */
const CLASSES = / class="([^"]*)"/g;

export interface RenderToSvgOptions extends ChartEnv {
  /** Default `auto`. `light` and `dark` have no `<style>`, for pages whose policy forbids it and for programs that ignore it. */
  readonly theme?: SvgTheme;
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
  const { theme = 'auto', ...env } = options;
  const { build, render } = chartOf(chart.type);
  const scene = build(answer, chart, { sources: true, paddingPx: 16, ...env });
  const { id, locale, widthPx, heightPx, summary } = scene;
  const title = options.title ?? scene.table().caption;
  const background = svg`<rect class="lt-surface" width=${widthPx} height=${heightPx}></rect>`;
  const content = serialize([background, render(scene)]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" `,
    `lang="${locale}" xml:lang="${locale}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${escapeXml(FONT_FAMILY)}">`,
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(summary)}</desc>`,
    theme === 'auto' ? `<style>${darkSheet(rolesIn(content))}</style>` : '',
    withLooks(content, theme),
    '</svg>',
  ].join('');
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
