import { componentsOf, type Glyph, glyphReader } from './glyphs.ts';
import { fontOf, type Tables, tableOf } from './sfnt.ts';

/** A static font with TrueType outlines, read. */
export interface Face {
  readonly tables: Tables;
  /** The number of a character's glyph. */
  readonly glyphs: ReadonlyMap<number, number>;
}

/** Tables of the font that all others are added to; its layout rules keep speaking of its own glyphs, whose numbers stay. */
const KEPT = ['OS/2', 'GDEF', 'GPOS', 'GSUB', 'head', 'hhea', 'maxp', 'post'];

/**
 * One font of `base` with the glyphs of `characters` added, each from the donor that has it. All must be static, have TrueType outlines
 * and the same number of units per em. The result has to be subset once before use: see {@link fontOf}.
 */
export function mergeFonts(base: Face, characters: ReadonlyMap<number, Face>, names: Buffer): Buffer {
  const reader = glyphReader(base.tables);
  const glyphs: Glyph[] = Array.from({ length: reader.count }, (_, id) => reader.glyph(id));
  const mapped = new Map(base.glyphs);
  const added = new Map<Face, Map<number, number>>();
  const unitsPerEm = tableOf(base.tables, 'head').readUInt16BE(18);

  const add = (donor: Face, id: number): number => {
    const known = added.get(donor) ?? new Map<number, number>();
    added.set(donor, known);
    const before = known.get(id);
    if (before !== undefined) return before;
    const glyph = glyphReader(donor.tables).glyph(id);
    const outline = Buffer.from(glyph.outline);
    const number = glyphs.push({ ...glyph, outline }) - 1;
    known.set(id, number);
    for (const at of componentsOf(outline)) outline.writeUInt16BE(add(donor, outline.readUInt16BE(at)), at);
    return number;
  };
  for (const [character, donor] of characters) {
    const id = donor.glyphs.get(character);
    if (id === undefined || mapped.has(character)) continue;
    const scale = tableOf(donor.tables, 'head').readUInt16BE(18);
    if (scale !== unitsPerEm) throw new RangeError(`fonts of ${unitsPerEm} and ${scale} units per em cannot be merged`);
    mapped.set(character, add(donor, id));
  }

  const tables: Tables = new Map(
    KEPT.flatMap((tag) => (base.tables.has(tag) ? [[tag, Buffer.from(tableOf(base.tables, tag))]] : [])),
  );
  tables.set('cmap', characterMap(mapped));
  tables.set('name', names);
  tableOf(tables, 'head').writeInt16BE(1, 50);
  tableOf(tables, 'hhea').writeUInt16BE(glyphs.length, 34);
  tableOf(tables, 'maxp').writeUInt16BE(glyphs.length, 4);
  widen(tableOf(tables, 'maxp'), [...added.keys()]);
  for (const [tag, table] of outlineTables(glyphs)) tables.set(tag, table);
  return fontOf(tables);
}

/** The most points, contours and so on that a glyph has, over all fonts. */
function widen(maxp: Buffer, donors: readonly Face[]): void {
  for (let at = 6; at + 2 <= maxp.length; at += 2) {
    maxp.writeUInt16BE(
      Math.max(maxp.readUInt16BE(at), ...donors.map(({ tables }) => tableOf(tables, 'maxp').readUInt16BE(at))),
      at,
    );
  }
}

function outlineTables(glyphs: readonly Glyph[]): Tables {
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const hmtx = Buffer.alloc(4 * glyphs.length);
  const outlines: Buffer[] = [];
  let offset = 0;
  for (const [id, { outline, advance, bearing }] of glyphs.entries()) {
    hmtx.writeUInt16BE(advance, 4 * id);
    hmtx.writeInt16BE(bearing, 4 * id + 2);
    const padded = Buffer.alloc(Math.ceil(outline.length / 4) * 4);
    outline.copy(padded);
    outlines.push(padded);
    offset += padded.length;
    loca.writeUInt32BE(offset, 4 * id + 4);
  }
  return new Map([
    ['glyf', Buffer.concat(outlines)],
    ['loca', loca],
    ['hmtx', hmtx],
  ]);
}

/** A `cmap` with one subtable of format 12, a group a character. */
function characterMap(glyphs: ReadonlyMap<number, number>): Buffer {
  const groups = [...glyphs].sort(([a], [b]) => a - b);
  const table = Buffer.alloc(28 + 12 * groups.length);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * groups.length, 16);
  table.writeUInt32BE(groups.length, 24);
  for (const [index, [character, glyph]] of groups.entries()) {
    const at = 28 + 12 * index;
    table.writeUInt32BE(character, at);
    table.writeUInt32BE(character, at + 4);
    table.writeUInt32BE(glyph, at + 8);
  }
  return table;
}
