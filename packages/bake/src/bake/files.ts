import { createHash } from 'node:crypto';
import { rollupToArrow } from '@lantu/engine/rollup-arrow';
import { type Catalog, type FileRef, type NearPlaces, WIDGET_FORMAT, type WidgetDocument } from '@lantu/spec';
import { excerptOf } from './excerpt.ts';
import { inLanguages } from './languages.ts';
import type { Files, PageInput, PublishedInput } from './published.ts';
import type { BakedWidget } from './widget.ts';

/** A rollup whose JSON is longer travels as Arrow: below, JSON is read as fast and is as small when compressed. */
const JSON_BYTES = 2 * 1024 * 1024;

/** Stands for the version in the files that it is the hash of. */
const NO_VERSION = '0'.repeat(16);

/** Where the published files will lie. Addresses are relative to the folder of all widgets, or absolute. */
export interface Addresses {
  /** Of the loader. */
  readonly loader: string;
  /** Of the folder of all widgets itself, absolute. */
  readonly baseUrl?: string;
  /** Of the data's catalog, where a page may ask the engine. */
  readonly catalog?: string;
}

/** What draws the pictures and writes the pages. */
export interface Makers {
  readonly picturesOf: (input: PublishedInput) => Promise<Files>;
  readonly pagesOf: (input: PageInput) => Files;
  /** When all is drawn. */
  readonly close?: () => Promise<void>;
}

/** The files of a widget. */
export interface WidgetFiles {
  /** 16 hexadecimal digits: the beginning of the SHA-256 of all that is in the frozen folder. */
  readonly version: string;
  /** Of the folder `<id>/`. */
  readonly live: Files;
  /** Of the folder `<id>/<version>/`. */
  readonly frozen: Files;
}

/**
 * The files of a widget, the same bytes for the same input. Its version stands in some of them: it is the hash of what they are with
 * zeros in its place.
 */
export async function filesOf(
  baked: BakedWidget,
  catalog: Catalog,
  addresses: Addresses,
  makers: Makers,
): Promise<WidgetFiles> {
  const near = nearFiles(baked, catalog);
  const pictures = await makers.picturesOf(baked.input);
  const frozenAt = (version: string): Files => {
    const document = documentOf(baked, version, near);
    const own = new Map([['widget.json', json(document)], ...near, ...pictures]);
    return sorted(new Map([...own, ...makers.pagesOf(pageInput(baked, document, pictures, own, 'frozen', addresses))]));
  };
  const version = versionOf(frozenAt(NO_VERSION), NO_VERSION);
  const live = liveDocument(baked, version, near, addresses);
  const shown = new Map([['widget.json', json(live)], ...[...pictures].filter(([name]) => !name.endsWith('.woff2'))]);
  return {
    version,
    frozen: frozenAt(version),
    live: sorted(new Map([...shown, ...makers.pagesOf(pageInput(baked, live, pictures, shown, 'live', addresses))])),
  };
}

/**
 * The version that the files of a frozen folder make, in the order of their names, where `named` stands in them for it: 16 hexadecimal
 * digits. It is `named` itself as long as the folder is as it was published.
 */
export function versionOf(files: Files, named: string): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) {
    // As Latin-1 every byte is a character, and stays what it was.
    const text = Buffer.from(bytes).toString('latin1').replaceAll(named, NO_VERSION);
    hash.update(`${name}\n${text.length}\n`).update(text, 'latin1');
  }
  return hash.digest('hex').slice(0, NO_VERSION.length);
}

/** A file as others refer to it. */
export function fileRef(href: string, bytes: Uint8Array): FileRef {
  return { href, integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`, bytes: bytes.length };
}

/** `address`, relative to the folder of all widgets, as seen from a folder `depth` below it. */
export function seenFrom(address: string, depth: number): string {
  return /^([a-z][a-z0-9+.-]*:|\/)/i.test(address) ? address : `${'../'.repeat(depth)}${address.replace(/^\.\//, '')}`;
}

function documentOf({ input, answers }: BakedWidget, version: string, near: Files): WidgetDocument {
  const bytes = near.get('near.json');
  return {
    lantu: WIDGET_FORMAT,
    version,
    folder: './',
    blueprint: input.blueprint,
    answers,
    ...(bytes && { near: fileRef('near.json', bytes) }),
    locales: input.locales,
  };
}

/** Only a live widget asks the engine: a frozen one would answer from data that came after it. */
function liveDocument(baked: BakedWidget, version: string, near: Files, { catalog }: Addresses): WidgetDocument {
  return {
    ...documentOf(baked, version, near),
    folder: `./${version}/`,
    ...(catalog !== undefined && baked.left.length > 0 && { catalog: seenFrom(catalog, 1) }),
  };
}

function nearFiles({ rollup, input }: BakedWidget, catalog: Catalog): Files {
  const files = new Map<string, Uint8Array>();
  if (!rollup) return files;
  const place = (rollups: NearPlaces['rollups']): NearPlaces => ({
    lantu: WIDGET_FORMAT,
    catalog: inLanguages(excerptOf(catalog, [rollup]), input.locales),
    rollups,
  });
  if (JSON.stringify(rollup).length <= JSON_BYTES) return files.set('near.json', json(place([rollup])));
  const bytes = rollupToArrow(rollup);
  return files.set('near-0.arrow', bytes).set('near.json', json(place([fileRef('near-0.arrow', bytes)])));
}

function pageInput(
  { input }: BakedWidget,
  document: WidgetDocument,
  pictures: Files,
  files: Files,
  kind: PageInput['kind'],
  { loader, baseUrl }: Addresses,
): PageInput {
  return {
    ...input,
    document,
    kind,
    version: document.version,
    loader: seenFrom(loader, kind === 'live' ? 1 : 2),
    ...(baseUrl !== undefined && { baseUrl }),
    pictures,
    files: new Map([...files].map(([name, bytes]) => [name, fileRef(name, bytes)])),
  };
}

function sorted(files: Files): Files {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
