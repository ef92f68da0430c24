import { settingsTexts } from '@lantu/charts/settings';
import { renderToSvg } from '@lantu/charts/svg';
import type { Formatter } from '@lantu/spec/locale';
import type { MenuState } from '../menu.ts';
import { publishedFonts } from './fonts.ts';
import { shownTheme } from './theme.ts';

/** As wide as the pictures that are published. */
const WIDTH_PX = 640;

/**
 * The widget as it stands, as an SVG document: its filters in words below the title, its sources at the foot, in the language and the
 * colours of the page, with the published fonts inside.
 *
 * @throws {LantuError} `chart/unsuited` where the answer cannot be drawn this way
 */
export async function svgOf(state: MenuState, format: Formatter, host: Element): Promise<string> {
  const { blueprint, answer, settings, document, size, theme } = state;
  const { locale, textIn } = format;
  const fonts = await publishedFonts(state, locale);
  const set = settingsTexts(blueprint, settings, document?.answers ?? [], format);
  const subtitle = [...(blueprint.subtitle ? [textIn(blueprint.subtitle)] : []), ...set].join(' · ');
  return renderToSvg(answer, blueprint.chart, {
    locale,
    size,
    fonts,
    widthPx: WIDTH_PX,
    theme: shownTheme(host, theme),
    title: textIn(blueprint.title),
    ...(subtitle && { subtitle }),
  });
}
