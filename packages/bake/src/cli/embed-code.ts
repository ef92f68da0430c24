import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import {
  type EmbedIntegrity,
  type EmbedRequest,
  type EmbedTheme,
  type EmbedWay,
  embedCode,
  integrityFrom,
  type StillPicture,
  stillName,
} from '@lantu/embed/code';
import { allowedNames, LantuError, type Locale, textIn } from '@lantu/spec';
import { readIndex, type WidgetEntry } from '../bake/index-file.ts';
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts';

export interface EmbedCodeCommand {
  readonly dir: string;
  readonly as: EmbedWay;
  readonly frozen?: boolean;
  readonly locale?: Locale;
  readonly theme?: EmbedTheme;
  readonly size?: 'large';
  readonly picture?: StillPicture;
  readonly width?: number;
  readonly height?: number;
  readonly document?: boolean;
  readonly preload?: boolean;
  readonly integrity?: boolean;
  readonly loaderDir?: string;
  readonly baseUrl?: string;
  readonly json?: boolean;
}

/** `lantu embed-code WIDGET…`: the code on stdout, what the webmaster must know besides on stderr. */
export function runEmbedCode(ids: readonly string[], options: EmbedCodeCommand, io: Io): ExitCode {
  checkOptions(options);
  const made = ids.map((id) => codeOf(id, options, io.cwd));
  const codes = Object.fromEntries(made.map(({ code }, index) => [ids[index], code]));
  const text = options.json ? JSON.stringify(codes, null, 2) : Object.values(codes).join('\n\n');
  io.stdout(`${text}\n`);
  for (const note of new Set(made.flatMap(({ notes }) => notes))) io.stderr(`${note}\n`);
  return EXIT.done;
}

function codeOf(id: string, options: EmbedCodeCommand, cwd: string): { code: string; notes: string[] } {
  const dir = resolve(cwd, options.dir);
  const entry = entryIn(dir, id);
  const published = { dir, entry, ...addressesOf(dir, entry, options) };
  checkPublished(published, options);
  const { frozen = false, locale, theme, size, width, height } = options;
  const shown = locale ?? firstOf(entry);
  const measured = measuredOf(published, shown, options);
  const still = stillOf(published, shown, options);
  const integrity = options.integrity ? integrityOf(published, cwd, options) : undefined;
  const request: EmbedRequest = {
    way: options.as,
    folder: published.folder,
    version: entry.version,
    loader: published.loader,
    title: textIn(entry.title, shown),
    frozen,
    ...(options.as === 'element' ? locale && { locale } : { locale: shown }),
    ...measured,
    ...(theme && { theme }),
    ...(size && { size }),
    ...(width !== undefined && { widthPx: width }),
    ...(height !== undefined && { heightPx: height }),
    ...(still !== undefined && { still }),
    ...(options.document && { document: fileOf(published, 'widget.json', true) }),
    ...(options.preload && { preload: true }),
    ...(integrity && { integrity }),
  };
  const code = embedCode(request);
  return { code, notes: notesOn(code, published, options) };
}

interface Published {
  /** The folder of all widgets, on this disk. */
  readonly dir: string;
  readonly entry: WidgetEntry;
  /** The widget's own folder, as the page that embeds it names it. */
  readonly folder: string;
  /** The loader, as that page names it. */
  readonly loader: string;
}

/** Options that the way would leave without effect. */
function checkOptions(options: EmbedCodeCommand): void {
  const { as, picture, size, theme, width, height, document, preload, integrity, frozen, loaderDir } = options;
  const given = { picture, size, theme, width, height, document, preload, integrity };
  const allowed: Readonly<Record<EmbedWay, readonly (keyof typeof given)[]>> = {
    element: ['picture', 'size', 'theme', 'document', 'preload', 'integrity'],
    iframe: ['size', 'theme', 'width', 'height', 'integrity'],
    picture: ['theme', 'width', 'height'],
    oembed: [],
  };
  const idle = Object.entries(given).find(
    ([name, value]) => value !== undefined && !allowed[as].includes(name as keyof typeof given),
  );
  if (idle) {
    const ways = Object.entries(allowed).filter(([, names]) => names.some((name) => name === idle[0]));
    throw new UsageError(
      `--${idle[0]} changes nothing with --as ${as}; it is for --as ${ways.map(([way]) => way).join(' or ')}`,
    );
  }
  if (document && !frozen) {
    throw new UsageError('--document is for --frozen: a document in the page itself does not follow new data');
  }
  if (document && preload)
    throw new UsageError('--preload fetches what --document puts into the code; leave one of them');
  if (preload && frozen && integrity) {
    throw new UsageError('--preload is not for a frozen document with --integrity, which browsers may fetch twice');
  }
  if (loaderDir !== undefined && !integrity) throw new UsageError('--loader-dir is for --integrity');
}

/** What the way needs of what was published. */
function checkPublished({ entry, folder }: Published, { as, locale }: EmbedCodeCommand): void {
  const { locales } = entry.settings;
  if (locale !== undefined && !locales.includes(locale)) {
    throw new UsageError(`${entry.id} was not published in ${locale}; its languages are ${locales.join(', ')}`);
  }
  if (as === 'oembed' && !isAbsolute(folder)) {
    throw new UsageError(
      'oEmbed needs to know where the widgets are published. Bake them with --base-url: then the oEmbed documents are written too.',
    );
  }
}

function entryIn(dir: string, id: string): WidgetEntry {
  const path = join(dir, 'index.json');
  if (!existsSync(path)) {
    throw new UsageError(`There is no ${path}. --dir is to name the folder that "lantu bake --out" wrote.`);
  }
  const { widgets } = readIndex(path);
  const entry = widgets.find((each) => each.id === id);
  if (entry) return entry;
  const names = widgets.map((each) => each.id);
  throw new UsageError(`${path} has no widget ${JSON.stringify(id)}; allowed ${allowedNames(names, id, 5)}`);
}

/**
 * Absolute addresses where it is known where the folder is published, else relative ones from the folder that holds it.
 *
 * @throws {LantuError} `spec/invalid` for a base URL that is none
 */
function addressesOf(
  dir: string,
  { id, settings }: WidgetEntry,
  { baseUrl = settings.baseUrl }: EmbedCodeCommand,
): Pick<Published, 'folder' | 'loader'> {
  if (baseUrl === undefined) {
    const name = encodeURIComponent(basename(dir));
    return { folder: `${name}/${id}/`, loader: fromParent(name, settings.loader) };
  }
  if (!/^https?:\/\/[^/?#]+[^?#]*$/i.test(baseUrl)) {
    throw new UsageError(
      `--base-url is to be the absolute address of the folder of widgets, https://…/, received ${JSON.stringify(baseUrl)}`,
    );
  }
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
  return { folder: new URL(`${id}/`, base).href, loader: new URL(settings.loader, base).href };
}

function fromParent(name: string, loader: string): string {
  return isRelative(loader) ? posix.join(name, loader) : loader;
}

function isAbsolute(address: string): boolean {
  return /^https?:/i.test(address);
}

function isRelative(address: string): boolean {
  return !/^([a-z][a-z0-9+.-]*:|\/)/i.test(address);
}

function firstOf({ settings }: WidgetEntry): Locale {
  return (settings.locales[0] ?? 'zh-CN') as Locale;
}

function hasFile({ entry }: Published, name: string, frozen: boolean): boolean {
  return entry.files.some((each) => each.href === hrefOf(entry, name, frozen));
}

/** The published file of a widget, as text. @throws {UsageError} where it was not published */
function fileOf(published: Published, name: string, frozen: boolean): string {
  const { dir, entry } = published;
  if (hasFile(published, name, frozen)) return readFileSync(join(dir, hrefOf(entry, name, frozen)), 'utf8');
  throw new UsageError(`${entry.id} was published without ${name}. Bake it again.`);
}

function hrefOf({ id, version }: WidgetEntry, name: string, frozen: boolean): string {
  return `${id}/${frozen ? `${version}/` : ''}${name}`;
}

/** The still of an element's code; a linked picture where nothing else was asked for. */
function stillOf(
  published: Published,
  locale: Locale,
  { as, picture = 'linked', frozen = false }: EmbedCodeCommand,
): string | undefined {
  if (as !== 'element' || picture === 'none') return undefined;
  return fileOf(published, stillName(locale, picture), frozen);
}

/** What is known of a picture or a frame from the published files; its size where none was asked for. */
function measuredOf(published: Published, locale: Locale, { as, frozen = false }: EmbedCodeCommand) {
  if (as === 'picture') return pictureOf(published, locale, frozen);
  const name = `oembed.${locale}.json`;
  if (as !== 'iframe' || !hasFile(published, name, frozen)) return {};
  return { heightPx: (JSON.parse(fileOf(published, name, frozen)) as { height: number }).height };
}

/** Heights and text alternative of the picture, from its SVGs and the text beside them. */
function pictureOf(published: Published, locale: Locale, frozen: boolean) {
  const heightOf = (name: string) =>
    Number(/^<svg\b[^>]*?\sheight="(\d+)"/.exec(fileOf(published, name, frozen))?.[1] ?? Number.NaN);
  return {
    alternative: fileOf(published, `${locale}.txt`, frozen)
      .trim()
      .replaceAll(/\s*\n\s*/g, ' '),
    heightPx: heightOf(`${locale}.light.svg`),
    narrowHeightPx: heightOf(`${locale}.light.narrow.svg`),
  };
}

/** The hashes of the loader from `integrity.json` beside it, and of the frozen document from the index. */
function integrityOf({ dir, entry }: Published, cwd: string, { loaderDir }: EmbedCodeCommand): EmbedIntegrity {
  const { loader } = entry.settings;
  const folder =
    loaderDir === undefined ? isRelative(loader) && resolve(dir, dirname(loader)) : resolve(cwd, loaderDir);
  const path = folder && join(folder, 'integrity.json');
  if (!path || !existsSync(path)) {
    throw new UsageError(
      `--integrity needs the hashes of the loader: ${path ? `there is no ${path}` : `${loader} is not in a folder here`}. ` +
        'Say with --loader-dir where the folder with embed.js and integrity.json is.',
    );
  }
  const document = entry.files.find(({ href }) => href === hrefOf(entry, 'widget.json', true))?.integrity;
  const integrity = integrityFrom(JSON.parse(readFileSync(path, 'utf8')), document);
  if (integrity) return integrity;
  throw new LantuError('spec/invalid', 'this lists no hashes of a loader', {
    where: path,
    allowed: 'the integrity.json that was built with embed.js',
  });
}

function notesOn(code: string, { dir, folder }: Published, { as }: EmbedCodeCommand): string[] {
  const map = /<script type="importmap">(.*?)<\/script>/s.exec(code)?.[1];
  const hash = map && createHash('sha256').update(map).digest('base64');
  return [
    ...(isAbsolute(folder)
      ? []
      : [`The addresses are relative to the folder that holds ${basename(dir)}/. --base-url makes them absolute.`]),
    ...(hash ? [`A page with a Content Security Policy allows the import map by script-src 'sha256-${hash}'.`] : []),
    ...(as === 'oembed' ? ['The line is for the head of the page that oEmbed consumers are given.'] : []),
  ];
}
