import { describe, expect, test } from 'vitest';
import { PALETTE, SERIES_COLOURS, THEMES, type Theme, type Token } from './palette.ts';

type Triple = readonly [number, number, number];

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const rgb = (token: Token, theme: Theme): Triple => {
  const hex = PALETTE[token][theme];
  return [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Triple;
};
/** WCAG 2.2, contrast ratio. */
function contrast(a: Triple, b: Triple): number {
  const [high = 0, low = 0] = [a, b]
    .map(([r, g, blue]) => 0.2126 * r + 0.7152 * g + 0.0722 * blue)
    .sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}
/** Machado, Oliveira and Fernandes 2009, severity 1. */
const VISIONS: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** Ottosson 2020. */
function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
const seen = (colour: Triple, matrix: readonly Triple[]): Triple =>
  oklab(
    matrix.map((row) =>
      Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2])),
    ) as unknown as Triple,
  );
const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const numbers = Array.from({ length: SERIES_COLOURS }, (_, index) => (index + 1) as 1);

describe.each(THEMES)('the %s palette', (theme) => {
  test('writes text at 4.5:1 or more', () => {
    for (const token of ['text', 'muted', 'caution'] as const) {
      expect(contrast(rgb(token, theme), rgb('surface', theme)), token).toBeGreaterThanOrEqual(4.5);
    }
    for (const n of numbers) {
      expect(
        contrast(rgb(`on-series-${n}`, theme), rgb(`series-${n}`, theme)),
        `on series ${n}`,
      ).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('draws marks, axes and the focus ring at 3:1 or more', () => {
    for (const token of [...numbers.map((n) => `series-${n}` as const), 'axis', 'focus'] as const) {
      expect(contrast(rgb(token, theme), rgb('surface', theme)), token).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(Object.keys(VISIONS))('keeps series colours apart under %s', (vision) => {
    const colours = numbers.map((n) => seen(rgb(`series-${n}`, theme), VISIONS[vision]!));
    const least = vision === 'tritanopia' ? 0.075 : 0.099;
    for (const [index, colour] of colours.entries()) {
      for (const other of colours.slice(index + 1)) expect(distance(colour, other)).toBeGreaterThanOrEqual(least);
    }
  });
});
