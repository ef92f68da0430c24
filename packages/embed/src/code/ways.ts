import { beside, inFolder, isAbsolute, webAddress } from './address.ts';
import { element, escapeMarkup, startTag } from './markup.ts';
import { folderOf, localeOf, pageAddress, pictureAddress, stillName } from './places.ts';
import type { EmbedRequest, EmbedTheme } from './request.ts';

/** Tall enough for a chart with its heading, summary and sources at 360 px wide. A frame without the bridge scrolls inside. */
export const FRAME_HEIGHT_PX = 520;

const DARK = '(prefers-color-scheme: dark)';
/** Windows in which the narrow picture is legible and the wide one is not. */
const NARROW = '(max-width: 560px)';

/**
 * What the page in the frame does: runs scripts of its own origin, opens sources, saves files, prints. Not for a page of the same
 * origin, which no sandbox with these rights keeps from anything, as browsers warn.
 */
const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';

/** Two lines: the loader and the element. With a still, what readers see before and without script stands inside. */
export function elementCode(request: EmbedRequest): string {
  const { loader, locale, theme, size, still, frozen = false, integrity } = request;
  const document = frozen ? request.document : undefined;
  const folder = folderOf(request);
  const src = webAddress(loader, 'loader');
  const address = inFolder(folder, 'widget.json');
  const hash = frozen && document === undefined ? integrity?.document : undefined;
  const content = [
    ...(document === undefined ? [] : [dataScript('application/json', document.trim())]),
    ...(still === undefined ? [] : [stillFrom(still, folder)]),
  ];
  const widget = element(
    'lantu-widget',
    {
      src: address,
      lang: locale,
      theme,
      size,
      integrity: hash,
    },
    content.map((each) => `\n${each}\n`).join(''),
  );
  return [
    ...(integrity?.chunks ? [importMap(src, integrity.chunks)] : []),
    moduleScript(src, integrity?.loader),
    // After the script, which is longer in coming and has to be compiled.
    ...(request.preload && document === undefined && hash === undefined ? fetchedAhead(request).map(preload) : []),
    widget,
  ].join('\n');
}

/** The standalone page in a frame, and the script that gives the frame its content's height. */
export function iframeCode(request: EmbedRequest): string {
  const { loader, integrity } = request;
  return `${moduleScript(beside(webAddress(loader, 'loader'), 'frame.js'), integrity?.frame)}\n${frame(request)}`;
}

/** The frame alone, as an oEmbed document carries it: consumers drop scripts. */
export function frame(request: EmbedRequest): string {
  const { theme, size, title, widthPx, heightPx = FRAME_HEIGHT_PX } = request;
  const settings = new URLSearchParams({ ...(theme && { theme }), ...(size && { size }) }).toString();
  return element('iframe', {
    'data-lantu': true,
    src: `${pageAddress(request)}${settings && `?${settings}`}`,
    title,
    width: widthPx ?? '100%',
    height: heightPx,
    loading: 'lazy',
    frameborder: 0,
    allow: 'clipboard-write',
    sandbox: isAbsolute(request.folder) ? SANDBOX : undefined,
  });
}

/** The static picture, in the reader's light or dark theme where none is asked for, linked to the standalone page. */
export function pictureCode(request: EmbedRequest): string {
  const { theme, title, alternative = title, widthPx, heightPx, narrowHeightPx } = request;
  // An SVG fits itself into the box that these attributes give it, whatever its width.
  const width = widthPx ?? (heightPx === undefined ? undefined : '100%');
  const source = (of: EmbedTheme, isNarrow: boolean, conditions: readonly string[]) =>
    startTag('source', {
      media: conditions.join(' and '),
      srcset: pictureAddress(request, of, isNarrow ? 'narrow.svg' : 'svg'),
      width,
      height: isNarrow ? narrowHeightPx : heightPx,
    });
  const hasNarrow = narrowHeightPx !== undefined && widthPx === undefined;
  const sources = [
    ...(!theme && hasNarrow ? [source('dark', true, [DARK, NARROW])] : []),
    ...(!theme ? [source('dark', false, [DARK])] : []),
    ...(hasNarrow ? [source(theme ?? 'light', true, [NARROW])] : []),
  ];
  const image = startTag('img', {
    src: pictureAddress(request, theme ?? 'light'),
    alt: alternative,
    lang: localeOf(request),
    width,
    height: heightPx,
    loading: 'lazy',
    decoding: 'async',
  });
  const picture = sources.length > 0 ? element('picture', {}, [...sources, image]) : image;
  return element('a', { href: pageAddress(request) }, picture);
}

/** A fragment's addresses of files beside it, `./…`, as the embedding page needs them. */
function stillFrom(still: string, folder: string): string {
  return still.trim().replaceAll(/(?<=\s(?:src|srcset|href)=")\.\//g, () => escapeMarkup(folder));
}

/** What the loader asks for first: the still that it brings into an element with nothing inside, where it is known which, and the document. */
function fetchedAhead(request: EmbedRequest): string[] {
  const { locale, theme, size, still } = request;
  const folder = folderOf(request);
  const isBrought = still === undefined && locale !== undefined && theme !== 'dark' && size !== 'large';
  return [...(isBrought ? [inFolder(folder, stillName(locale, 'inline'))] : []), inFolder(folder, 'widget.json')];
}

function preload(href: string): string {
  return startTag('link', { rel: 'preload', as: 'fetch', href, crossorigin: 'anonymous' });
}

function moduleScript(src: string, integrity?: string): string {
  return element('script', { type: 'module', src, ...(integrity && { integrity, crossorigin: 'anonymous' }) });
}

/** Hashes of the modules that the loader fetches later; a browser reads them from an import map that stands before the first module. */
function importMap(loader: string, chunks: Readonly<Record<string, string>>): string {
  const integrity = Object.fromEntries(
    Object.entries(chunks).map(([file, hash]) => [asSpecifier(beside(loader, file)), hash]),
  );
  return dataScript('importmap', JSON.stringify({ integrity }));
}

function dataScript(type: 'importmap' | 'application/json', json: string): string {
  return `<script type="${type}">${json.replaceAll('<', '\\u003c')}</script>`;
}

/** An import map takes a relative address only when it begins with a dot or a slash. */
function asSpecifier(address: string): string {
  return /^(\.{0,2}\/|https?:)/i.test(address) ? address : `./${address}`;
}
