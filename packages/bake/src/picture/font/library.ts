import type { MeasureText } from '@lantu/charts';
import { LantuError, type Locale } from '@lantu/spec';
import { partOfFace, wholeFace } from './face.ts';
import { type FontFile, type FontFiles, fontFiles, mayHave } from './files.ts';
import { glyphsOf, widthIn } from './harfbuzz.ts';
import { type Face, mergeFonts } from './merge.ts';
import { nameTable } from './names.ts';
import { type FontFormat, subset } from './subset.ts';
import { WEIGHTS, type Weight } from './weight.ts';

/** What no font draws: line ends, joiners, marks of direction. */
const UNDRAWN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** The fonts that one set of texts needs, each with Tibetan, Chinese and Latin in one file. */
export interface FontLibrary {
  /** The widths of texts as these fonts set them. */
  readonly measure: MeasureText;
  /** A font with what `text` needs. The same text gives the same bytes. @throws {LantuError} where a glyph is missing */
  subset(text: string, weight: Weight, format: FontFormat): Promise<Uint8Array>;
}

/**
 * Fonts for texts in `locale` made of the characters of `text`.
 *
 * @param where what the text is of, for the error
 * @throws {LantuError} `spec/unsupported` where the fonts lack some of its characters, with these
 */
export async function fontLibrary(text: string, locale: Locale, where: string): Promise<FontLibrary> {
  const characters = charactersOf(text);
  const fonts = new Map<Weight, Buffer>();
  for (const weight of WEIGHTS) fonts.set(weight, await fontOfWeight(characters, await fontFiles(locale), weight));
  const has = new Set(glyphsOf(fontAt(fonts, 400)).keys());
  const check = (wanted: readonly number[]): void => {
    const missing = wanted.filter((each) => !has.has(each));
    if (missing.length === 0) return;
    throw new LantuError('spec/unsupported', 'the fonts of pictures lack characters of this text', {
      where,
      received: missing
        .map((each) => `${String.fromCodePoint(each)} (U+${each.toString(16).toUpperCase()})`)
        .join(', '),
      allowed: 'characters of Noto Sans, Noto Sans SC and Noto Serif Tibetan',
    });
  };
  check(characters);
  const widths = new Map(WEIGHTS.map((weight) => [weight, widthIn(fontAt(fonts, weight))]));
  return {
    measure: (line, { fontSize, weight = 400 }) => (widths.get(weight)?.(line) ?? 0) * fontSize,
    subset: async (part, weight, format) => {
      const wanted = charactersOf(part);
      check(wanted);
      return new Uint8Array(await subset(fontAt(fonts, weight), wanted, format));
    },
  };
}

/** What of `text` is drawn, each character once, in the order of Unicode. */
function charactersOf(text: string): number[] {
  const characters = [...new Set(text)].filter((each) => !UNDRAWN.test(each));
  return characters.map((each) => each.codePointAt(0) ?? 0).sort((a, b) => a - b);
}

function fontAt(fonts: ReadonlyMap<Weight, Buffer>, weight: Weight): Buffer {
  const font = fonts.get(weight);
  if (!font) throw new RangeError(`no font of the weight ${weight}`);
  return font;
}

/** Tibetan, whose letters stack by rules of layout, is the font that all others are added to; without Tibetan it is Latin, for its kerning. */
async function fontOfWeight(
  characters: readonly number[],
  { tibetan, latin, others }: FontFiles,
  weight: Weight,
): Promise<Buffer> {
  const isTibetan = (character: number): boolean => character >= 0xf00 && character <= 0xfff;
  const stacks = characters.filter(isTibetan);
  const plain = characters.filter((character) => !isTibetan(character));
  const base =
    stacks.length > 0
      ? await partOfFace(tibetan, weight, stacks)
      : await partOfFace(
          latin,
          weight,
          plain.filter((character) => mayHave(latin, character)),
        );
  const donors = new Map<number, Face>();
  for (const character of plain) {
    const donor = await donorOf(character, [latin, ...others], weight);
    if (donor) donors.set(character, donor);
  }
  return mergeFonts(base, donors, nameTable(weight));
}

async function donorOf(character: number, files: readonly FontFile[], weight: Weight): Promise<Face | undefined> {
  for (const file of files) {
    if (!mayHave(file, character)) continue;
    const face = await wholeFace(file, weight);
    if (face.glyphs.has(character)) return face;
  }
  return undefined;
}
