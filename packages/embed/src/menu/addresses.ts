import type { Locale } from '@lantu/spec';
import type { MenuState } from './state.ts';

/** Where the files of a published widget lie; all addresses are absolute. */
export interface Addresses {
  /** The widget's folder, with its live files. */
  readonly live: string;
  /** The folder of the version on show. */
  readonly version: string;
  /** The standalone page in that language, as live or as frozen as the document on show. */
  page(locale: Locale): string;
}

/** Undefined where the widget was not published, or its document is a `data:` address that has no folder. */
export function addressesOf({ document, documentUrl }: MenuState): Addresses | undefined {
  if (!document || !documentUrl || !/^https?:/.test(documentUrl)) return undefined;
  const version = new URL(document.folder, documentUrl).href;
  return {
    version,
    live: new URL('../', version).href,
    page: (locale) => new URL(`${locale}.html`, documentUrl).href,
  };
}
