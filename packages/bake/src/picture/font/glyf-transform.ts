import { ByteWriter } from './bytes.ts';
import { glyphReader, isComposite, readComposite } from './glyphs.ts';
import { type Point, readSimple } from './outline.ts';
import { type Tables, tableOf } from './sfnt.ts';

/**
 * The table `glyf` as WOFF2 stores it, its parts sorted so that they compress well: "Transformed glyf table",
 * https://www.w3.org/TR/WOFF2/#glyf_table_format. The table `loca` is made from it and is not stored.
 */
export function transformGlyf(tables: Tables): Uint8Array {
  const { count, glyph } = glyphReader(tables);
  const [contours, points, flags, glyphs, composites, boxes, instructions] = Array.from(
    { length: 7 },
    () => new ByteWriter(),
  ) as [ByteWriter, ByteWriter, ByteWriter, ByteWriter, ByteWriter, ByteWriter, ByteWriter];
  const hasBox = new Uint8Array(4 * ((count + 31) >> 5));
  for (let id = 0; id < count; id += 1) {
    const { outline } = glyph(id);
    if (outline.length === 0) {
      contours.u16(0);
      continue;
    }
    if (isComposite(outline)) {
      const { parts, program } = readComposite(outline);
      contours.u16(0xffff);
      composites.bytes(parts);
      if (program) {
        glyphs.short(program.length);
        instructions.bytes(program);
      }
    } else {
      const simple = readSimple(outline);
      contours.u16(simple.contours.length);
      for (const length of simple.contours) points.short(length);
      for (const point of simple.points) writePoint(point, flags, glyphs);
      glyphs.short(simple.instructions.length);
      instructions.bytes(simple.instructions);
      if (boxOf(simple.points).every((edge, index) => edge === outline.readInt16BE(2 + 2 * index))) continue;
    }
    hasBox[id >> 3] = (hasBox[id >> 3] ?? 0) | (0x80 >> (id & 7));
    boxes.bytes(outline.subarray(2, 10));
  }
  const streams = [contours, points, flags, glyphs, composites, boxes, instructions];
  const out = new ByteWriter();
  out.u32(0);
  out.u16(count);
  out.u16(tableOf(tables, 'head').readInt16BE(50));
  for (const stream of streams) out.u32(stream.length + (stream === boxes ? hasBox.length : 0));
  for (const stream of streams) {
    if (stream === boxes) out.bytes(hasBox);
    out.bytes(stream.done());
  }
  return out.done();
}

/** The box around the points: the least and the greatest x and y. */
function boxOf(points: readonly Point[]): [number, number, number, number] {
  let [x, y] = [0, 0];
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const { dx, dy } of points) {
    x += dx;
    y += dy;
    xs.push(x);
    ys.push(y);
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The form of a point's step, and its size in one to four bytes: "Triplet encoding" of the same chapter. */
function writePoint({ dx, dy, onCurve }: Point, flags: ByteWriter, glyphs: ByteWriter): void {
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  const off = onCurve ? 0 : 128;
  const [right, up] = [dx < 0 ? 0 : 1, dy < 0 ? 0 : 1];
  const signs = right + 2 * up;
  if (dx === 0 && y < 1280) {
    flags.u8(off + ((y & 0xf00) >> 7) + up);
    glyphs.u8(y & 0xff);
  } else if (dy === 0 && x < 1280) {
    flags.u8(off + 10 + ((x & 0xf00) >> 7) + right);
    glyphs.u8(x & 0xff);
  } else if (x < 65 && y < 65) {
    flags.u8(off + 20 + ((x - 1) & 0x30) + (((y - 1) & 0x30) >> 2) + signs);
    glyphs.u8((((x - 1) & 0xf) << 4) | ((y - 1) & 0xf));
  } else if (x < 769 && y < 769) {
    flags.u8(off + 84 + 12 * (((x - 1) & 0x300) >> 8) + (((y - 1) & 0x300) >> 6) + signs);
    glyphs.u8((x - 1) & 0xff);
    glyphs.u8((y - 1) & 0xff);
  } else if (x < 4096 && y < 4096) {
    flags.u8(off + 120 + signs);
    glyphs.u8(x >> 4);
    glyphs.u8(((x & 0xf) << 4) | (y >> 8));
    glyphs.u8(y & 0xff);
  } else {
    flags.u8(off + 124 + signs);
    glyphs.u16(x);
    glyphs.u16(y);
  }
}
