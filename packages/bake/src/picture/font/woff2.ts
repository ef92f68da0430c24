import { createRequire } from 'node:module';
import { ByteWriter } from './bytes.ts';
import { transformGlyf } from './glyf-transform.ts';
import { tablesOf } from './sfnt.ts';

/** The compressor in WASM: the one in Node is another one in other versions of Node, and gives other bytes. */
const brotli = createRequire(import.meta.url)('brotli-wasm') as {
  compress(bytes: Uint8Array, options: { readonly quality: number }): Uint8Array;
};

/** The tables that subset fonts have, by the number that WOFF2 knows them by. */
const KNOWN: ReadonlyMap<string, number> = new Map([
  ['cmap', 0],
  ['head', 1],
  ['hhea', 2],
  ['hmtx', 3],
  ['maxp', 4],
  ['name', 5],
  ['OS/2', 6],
  ['post', 7],
  ['glyf', 10],
  ['loca', 11],
  ['GDEF', 26],
  ['GPOS', 27],
  ['GSUB', 28],
]);
const OTHER = 63;
const HEADER = 48;
/** In the flags of `head`: the font was stored in another form that draws the same. */
const LOSSLESS = 0x0800;

/** A TrueType font as WOFF2, https://www.w3.org/TR/WOFF2/. The same font gives the same bytes. */
export function woff2Of(font: Buffer): Uint8Array {
  const tables = tablesOf(font);
  const head = Buffer.from(tables.get('head') ?? []);
  head.writeUInt16BE(head.readUInt16BE(16) | LOSSLESS, 16);
  tables.set('head', head);
  const tags = [...tables.keys()].sort();
  const directory = new ByteWriter();
  const data = new ByteWriter();
  for (const tag of tags) {
    const table = tables.get(tag) ?? Buffer.alloc(0);
    const number = KNOWN.get(tag) ?? OTHER;
    directory.u8(number);
    if (number === OTHER) directory.bytes(Buffer.from(tag, 'latin1'));
    directory.base128(table.length);
    if (tag === 'loca') directory.base128(0);
    const stored = tag === 'loca' ? new Uint8Array() : tag === 'glyf' ? transformGlyf(tables) : table;
    if (tag === 'glyf') directory.base128(stored.length);
    data.bytes(stored);
  }
  const compressed = brotli.compress(data.done(), { quality: 11 });
  const length = HEADER + directory.length + compressed.length;
  const padding = (4 - (length % 4)) % 4;
  const sfntLength = [...tables.values()].reduce(
    (sum, { length: size }) => sum + 4 * Math.ceil(size / 4),
    12 + 16 * tags.length,
  );

  const out = new ByteWriter();
  out.bytes(Buffer.from('wOF2', 'latin1'));
  out.u32(0x00010000);
  out.u32(length + padding);
  out.u16(tags.length);
  out.u16(0);
  out.u32(sfntLength);
  out.u32(compressed.length);
  out.u32(0x00010000);
  for (let index = 0; index < 5; index += 1) out.u32(0);
  out.bytes(directory.done());
  out.bytes(compressed);
  out.bytes(new Uint8Array(padding));
  return out.done();
}
