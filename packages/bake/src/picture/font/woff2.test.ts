import subsetFont from 'subset-font';
import { describe, expect, test } from 'vitest';
import { glyphReader } from './glyphs.ts';
import { fontLibrary } from './library.ts';
import { readSimple, type SimpleOutline } from './outline.ts';
import { tableOf, tablesOf } from './sfnt.ts';
import { woff2Of } from './woff2.ts';

const TEXT = 'བོད་ལྗོངས། བསྒྲུབས་པའི་རྒྱུ་扎日南木措社区《》Xigazê Ångström ½ 1,286';

async function font(text: string): Promise<Buffer> {
  return Buffer.from(await (await fontLibrary(text, 'bo', 'a test')).subset(text, 400, 'truetype'));
}

/** Read back by Google's decoder. */
async function readBack(woff2: Uint8Array): Promise<Buffer> {
  return subsetFont(Buffer.from(woff2), undefined as never, { targetFormat: 'truetype', keepAllGlyphs: true } as never);
}

describe('a font as WOFF2', () => {
  test('has every glyph, outline and width after it was read back', async () => {
    const before = tablesOf(await font(TEXT));
    const after = tablesOf(await readBack(woff2Of(await font(TEXT))));
    const [one, other] = [glyphReader(before), glyphReader(after)];
    expect(other.count).toBe(one.count);
    const simple = (outline: Buffer): SimpleOutline | string =>
      outline.length > 0 && outline.readInt16BE(0) >= 0 ? readSimple(outline) : outline.toString('hex');
    for (let id = 0; id < one.count; id += 1) {
      const [a, b] = [one.glyph(id), other.glyph(id)];
      expect([b.advance, b.bearing], `glyph ${id}`).toEqual([a.advance, a.bearing]);
      expect(simple(b.outline), `glyph ${id}`).toEqual(simple(a.outline));
      expect(b.outline.subarray(0, 10), `box of glyph ${id}`).toEqual(a.outline.subarray(0, 10));
    }
  });

  test('keeps the rules by which Tibetan is stacked', async () => {
    const before = tablesOf(await font(TEXT));
    const after = tablesOf(await readBack(woff2Of(await font(TEXT))));
    for (const tag of ['cmap', 'GSUB', 'GPOS']) expect(tableOf(after, tag), tag).toEqual(tableOf(before, tag));
  });

  test('is less than half as large, and the same each time', async () => {
    const plain = await font(TEXT);
    const woff2 = woff2Of(plain);
    expect(woff2.length).toBeLessThan(plain.length / 2);
    expect(woff2.length % 4).toBe(0);
    expect(woff2Of(plain)).toEqual(woff2);
  });
});
