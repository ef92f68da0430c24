import { type Tables, tableOf } from './sfnt.ts';

/** A glyph as it lies in a font: its outline and its horizontal metrics. */
export interface Glyph {
  readonly outline: Buffer;
  readonly advance: number;
  readonly bearing: number;
}

const COMPONENT = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 };

/** Reads the glyphs of a font with TrueType outlines by their number. */
export function glyphReader(tables: Tables): { readonly count: number; glyph(id: number): Glyph } {
  const [glyf, loca, hmtx] = [tableOf(tables, 'glyf'), tableOf(tables, 'loca'), tableOf(tables, 'hmtx')];
  const isLong = tableOf(tables, 'head').readInt16BE(50) === 1;
  const measured = tableOf(tables, 'hhea').readUInt16BE(34);
  const start = (id: number): number => (isLong ? loca.readUInt32BE(4 * id) : 2 * loca.readUInt16BE(2 * id));
  return {
    count: tableOf(tables, 'maxp').readUInt16BE(4),
    glyph: (id) => ({
      outline: glyf.subarray(start(id), start(id + 1)),
      advance: hmtx.readUInt16BE(4 * Math.min(id, measured - 1)),
      bearing: hmtx.readInt16BE(id < measured ? 4 * id + 2 : 4 * measured + 2 * (id - measured)),
    }),
  };
}

/** Where the numbers of the glyphs stand that `outline` is composed of; empty where it has contours of its own. */
export function componentsOf(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const places: number[] = [];
  let at = 10;
  for (let flags = COMPONENT.more; flags & COMPONENT.more; ) {
    flags = outline.readUInt16BE(at);
    places.push(at + 2);
    at += flags & COMPONENT.words ? 8 : 6;
    if (flags & COMPONENT.scale) at += 2;
    else if (flags & COMPONENT.twoScales) at += 4;
    else if (flags & COMPONENT.matrix) at += 8;
  }
  return places;
}
