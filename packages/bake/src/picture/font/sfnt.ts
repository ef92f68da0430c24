/** The tables of a TrueType font by their tags. */
export type Tables = Map<string, Buffer>;

const HEADER = 12;
const RECORD = 16;

/** Reads which tables a font file has. */
export function tablesOf(font: Buffer): Tables {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = HEADER + RECORD * index;
      const offset = font.readUInt32BE(at + 8);
      return [font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12))];
    }),
  );
}

/**
 * A font file of those tables. Its checksums and search fields are left at zero: whoever subsets the file afterwards writes them anew.
 */
export function fontOf(tables: Tables): Buffer {
  const header = Buffer.alloc(HEADER + RECORD * tables.size);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.size, 4);
  const parts = [header];
  let offset = header.length;
  for (const [index, [tag, table]] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    const at = HEADER + RECORD * index;
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

/** The table of that tag. @throws {RangeError} where the font has none */
export function tableOf(tables: Tables, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new RangeError(`the font has no table ${tag}; it has ${[...tables.keys()].join(', ')}`);
  return table;
}
