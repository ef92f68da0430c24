import subsetFont from 'subset-font';
import { NAME_IDS } from './names.ts';

/** The files that fonts are written to: for pages, and for programs that read no WOFF2. */
export type FontFormat = 'woff2' | 'truetype';

/** What of a font `characters` need, rules of layout included. The same input gives the same bytes. */
export function subset(font: Buffer, characters: readonly number[], targetFormat: FontFormat): Promise<Buffer> {
  return subsetFont(font, textOf(characters), { targetFormat, preserveNameIds: NAME_IDS });
}

/** All that `characters` need of a variable font at one weight, as TrueType. */
export function atWeight(font: Buffer, characters: readonly number[], weight: number): Promise<Buffer> {
  return subsetFont(font, textOf(characters), { targetFormat: 'truetype', variationAxes: { wght: weight } });
}

function textOf(characters: readonly number[]): string {
  return characters.map((each) => String.fromCodePoint(each)).join('');
}
