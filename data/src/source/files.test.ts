import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from './files.ts';

describe('decodeUtf8', () => {
  it('reads Chinese and Tibetan', () => {
    expect(decodeUtf8(new TextEncoder().encode('拉萨 ལྷ་ས'), 'x.csv')).toBe('拉萨 ལྷ་ས');
  });

  it('refuses bytes that are not UTF-8 rather than replace them', () => {
    const gb18030 = Uint8Array.of(0xc0, 0xad, 0xc8, 0xf8);
    expect(() => decodeUtf8(gb18030, 'x.csv')).toThrow('x.csv: the file is not UTF-8; allowed UTF-8');
  });
});
