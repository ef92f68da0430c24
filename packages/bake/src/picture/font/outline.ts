/** A point of an outline, from the point before it. */
export interface Point {
  readonly dx: number;
  readonly dy: number;
  readonly onCurve: boolean;
}

/** A glyph with contours of its own, read. */
export interface SimpleOutline {
  /** How many points each contour has. */
  readonly contours: readonly number[];
  readonly points: readonly Point[];
  readonly instructions: Buffer;
}

const FLAG = { onCurve: 0x1, xShort: 0x2, yShort: 0x4, repeat: 0x8, xSame: 0x10, ySame: 0x20 };

/** Reads a glyph of the table `glyf` that has contours of its own. */
export function readSimple(outline: Buffer): SimpleOutline {
  const count = outline.readInt16BE(0);
  const ends = Array.from({ length: count }, (_, index) => outline.readUInt16BE(10 + 2 * index));
  const total = count === 0 ? 0 : (ends.at(-1) ?? 0) + 1;
  let at = 10 + 2 * count;
  const instructions = outline.subarray(at + 2, at + 2 + outline.readUInt16BE(at));
  at += 2 + instructions.length;
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = outline.readUInt8(at++);
    const times = flag & FLAG.repeat ? outline.readUInt8(at++) : 0;
    for (let index = 0; index <= times; index += 1) flags.push(flag);
  }
  const along = (short: number, same: number): number[] =>
    flags.map((flag) => {
      if (flag & short) return flag & same ? outline.readUInt8(at++) : -outline.readUInt8(at++);
      if (flag & same) return 0;
      at += 2;
      return outline.readInt16BE(at - 2);
    });
  const xs = along(FLAG.xShort, FLAG.xSame);
  const ys = along(FLAG.yShort, FLAG.ySame);
  return {
    contours: ends.map((end, index) => end - (ends[index - 1] ?? -1)),
    points: flags.map((flag, index) => ({
      dx: xs[index] ?? 0,
      dy: ys[index] ?? 0,
      onCurve: (flag & FLAG.onCurve) > 0,
    })),
    instructions,
  };
}
