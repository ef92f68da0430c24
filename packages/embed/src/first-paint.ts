import { applyLooks, isWidgetPage } from './frame/page.ts';
import { fetchAhead } from './widget/ahead.ts';
import { isWithin } from './widget/nearness.ts';

// Stands before all else in the loader, by its build: a still is painted as early as it would be without script, for what follows, the
// rest of the loader and the upgrade, is some 50 ms of work.

/** A page in the background and a frame out of sight are not painted. */
const LONGEST_MS = 200;

const root = document.documentElement;
if (isWidgetPage(root)) applyLooks(root, location.search);

/** Resolves when the stills of the page have been painted, or at once where there are none. */
export const painted: Promise<void> = customElements.get('lantu-widget') ? Promise.resolve() : stillsPainted();

async function stillsPainted(): Promise<void> {
  const widgets = [...document.querySelectorAll<HTMLElement>('lantu-widget')];
  for (const widget of widgets) fetchDocument(widget);
  if (!widgets.some(hasStill) || performance.getEntriesByName('first-contentful-paint').length > 0) return;
  await Promise.race([
    new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
    new Promise((done) => setTimeout(done, LONGEST_MS)),
  ]);
}

function hasStill({ children }: HTMLElement): boolean {
  return [...children].some(({ localName }) => localName !== 'script');
}

/** Fetches the document of a widget in the window, which will ask for it as soon as it is defined. */
function fetchDocument(widget: HTMLElement): void {
  const src = widget.getAttribute('src');
  // What is held to a hash is fetched with it.
  if (!src || widget.hasAttribute('integrity') || widget.querySelector(':scope > script') || !isWithin(widget, 0))
    return;
  if (URL.canParse(src, document.baseURI)) fetchAhead(new URL(src, document.baseURI).href);
}
