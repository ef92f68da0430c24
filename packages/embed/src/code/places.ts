import { LantuError, type Locale, quoteValue } from '@lantu/spec';
import { inFolder, webAddress } from './address.ts';
import type { EmbedRequest, EmbedTheme, StillPicture } from './request.ts';

/** The language of what shows one language only, when none is asked for. */
const FIRST_LOCALE: Locale = 'zh-CN';

/** The name of the fragment that an element's code holds, in the version's folder. Without a picture there is none. */
export function stillName(locale: Locale, picture: Exclude<StillPicture, 'none'>): string {
  return `${locale}.${picture === 'inline' ? 'inline' : 'still'}.html`;
}

/** The folder of the files that a request embeds: the version's own when frozen, else the widget's. */
export function folderOf({ folder, version, frozen = false }: EmbedRequest): string {
  const checked = webAddress(folder, 'folder');
  if (!/^[0-9a-f]{16}$/.test(version)) {
    throw new LantuError('spec/invalid', 'this names no version of a widget', {
      where: 'version',
      received: quoteValue(version),
      allowed: '16 hexadecimal digits',
    });
  }
  return frozen ? inFolder(checked, `${version}/`) : inFolder(checked, '');
}

/** The language that a picture, page or oEmbed document is in. */
export function localeOf({ locale = FIRST_LOCALE }: EmbedRequest): Locale {
  return locale;
}

/** The address of the standalone page, which is also what an iframe shows. */
export function pageAddress(request: EmbedRequest): string {
  return inFolder(folderOf(request), `${localeOf(request)}.html`);
}

/** The address of the static picture. */
export function pictureAddress(
  request: EmbedRequest,
  theme: EmbedTheme,
  format: 'svg' | 'narrow.svg' | 'png' = 'svg',
): string {
  return inFolder(folderOf(request), `${localeOf(request)}.${theme}.${format}`);
}
