/** Bytes written one after another, in the number formats of fonts. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  u8(value: number): void {
    this.#room(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  u16(value: number): void {
    this.u8((value >> 8) & 0xff);
    this.u8(value & 0xff);
  }

  u32(value: number): void {
    this.u16(value >>> 16);
    this.u16(value & 0xffff);
  }

  /** WOFF2's `255UInt16`: small numbers in one byte. */
  short(value: number): void {
    if (value < 253) this.u8(value);
    else if (value < 506) {
      this.u8(255);
      this.u8(value - 253);
    } else if (value < 762) {
      this.u8(254);
      this.u8(value - 506);
    } else {
      this.u8(253);
      this.u16(value);
    }
  }

  /** WOFF2's `UIntBase128`: seven bits a byte, the highest first. */
  base128(value: number): void {
    const bytes = [value & 0x7f];
    for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
    for (const byte of bytes) this.u8(byte);
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
