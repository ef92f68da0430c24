import { LantuError } from '@lantu/spec';

/** A text and how its bytes were decoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/**
 * The text of `bytes`: by its byte order mark where there is one, else UTF-8 where they are that without fault, else GB18030.
 *
 * @throws {LantuError} `data/import` where they are none of these, or contain NUL (then it is no text).
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const marked = encodingByMark(bytes);
  const encodings = marked ? [marked] : (['utf-8', 'gb18030'] as const);
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text === undefined) continue;
    if (text.includes('\0')) break;
    return { text, encoding };
  }
  throw new LantuError('data/import', 'the file is no text', {
    where: file,
    received: `bytes that are not ${encodings.join(' or ')}`,
    allowed: 'UTF-8, GB18030 (GBK, GB2312), or UTF-16 with a byte order mark',
  });
}

function encodingByMark([first, second, third]: Uint8Array): DecodedText['encoding'] | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: DecodedText['encoding']): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
