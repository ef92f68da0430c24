import { readFileSync } from 'node:fs';
import { type FileRef, LantuError, type LocalizedText, quoteValue } from '@lantu/spec';
import { type Addresses, fileRef, type WidgetFiles } from './files.ts';
import type { Left } from './near.ts';
import type { BakedWidget } from './widget.ts';

const FORMAT = 1;

/** What is published of one widget, and of what it was made. */
export interface WidgetEntry {
  readonly id: string;
  readonly version: string;
  readonly title: LocalizedText;
  /** Hash of the blueprint. */
  readonly blueprint: string;
  /** The name and version of the software that published it. */
  readonly software: string;
  readonly settings: Addresses & { readonly locales: readonly string[] };
  /** The datasets that were read, with the first 16 hexadecimal digits of their files' hashes. */
  readonly vintage: Readonly<Record<string, string>>;
  /** ISO day up to which the data speak. */
  readonly asOf: string;
  /** How many states of the filters the rollup answers, how many an answer that was published, how many only the engine. */
  readonly states: BakedWidget['states'];
  readonly left: readonly Left[];
  /** Live ones first; `href` is relative to the index. */
  readonly files: readonly FileRef[];
}

/** `index.json`: every widget of a folder, by id. */
export interface WidgetIndex {
  readonly lantu: typeof FORMAT;
  readonly widgets: readonly WidgetEntry[];
}

/** The entry of a widget. */
export function entryOf(
  baked: BakedWidget,
  files: WidgetFiles,
  made: { readonly blueprint: string; readonly addresses: Addresses },
): WidgetEntry {
  const { blueprint, answer, locales } = baked.input;
  const { id, title } = blueprint;
  const { loader, baseUrl, catalog } = made.addresses;
  const refs = (folder: string, of: WidgetFiles['live']) =>
    [...of].map(([name, bytes]) => fileRef(folder + name, bytes));
  return {
    id,
    version: files.version,
    title,
    blueprint: made.blueprint,
    software: software(),
    settings: { loader, ...(baseUrl && { baseUrl }), ...(catalog && { catalog }), locales },
    vintage: vintageOf(baked),
    asOf: answer.provenance.asOf,
    states: baked.states,
    left: baked.left,
    files: [...refs(`${id}/`, files.live), ...refs(`${id}/${files.version}/`, files.frozen)],
  };
}

/** The index of these widgets, as a file. */
export function indexFile(widgets: readonly WidgetEntry[]): Uint8Array {
  const index: WidgetIndex = { lantu: FORMAT, widgets: [...widgets].sort((a, b) => (a.id < b.id ? -1 : 1)) };
  return new TextEncoder().encode(`${JSON.stringify(index, null, 2)}\n`);
}

/** The index at `path`; without widgets where there is none. @throws {LantuError} `spec/invalid` for a file that is no such index */
export function readIndex(path: string): WidgetIndex {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return { lantu: FORMAT, widgets: [] };
    throw cause;
  }
  const value = parsed(text) as Partial<WidgetIndex> | null | undefined;
  if (value?.lantu === FORMAT && Array.isArray(value.widgets)) return value as WidgetIndex;
  throw new LantuError('spec/invalid', 'this is no index of published widgets', {
    where: path,
    received: quoteValue(value ?? text),
    allowed: `the index.json that "lantu bake" writes, of format ${FORMAT}`,
  });
}

/** The name and version of this package. */
export function software(): string {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name} ${version}`;
}

/** The datasets that a widget was made of, with the first 16 hexadecimal digits of their files' hashes. */
export function vintageOf({ answers, rollup }: BakedWidget): Record<string, string> {
  const vintages = [...answers.map((each) => each.vintage), ...(rollup ? [rollup.vintage] : [])];
  const parts = [...new Set(vintages.flatMap((each) => each.split(' ')))].sort();
  return Object.fromEntries(
    parts.map((each) => {
      const colon = each.lastIndexOf(':');
      return [decodeURIComponent(each.slice(0, colon)), each.slice(colon + 1)];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
