import type { Weight } from './weight.ts';

/** What the licence asks to travel with the glyphs, in the fields that fonts have for it. */
const COPYRIGHT =
  'Noto Sans: Copyright 2022 The Noto Project Authors (https://github.com/notofonts/latin-greek-cyrillic). ' +
  'Noto Sans SC: (c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name "Source". ' +
  'Noto Serif Tibetan: Copyright 2022 The Noto Project Authors (https://github.com/notofonts/tibetan). ' +
  'Subset and merged by Lantu.';
const LICENCE =
  'This Font Software is licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org';

/** The family that texts of pictures are set in. */
export const FAMILY = 'Lantu';

/** The numbers of the names that {@link nameTable} writes. */
export const NAME_IDS = [0, 1, 2, 4, 6, 13, 14];

/** A `name` table: family, style, copyright and licence. */
export function nameTable(weight: Weight): Buffer {
  const style = weight === 600 ? 'SemiBold' : 'Regular';
  const texts = new Map([
    [0, COPYRIGHT],
    [1, FAMILY],
    [2, style],
    [4, `${FAMILY} ${style}`],
    [6, `${FAMILY}-${style}`],
    [13, LICENCE],
    [14, 'https://openfontlicense.org'],
  ]);
  const header = Buffer.alloc(6 + 12 * texts.size);
  header.writeUInt16BE(texts.size, 2);
  header.writeUInt16BE(header.length, 4);
  const strings: Buffer[] = [];
  let offset = 0;
  for (const [index, [id, text]] of [...texts].entries()) {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    for (const [at, value] of [3, 1, 0x409, id, bytes.length, offset].entries()) {
      header.writeUInt16BE(value, 6 + 12 * index + 2 * at);
    }
    strings.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat([header, ...strings]);
}
