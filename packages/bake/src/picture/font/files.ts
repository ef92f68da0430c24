import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Locale } from '@lantu/spec';

/** A font file and the characters it may have. */
export interface FontFile {
  readonly path: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const require = createRequire(import.meta.url);
/** Each in its folder, named as its files are. */
const CHINESE = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));
const LATIN = dirname(require.resolve('@fontsource-variable/noto-sans/package.json'));
const TIBETAN = dirname(require.resolve('@fontsource-variable/noto-serif-tibetan/package.json'));

/** The files that the pictures of one language are set from. */
export interface FontFiles {
  /** What has the stacks of Tibetan. */
  readonly tibetan: FontFile;
  /** What has the letters of Latin. */
  readonly latin: FontFile;
  /** All other files; the first that has a character is taken. */
  readonly others: readonly FontFile[];
}

const known = new Map<Locale, Promise<FontFiles>>();

/**
 * The font files for a language. They come as npm packages: nothing of the machine's own fonts is used. In Chinese, Latin and
 * quotation marks are of the Chinese font, where such marks are as wide as a character; in other languages they are not.
 */
export function fontFiles(locale: Locale): Promise<FontFiles> {
  const reading = known.get(locale) ?? readFiles(locale);
  known.set(locale, reading);
  return reading;
}

async function readFiles(locale: Locale): Promise<FontFiles> {
  const [chinese, european, tibetan] = await Promise.all([CHINESE, LATIN, TIBETAN].map(partsOf));
  const parts = [...(locale === 'zh-CN' ? [] : (european ?? [])), ...(chinese ?? [])];
  const latin = parts.find(({ name }) => name === 'latin');
  const stacks = tibetan?.find(({ name }) => name === 'tibetan');
  if (!latin || !stacks) throw new RangeError(`the packages of fonts lack the parts "latin" or "tibetan"`);
  return { tibetan: stacks, latin, others: parts.filter((part) => part !== latin) };
}

async function partsOf(folder: string): Promise<(FontFile & { readonly name: string })[]> {
  const parts: unknown = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'));
  return Object.entries(parts as Readonly<Record<string, string>>).map(([key, ranges]) => {
    const name = key.replace(/[[\]]/g, '');
    const path = join(folder, 'files', `${basename(folder)}-${name}-wght-normal.woff2`);
    return { name, path, ranges: rangesOf(ranges) };
  });
}

function rangesOf(css: string): [number, number][] {
  return css.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

/** Whether the file may have the character. */
export function mayHave({ ranges }: FontFile, character: number): boolean {
  return ranges.some(([from, to]) => character >= from && character <= to);
}
