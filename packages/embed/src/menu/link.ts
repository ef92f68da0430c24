import { firstSettings, LOCALES, type Locale } from '@lantu/spec';
import { withSettings } from '../frame/settings.ts';
import { addressesOf } from './addresses.ts';
import { copyText } from './clipboard.ts';
import type { Outcome } from './outcome.ts';
import type { MenuState, MenuTask } from './state.ts';

/** Copies the address at which the widget can be found again; where it cannot hold the filters, that is said. */
export async function copyLink({ state, format, host }: MenuTask): Promise<Outcome> {
  const { href, holdsFilters } = linkTo(state, format.locale, host);
  if (!(await copyText(href, host.shadowRoot ?? host))) {
    return { status: 'failed', words: format.text('copy.failed'), text: href };
  }
  return { status: 'done', words: format.text(holdsFilters ? 'link.copied' : 'link.copied-unfiltered') };
}

/**
 * The page on show, at the nearest element that has an id and holds this widget alone. The widget's own page, if it was published, where
 * there is no such element, and where the filters are set: that page can be told of them.
 */
function linkTo(state: MenuState, locale: Locale, host: Element): { href: string; holdsFilters: boolean } {
  const { settings, blueprint } = state;
  const isFiltered = JSON.stringify(settings) !== JSON.stringify(firstSettings(blueprint));
  const page = ownPage(state, locale);
  const anchor = idAround(host);
  if (page && isFiltered) return { href: withSettings(page, settings), holdsFilters: true };
  if (page && anchor === undefined) return { href: page, holdsFilters: true };
  const here = new URL(location.href);
  here.hash = anchor ?? '';
  return { href: here.href, holdsFilters: !isFiltered };
}

/** The widget's page as it is open now, in whichever language; else the one in the language on show. */
function ownPage(state: MenuState, locale: Locale): string | undefined {
  const addresses = addressesOf(state);
  const here = `${location.origin}${location.pathname}`;
  const shown = LOCALES.map((each) => addresses?.page(each)).find((each) => each === here);
  return shown ?? addresses?.page(locale);
}

/** Only an id of the document itself can stand in an address. */
function idAround(host: Element): string | undefined {
  const root = host.getRootNode();
  if (root instanceof ShadowRoot) return idAround(root.host);
  const named = host.closest('[id]:not([id=""])');
  const isAlone = named === host || named?.querySelectorAll(host.localName).length === 1;
  return named && isAlone ? named.id : undefined;
}
