const MARK = 0x55544e4c; // "LNTU" in the order of bytes
const SEAL_BYTES = 8;

/**
 * `stream` with eight bytes after its end: a mark and a hash (FNV-1a). Readers of Arrow stop before them. Flechette believes every
 * length in what it decodes, so that one fallen bit can have it loop for ever: what is not whole must not reach it.
 */
export function sealed(stream: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(stream.length + SEAL_BYTES);
  bytes.set(stream);
  const view = new DataView(bytes.buffer);
  view.setUint32(stream.length, MARK, true);
  view.setUint32(stream.length + 4, hashOf(stream), true);
  return bytes;
}

/**
 * What {@link sealed} was given, at the start of a buffer.
 *
 * @throws {RangeError} where the bytes have no seal or another one
 */
export function unsealed(bytes: Uint8Array): Uint8Array {
  const length = bytes.length - SEAL_BYTES;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (length < 0 || view.getUint32(length, true) !== MARK) throw new RangeError('they do not end as one does');
  const stream = bytes.slice(0, length);
  if (view.getUint32(length + 4, true) !== hashOf(stream))
    throw new RangeError('they are not the bytes that were written');
  return stream;
}

function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const each of bytes) hash = Math.imul(hash ^ each, 0x01000193);
  return hash >>> 0;
}
