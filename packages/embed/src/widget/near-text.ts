import type { Published } from './document.ts';
import { fetchFile } from './fetch-file.ts';

/** The near places as they were published, and where they lie. */
export interface NearText {
  readonly url: string;
  readonly text: string;
}

const shared = new Map<string, Promise<NearText>>();

/** The near places of a widget, fetched once for all widgets of the page that name the same ones; undefined where it has none. */
export async function nearText({ document: { folder, near }, url }: Published): Promise<NearText | undefined> {
  if (!near) return undefined;
  const address = new URL(near.href, new URL(folder, url)).href;
  const key = `${address} ${near.integrity}`;
  const known = shared.get(key);
  if (known) return known;
  const fetching = fetchFile(address, near.integrity).then(async (response) => ({
    url: address,
    text: await response.text(),
  }));
  shared.set(key, fetching);
  fetching.catch(() => shared.delete(key));
  return fetching;
}
