import { checkWidget, LantuError, quoteValue, type WidgetDocument } from '@lantu/spec';
import { fetchFile } from './fetch-file.ts';

/** Where an element's document comes from. `url`: what its addresses are relative to. */
export type WidgetSource =
  | { readonly kind: 'src'; readonly url: string; readonly integrity: string | undefined }
  | { readonly kind: 'script'; readonly url: string; readonly text: string };

/** A document, and where it lies. */
export interface Published {
  readonly document: WidgetDocument;
  /** Absolute. */
  readonly url: string;
}

const shared = new Map<string, Promise<Published>>();
const there = new Set<string>();

/**
 * The document at `source`: fetched once for all who name the same one, and kept only where it could be read.
 *
 * @param where names the element, for messages
 * @throws {LantuError} `data/not-found`, `data/interrupted` or `data/corrupt` where it cannot be fetched as it was published;
 * `spec/invalid` where it is no JSON, no document, or one of a format that this version cannot read
 */
export function readWidget(source: WidgetSource, where: string): Promise<Published> {
  const key = JSON.stringify(source);
  const known = shared.get(key);
  if (known) return known;
  const reading = read(source, where);
  shared.set(key, reading);
  reading.then(
    () => there.add(key),
    () => shared.delete(key),
  );
  return reading;
}

/** Whether {@link readWidget} has nothing to wait for. */
export function isThere(source: WidgetSource): boolean {
  return source.kind === 'script' || there.has(JSON.stringify(source));
}

async function read(source: WidgetSource, where: string): Promise<Published> {
  const { url } = source;
  if (source.kind === 'script') {
    const place = `the script in ${where}`;
    return { url, document: checkWidget(jsonOf(source.text, place), place) };
  }
  const { integrity } = source;
  const text = await (await fetchFile(url, integrity)).text();
  return { url, document: checkWidget(jsonOf(text, url), url) };
}

/** Has the document at `source` be fetched anew by who next asks for it. */
export function forgetWidget(source: WidgetSource): void {
  const key = JSON.stringify(source);
  shared.delete(key);
  there.delete(key);
}

/** `text` as JSON. @throws {LantuError} `spec/invalid` where it is none */
export function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LantuError('spec/invalid', 'this is not JSON', {
      where,
      received: quoteValue(text),
      allowed: 'a document that "lantu bake" published',
      cause,
    });
  }
}
