import { firstSettings, LOCALES, type Locale } from '@lantu/spec';
import { addressesOf } from './addresses.ts';
import { copyText } from './clipboard.ts';
import type { Outcome } from './outcome.ts';
import type { MenuState, MenuTask } from './state.ts';

/** Copies the address at which the widget can be found again; where the filters are not as at first, it says that the link is without them. */
export async function copyLink({ state, format, host }: MenuTask): Promise<Outcome> {
  const link = linkTo(state, format.locale, host);
  const isFiltered = JSON.stringify(state.settings) !== JSON.stringify(firstSettings(state.blueprint));
  if (!(await copyText(link, host.shadowRoot ?? host)))
    return { status: 'failed', words: format.text('copy.failed'), text: link };
  return { status: 'done', words: format.text(isFiltered ? 'link.copied-unfiltered' : 'link.copied') };
}

/**
 * The page on show, at the nearest element that has an id and holds this widget alone; in a page without one, the widget's own page,
 * if it was published.
 */
export function linkTo(state: MenuState, locale: Locale, host: Element): string {
  const addresses = addressesOf(state);
  const here = new URL(location.href);
  const isOwnPage = LOCALES.some((each) => addresses?.page(each) === `${here.origin}${here.pathname}`);
  if (isOwnPage) return here.href;
  const anchor = idAround(host);
  if (anchor === undefined && addresses) return addresses.page(locale);
  here.hash = anchor ?? '';
  return here.href;
}

/** Only an id of the document itself can stand in an address. */
function idAround(host: Element): string | undefined {
  const root = host.getRootNode();
  if (root instanceof ShadowRoot) return idAround(root.host);
  const named = host.closest('[id]:not([id=""])');
  const isAlone = named === host || named?.querySelectorAll(host.localName).length === 1;
  return named && isAlone ? named.id : undefined;
}
