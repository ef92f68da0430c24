import { type Tables, tableOf } from './sfnt.ts';

/** A glyph as it lies in a font: its outline and its horizontal metrics. */
export interface Glyph {
  readonly outline: Buffer;
  readonly advance: number;
  readonly bearing: number;
}

const COMPONENT = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80, program: 0x100 };

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

/** A glyph that is composed of others. */
export interface Composite {
  /** The places in the outline where the numbers of the others stand. */
  readonly components: readonly number[];
  /** What says which others and where, without the box before it. */
  readonly parts: Buffer;
  /** Its instructions; undefined where it has none. */
  readonly program: Buffer | undefined;
}

/** Reads a glyph of the table `glyf` that is composed of others. */
export function readComposite(outline: Buffer): Composite {
  const components: number[] = [];
  let at = 10;
  let flags = COMPONENT.more;
  while (flags & COMPONENT.more) {
    flags = outline.readUInt16BE(at);
    components.push(at + 2);
    at += flags & COMPONENT.words ? 8 : 6;
    if (flags & COMPONENT.scale) at += 2;
    else if (flags & COMPONENT.twoScales) at += 4;
    else if (flags & COMPONENT.matrix) at += 8;
  }
  const hasProgram = (flags & COMPONENT.program) > 0;
  return {
    components,
    parts: outline.subarray(10, at),
    program: hasProgram ? outline.subarray(at + 2, at + 2 + outline.readUInt16BE(at)) : undefined,
  };
}

/** Whether an outline is composed of others. */
export function isComposite(outline: Buffer): boolean {
  return outline.length > 0 && outline.readInt16BE(0) < 0;
}
