import { oembedLink } from './oembed.ts';
import type { EmbedRequest, EmbedWay } from './request.ts';
import { elementCode, iframeCode, pictureCode } from './ways.ts';

const CODE_OF: Readonly<Record<EmbedWay, (request: EmbedRequest) => string>> = {
  element: elementCode,
  iframe: iframeCode,
  picture: pictureCode,
  oembed: oembedLink,
};

/**
 * The markup to paste into a page. Every value is escaped; nothing of it depends on the page it is made in.
 *
 * - `element`: the loader and the element, with the still inside where one is given
 * - `iframe`: the standalone page in a frame, and the bridge that gives it its height
 * - `picture`: the static picture, linked to the standalone page
 * - `oembed`: the discovery link for a page's head, see {@link oembedDocument} for what it leads to
 *
 * @throws {LantuError} `spec/invalid` for an address of another scheme than http and https, a version that is none, and oEmbed without an absolute `folder`
 */
export function embedCode(request: EmbedRequest): string {
  return CODE_OF[request.way](request);
}
