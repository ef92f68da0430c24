import { readWidget } from './widget/document.ts';
import { isWithin } from './widget/nearness.ts';

/** How long is waited: a page in the background and a frame out of sight are not painted, and a document may be long in coming. */
const LONGEST_MS = 200;

/**
 * Resolves when the widgets in `root` can be drawn without a frame of the page between their upgrade and their picture: stills have been
 * painted, which they are as early as without script, and the documents of widgets in the window are there; or after 200 ms.
 */
export async function ready(root: Document): Promise<void> {
  // Off the stack of the module: with a browser's tools open, a request has every position in the code on it looked up, for 20 ms.
  await undefined;
  const widgets = [...root.querySelectorAll<HTMLElement>('lantu-widget')];
  const documents = widgets.map((widget) => fetchDocument(widget).catch(() => {}));
  if (widgets.some(hasStill)) documents.push(firstFrame());
  await Promise.race([Promise.all(documents), new Promise((done) => setTimeout(done, LONGEST_MS))]);
}

async function firstFrame(): Promise<unknown> {
  if (performance.getEntriesByName('first-contentful-paint').length > 0) return undefined;
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

function hasStill({ children }: HTMLElement): boolean {
  return [...children].some(({ localName }) => localName !== 'script');
}

/** Fetches the document of a widget in the window, which takes it from there once it is defined; what is wrong with it is told then. */
async function fetchDocument(widget: HTMLElement): Promise<unknown> {
  const src = widget.getAttribute('src');
  if (!src || widget.querySelector(':scope > script') || !isWithin(widget, 0)) return undefined;
  const { href: url } = new URL(src, document.baseURI);
  const integrity = widget.getAttribute('integrity') || undefined;
  return readWidget({ kind: 'src', url, integrity }, '<lantu-widget>');
}
