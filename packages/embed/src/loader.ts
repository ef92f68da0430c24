import { applyFilters, applyLooks, isWidgetPage } from './frame/page.ts';
import { setLoaderUrl } from './loader-url.ts';
import { ready } from './ready.ts';

const TAG = 'lantu-widget';
/** Set on the page by the first loader, which defines the tag only later: once its widgets can be drawn. */
const CLAIMED = Symbol.for('@lantu/embed/loader');
const own = new URL(import.meta.url);

// The chunks import from `embed.js` by that name. Under another address (`embed.js?v=2`) this module would be there twice.
if (own.search || own.hash) void import(/* @vite-ignore */ `${own.origin}${own.pathname}`);
else start();

/** The first loader of a page gives the tag its class; later ones, of the same version or another, leave everything to it. */
function start(): void {
  const page = globalThis as { [CLAIMED]?: true };
  if (page[CLAIMED] || customElements.get(TAG)) return;
  page[CLAIMED] = true;
  const root = document.documentElement;
  if (isWidgetPage(root)) {
    applyLooks(root, location.search);
    applyFilters(root, location.search);
    if (parent !== window) void import('./frame/inside.ts').then(({ reportHeight }) => reportHeight());
  }
  setLoaderUrl(own.href);
  void ready(document).then(async (shown) => {
    const { defineWidget } = await import('./widget/define.ts');
    return defineWidget(TAG, shown);
  });
}
