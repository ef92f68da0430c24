import { type Locale, textIn } from '@lantu/spec';
import {
  type EmbedIntegrity,
  type EmbedWay,
  embedCode,
  integrityFrom,
  type StillPicture,
  stillName,
} from '../../code/index.ts';
import { loaderUrl } from '../../loader-url.ts';
import { type Addresses, addressesOf } from '../addresses.ts';
import type { MenuState } from '../state.ts';

/** What the reader chose of the ways to embed. */
export interface Choices {
  readonly way: EmbedWay;
  readonly frozen: boolean;
  /** Undefined: as the page that embeds it; for an element only. */
  readonly locale: Locale | undefined;
  readonly still: StillPicture;
  readonly integrity: boolean;
}

/** The ways that lead to a working widget: a table has no picture, and without a loader of its own address there is no script to name. */
export function waysFor({ blueprint }: MenuState): readonly EmbedWay[] {
  const ways: EmbedWay[] = loaderUrl() ? ['element', 'iframe'] : [];
  if (blueprint.chart.type !== 'table') ways.push('picture');
  return [...ways, 'oembed'];
}

/**
 * The code to paste, with what it needs of the published files. `shown` is the language that the menu is in.
 *
 * @throws {TypeError} where such a file cannot be read
 */
export async function codeFor(choices: Choices, state: MenuState, shown: Locale, host: HTMLElement): Promise<string> {
  const { way, frozen, locale } = choices;
  const { blueprint, document } = state;
  const addresses = addressesOf(state);
  if (!addresses || !document) throw new TypeError('only a published widget can be embedded');
  const loader = loaderUrl() ?? '';
  const folder = frozen ? addresses.version : addresses.live;
  const language = locale ?? shown;
  return embedCode({
    way,
    frozen,
    loader,
    folder: addresses.live,
    version: document.version,
    title: textIn(blueprint.title, language),
    ...(way === 'element' ? locale && { locale } : { locale: language }),
    ...(way === 'element' &&
      choices.still !== 'none' && { still: await textOf(folder + stillName(language, choices.still)) }),
    ...(way === 'iframe' && { heightPx: Math.ceil(host.getBoundingClientRect().height) }),
    ...(way === 'picture' && (await pictureOf(folder, language))),
    ...(hasIntegrity(way) && choices.integrity && { integrity: await integrityOf(addresses, loader, state) }),
  });
}

/** Whether code of that way loads scripts. */
export function hasIntegrity(way: EmbedWay): boolean {
  return way === 'element' || way === 'iframe';
}

/** Heights and text alternative of the published picture. */
async function pictureOf(folder: string, locale: Locale) {
  const names = ['light.svg', 'light.narrow.svg', 'txt'].map((name) => textOf(`${folder}${locale}.${name}`));
  const [wide = '', narrow = '', words = ''] = await Promise.all(names);
  const heightOf = (svg: string) => Number(/^<svg\b[^>]*?\sheight="(\d+)"/.exec(svg)?.[1]);
  return {
    alternative: words.trim().replaceAll(/\s*\n\s*/g, ' '),
    heightPx: heightOf(wide),
    narrowHeightPx: heightOf(narrow),
  };
}

/** The hashes of the scripts, from the list beside the loader, and of the frozen document, from the index of the widgets. */
async function integrityOf(
  { live, version }: Addresses,
  loader: string,
  { blueprint }: MenuState,
): Promise<EmbedIntegrity> {
  const [hashes, index] = await Promise.all([
    jsonOf<Readonly<Record<string, string>>>(new URL('integrity.json', loader).href),
    jsonOf<PublishedIndex>(new URL('../index.json', live).href),
  ]);
  const name = `${version.slice(new URL('../', live).href.length)}widget.json`;
  const files = index.widgets.find(({ id }) => id === blueprint.id)?.files ?? [];
  const document = files.find(({ href }) => href === name)?.integrity;
  const integrity = integrityFrom(hashes, document);
  if (!integrity || !document) throw new TypeError('the lists of hashes are not of these files');
  return integrity;
}

/** As much of the published `index.json` as is read here. */
interface PublishedIndex {
  readonly widgets: readonly {
    readonly id: string;
    readonly files: readonly { readonly href: string; readonly integrity: string }[];
  }[];
}

async function jsonOf<T>(url: string): Promise<T> {
  return JSON.parse(await textOf(url)) as T;
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`${url}: ${response.status}`);
  return response.text();
}
