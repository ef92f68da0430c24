import { readWidget } from './widget/document.ts';
import { isWithin } from './widget/nearness.ts';

/** Resolves when the page has been painted, so that a still appears as early as it would without script. A page that nobody sees is not painted. */
export async function afterFirstPaint(): Promise<void> {
  const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
  if (isPainted || document.visibilityState === 'hidden') return;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** Begins to fetch the document of a widget that is not defined yet but will need it at once, since it is in the window. */
export function fetchAhead(widget: HTMLElement): void {
  const src = widget.getAttribute('src');
  if (!src || widget.querySelector(':scope > script') || !isWithin(widget, 0)) return;
  const integrity = widget.getAttribute('integrity') || undefined;
  // What goes wrong, a broken address too, is told by the widget, which asks again.
  void Promise.resolve()
    .then(() => readWidget({ kind: 'src', url: new URL(src, document.baseURI).href, integrity }, widget.localName))
    .catch(() => {});
}
