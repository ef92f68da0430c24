import { type EmbedRequest, oembedDocument } from '@lantu/embed/code';
import type { Locale } from '@lantu/spec';
import type { PageInput } from '../bake/published.ts';
import { pictureName } from '../picture/names.ts';
import { isPicture } from '../picture/pictures.ts';
import { folderOf, widgetFolderOf } from './addresses.ts';
import { sizeOf } from './size.ts';
import type { WidgetWords } from './words.ts';

/** What the frame holds besides the picture: summary, disclosures, the room around. */
const AROUND_PX = 240;

/** The widget's page in a frame, as `embedCode` takes it; undefined where nobody said where it will be published. */
export function embedRequest(input: PageInput, locale: Locale, { title }: WidgetWords): EmbedRequest | undefined {
  const [folder, page] = [widgetFolderOf(input), folderOf(input)];
  if (folder === undefined || page === undefined) return undefined;
  const size = isPicture(input) ? sizeOf(input.pictures, pictureName(locale, 'light', '')) : undefined;
  return {
    way: 'iframe',
    folder,
    version: input.version,
    frozen: input.kind === 'frozen',
    loader: new URL(input.loader, page).href,
    title,
    locale,
    ...(size && { widthPx: size.widthPx, heightPx: size.heightPx + AROUND_PX }),
  };
}

/** The oEmbed document of a request, with the PNG of two pixels a CSS pixel as thumbnail. */
export function oembedOf(request: EmbedRequest, input: PageInput, locale: Locale): string {
  const size = isPicture(input) ? sizeOf(input.pictures, pictureName(locale, 'light', '')) : undefined;
  const thumbnail = size && { widthPx: 2 * size.widthPx, heightPx: 2 * size.heightPx };
  return `${JSON.stringify(oembedDocument(request, thumbnail))}\n`;
}
