import { LantuError, quoteValue } from '@lantu/spec';
import { inFolder, isAbsolute } from './address.ts';
import { startTag } from './markup.ts';
import { folderOf, localeOf, pictureAddress } from './places.ts';
import type { EmbedRequest } from './request.ts';
import { FRAME_HEIGHT_PX, frame } from './ways.ts';

const WIDTH_PX = 640;

/** A rich answer of oEmbed 1.0, https://oembed.com. */
export interface OEmbedDocument {
  readonly type: 'rich';
  readonly version: '1.0';
  readonly title: string;
  readonly provider_name: 'Lantu';
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
}

/** The size in px of the PNG that an oEmbed document shows beforehand. */
export interface Thumbnail {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * What the file `oembed.<locale>.json` says: the widget in an iframe, with its light picture as thumbnail where its size is known.
 *
 * @throws {LantuError} `spec/invalid` when `folder` is not absolute: the document is read far from where it lies
 */
export function oembedDocument(request: EmbedRequest, thumbnail?: Thumbnail): OEmbedDocument {
  const width = request.widthPx ?? WIDTH_PX;
  const height = request.heightPx ?? FRAME_HEIGHT_PX;
  demandAbsolute(request);
  return {
    type: 'rich',
    version: '1.0',
    title: request.title,
    provider_name: 'Lantu',
    html: frame({ ...request, widthPx: width, heightPx: height }),
    width,
    height,
    ...(thumbnail && {
      thumbnail_url: pictureAddress(request, request.theme ?? 'light', 'png'),
      thumbnail_width: thumbnail.widthPx,
      thumbnail_height: thumbnail.heightPx,
    }),
  };
}

/** The line for a page's head by which consumers find the document. */
export function oembedLink(request: EmbedRequest): string {
  demandAbsolute(request);
  return startTag('link', {
    rel: 'alternate',
    type: 'application/json+oembed',
    href: inFolder(folderOf(request), `oembed.${localeOf(request)}.json`),
    title: request.title,
  });
}

function demandAbsolute({ folder }: EmbedRequest): void {
  if (isAbsolute(folder)) return;
  throw new LantuError('spec/invalid', 'oEmbed needs the address under which the widget is published', {
    where: 'folder',
    received: quoteValue(folder),
    allowed: 'an absolute address, https://…',
  });
}
