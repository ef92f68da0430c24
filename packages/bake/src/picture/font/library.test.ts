import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font, shape, Buffer as TextBuffer } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { fontLibrary } from './library.ts';
import { tableOf, tablesOf } from './sfnt.ts';
import { atWeight } from './subset.ts';
import { WEIGHTS } from './weight.ts';

const TIBETAN = 'བོད་ལྗོངས། བསྒྲུབས་པའི་འཛུགས་སྐྲུན། རྒྱུ་';
const CHINESE = '扎日南木措社区：集体经济收入“增长”54.3%…';
const LATIN = 'Xigazê — the teams’ “work”: AVTo 1,286 ▲';

const fileOf = (font: string, part: string): Buffer =>
  readFileSync(
    createRequire(import.meta.url).resolve(`@fontsource-variable/${font}/files/${font}-${part}-wght-normal.woff2`),
  );

/** The glyphs of a text as outlines with their advances, in the order of drawing. */
function drawn(font: Uint8Array, text: string): readonly string[] {
  const opened = new Font(new Face(new Blob(font)));
  const buffer = new TextBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(opened, buffer);
  return buffer
    .getGlyphInfosAndPositions()
    .map(
      ({ codepoint, xAdvance, xOffset, yOffset }) =>
        `${xAdvance} ${xOffset} ${yOffset} ${opened.glyphToPath(codepoint)}`,
    );
}

const charactersIn = (font: Uint8Array): Set<number> => new Set(new Face(new Blob(font)).collectUnicodes());
const codes = (text: string): number[] => Array.from(text, (each) => each.codePointAt(0) ?? 0);

describe('a library of fonts', () => {
  test.each(WEIGHTS)('has Tibetan, Chinese and Latin in one font of weight %i', async (weight) => {
    const text = TIBETAN + CHINESE + LATIN;
    const font = await (await fontLibrary(text, 'bo', 'a test')).subset(text, weight, 'truetype');
    const has = charactersIn(font);
    expect(codes(text).filter((each) => !has.has(each))).toEqual([]);
    expect(tableOf(tablesOf(Buffer.from(font)), 'OS/2').readUInt16BE(4)).toBe(weight);
  });

  test.each(WEIGHTS)('draws as the fonts do that it is made of, at weight %i', async (weight) => {
    const text = TIBETAN + CHINESE + LATIN;
    const font = await (await fontLibrary(text, 'bo', 'a test')).subset(text, weight, 'truetype');
    const tibetan = await atWeight(fileOf('noto-serif-tibetan', 'tibetan'), codes(TIBETAN), weight);
    for (const word of TIBETAN.split(' ')) expect(drawn(font, word)).toEqual(drawn(tibetan, word));
    const latin = await atWeight(fileOf('noto-sans', 'latin'), codes(LATIN), weight);
    for (const letter of 'êAV’—128') expect(drawn(font, letter)).toEqual(drawn(latin, letter));
  });

  test('stacks Tibetan letters: fewer glyphs than characters', async () => {
    const font = await (await fontLibrary('བསྒྲུབས', 'bo', 'a test')).subset('བསྒྲུབས', 400, 'truetype');
    expect(drawn(font, 'བསྒྲུབས').length).toBeLessThan([...'བསྒྲུབས'].length);
  });

  test('measures as a text is drawn', async () => {
    const library = await fontLibrary(TIBETAN + LATIN, 'en', 'a test');
    const font = await library.subset(LATIN, 600, 'truetype');
    const advance = drawn(font, LATIN).reduce((sum, glyph) => sum + Number.parseInt(glyph, 10), 0);
    expect(library.measure(LATIN, { fontSize: 20, weight: 600 })).toBeCloseTo((advance / 1000) * 20, 6);
    expect(library.measure('', { fontSize: 20 })).toBe(0);
  });

  test('sets quotation marks as wide as a character in Chinese only', async () => {
    const widthIn = async (locale: 'zh-CN' | 'en') =>
      (await fontLibrary('“', locale, 'a test')).measure('“', { fontSize: 1 });
    expect(await widthIn('zh-CN')).toBe(1);
    expect(await widthIn('en')).toBeLessThan(0.5);
  });

  test('gives the same bytes for the same text, whatever the order of its characters', async () => {
    const [one, other] = await Promise.all(
      [LATIN + TIBETAN, [...(TIBETAN + LATIN)].reverse().join('')].map(async (text) =>
        (await fontLibrary(text, 'bo', 'a test')).subset(text, 400, 'woff2'),
      ),
    );
    expect(one).toEqual(other);
  });

  test('is no larger than what it holds: a subset has only what it was asked for', async () => {
    const library = await fontLibrary(TIBETAN + CHINESE, 'zh-CN', 'a test');
    const font = await library.subset('收入', 400, 'truetype');
    expect([...charactersIn(font)].sort()).toEqual(codes('入收').sort());
    expect((await library.subset('收入', 400, 'woff2')).length).toBeLessThan(2500);
  });

  test('carries the copyright and the licence of its fonts', async () => {
    const font = await (await fontLibrary('a', 'en', 'a test')).subset('a', 400, 'truetype');
    const names = tableOf(tablesOf(Buffer.from(font)), 'name')
      .toString('latin1')
      .replaceAll('\0', '');
    expect(names).toContain('The Noto Project Authors');
    expect(names).toContain('SIL Open Font License');
  });

  test('ignores what is not drawn: joiners, marks of direction, ends of lines', async () => {
    await expect(fontLibrary('a\u200d\u2060\u200e\n', 'en', 'a test')).resolves.toBeDefined();
  });

  test('names the characters that no font has, and what they are of', async () => {
    await expect(fontLibrary('村🏔𒀀', 'zh-CN', 'the widget x')).rejects.toMatchObject({
      code: 'spec/unsupported',
      where: 'the widget x',
      received: expect.stringMatching(/^[^,]*U\+12000\)/),
    });
    const library = await fontLibrary('村', 'zh-CN', 'the widget x');
    await expect(library.subset('村庄', 400, 'woff2')).rejects.toThrow('庄 (U+5E84)');
  });
});
