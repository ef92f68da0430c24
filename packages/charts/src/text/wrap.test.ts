import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateText } from './estimate.ts';
import { words, wrap } from './wrap.ts';

const at = (maxWidth: number, maxLines = 9) => ({ maxWidth, maxLines, fontSize: 10, measure: estimateText });

describe('where a text may break', () => {
  test('Latin breaks at spaces and after hyphens', () => {
    expect(words('village-level work teams')).toEqual(['village-', 'level ', 'work ', 'teams']);
  });

  test('Chinese breaks anywhere but before closing and after opening punctuation', () => {
    expect(words('驻村（含代办）。')).toEqual(['驻', '村', '（含', '代', '办）。']);
  });

  test('Tibetan breaks after the tsheg and the shad, which stay with what they end', () => {
    expect(words('བོད་ལྗོངས།ས་ཁུལ')).toEqual(['བོད་', 'ལྗོངས།', 'ས་', 'ཁུལ']);
  });
});

describe('wrapping', () => {
  test('a text that fits stays on one line', () => {
    expect(wrap('Lhasa', at(200))).toMatchObject({ lines: ['Lhasa'], cut: false, broken: false });
  });

  test('lines are made of like length', () => {
    expect(wrap('阿里地区', at(35)).lines).toEqual(['阿里', '地区']);
  });

  test('a word wider than a line is broken, and says so', () => {
    const { lines, broken, cut } = wrap('internationalisation', at(40));
    expect(lines.join('')).toBe('internationalisation');
    expect([broken, cut]).toEqual([true, false]);
  });

  test('what does not fit is cut with an ellipsis, and says so', () => {
    expect(wrap('一二三四五六七八九十', at(40, 2))).toMatchObject({ lines: ['一二三四', '五六七…'], cut: true });
  });

  test('a Tibetan stack is never torn apart', () => {
    const { lines } = wrap('སྒྲུབསྒྲུབསྒྲུབ', at(12));
    for (const line of lines) expect(line).not.toMatch(/^\p{M}/u);
  });

  test('100,000 characters take no noticeable time', () => {
    const started = performance.now();
    expect(wrap('a'.repeat(100_000), at(300, 3)).cut).toBe(true);
    expect(performance.now() - started).toBeLessThan(100);
  });

  test('no text is lost or added, and no line is too wide, whatever it is', () => {
    const text = fc.string({
      unit: fc.constantFrom('村', '（', '）', 'a', 'W', ' ', '-', 'བོ', 'ད', '་', '།', '😀'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 200 }), (value, maxWidth) => {
        const { lines, cut, width } = wrap(value, at(maxWidth, 100));
        expect(cut).toBe(false);
        expect(width).toBeLessThanOrEqual(maxWidth);
        expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
      }),
    );
  });
});
