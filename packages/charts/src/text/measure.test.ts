import { expect, test } from 'vitest';
import { estimateText } from './estimate.ts';
import { lineBox } from './measure.ts';

const style = { fontSize: 100 };

test('Chinese characters are an em wide, bold or not', () => {
  expect(estimateText('集体经济', style)).toBe(400);
  expect(estimateText('集体经济', { fontSize: 100, weight: 600 })).toBe(400);
});

test('digits are all of one width, so that numbers line up', () => {
  expect(new Set([...'0123456789'].map((digit) => estimateText(digit, style))).size).toBe(1);
});

test('a Tibetan stack is as wide as its base letter', () => {
  expect(estimateText('སྒྲུ', style)).toBe(estimateText('ས', style));
});

test('bold Latin is wider', () => {
  expect(estimateText('Income', { fontSize: 100, weight: 600 })).toBeGreaterThan(estimateText('Income', style));
});

test('a line of Tibetan takes twice its font size, a line of Latin or Chinese 1.4 times', () => {
  const heights = ['བོད', 'Bod', '西藏'].map((text) => lineBox(text, 10)).map(({ ascent, descent }) => ascent + descent);
  expect(heights).toEqual([21, 14, 14]);
});
