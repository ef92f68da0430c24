import { applyLooks, isWidgetPage } from './frame/page.ts';
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
  const stills = [...document.querySelectorAll<HTMLElement>('lantu-widget')].filter(hasStill);
  for (const still of stills) fetchAhead(still);
  if (stills.length === 0 || performance.getEntriesByName('first-contentful-paint').length > 0) return;
  await Promise.race([
    new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
    new Promise((done) => setTimeout(done, LONGEST_MS)),
  ]);
}

function hasStill({ children }: HTMLElement): boolean {
  return [...children].some(({ localName }) => localName !== 'script');
}

/** Has the browser fetch the document of a widget in the window, which will ask for it as soon as it is defined. */
function fetchAhead(widget: HTMLElement): void {
  const src = widget.getAttribute('src');
  // A request with a hash is not sure to take what was fetched without one.
  if (!src || widget.hasAttribute('integrity') || widget.querySelector(':scope > script') || !isWithin(widget, 0))
    return;
  const link = document.createElement('link');
  document.head.append(Object.assign(link, { rel: 'preload', as: 'fetch', href: src, crossOrigin: 'anonymous' }));
}
