import { pictureHead, pictureWidth, renderToSvg } from '@lantu/charts/svg';
import type { Formatter } from '@lantu/spec/locale';
import type { MenuState } from '../state.ts';
import { publishedFonts } from './fonts.ts';
import { shownTheme } from './theme.ts';

/**
 * The widget as it stands, as an SVG document of the size of the published ones: its filters in words below the title, its sources at the foot, in the language and the
 * colours of the page, with the published fonts inside.
 *
 * @throws {LantuError} `chart/unsuited` where the answer cannot be drawn this way
 */
export async function svgOf(state: MenuState, format: Formatter, host: Element): Promise<string> {
  const { blueprint, answer, settings, document, theme } = state;
  const { locale } = format;
  return renderToSvg(answer, blueprint.chart, {
    locale,
    fonts: await publishedFonts(state, locale),
    widthPx: pictureWidth(blueprint.chart),
    theme: shownTheme(host, theme),
    ...pictureHead(blueprint, settings, document?.answers ?? [], format),
  });
}
