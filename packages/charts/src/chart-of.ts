import { LantuError, quoteValue } from '@lantu/spec';
import { bar } from './bar/bar.ts';
import { line } from './line/line.ts';
import type { Chart } from './scene.ts';

const CHARTS = { bar, line } as const;

/** The types of chart that are drawn as pictures of axes. */
export const PICTURE_TYPES = ['bar', 'line'] as const satisfies readonly (keyof typeof CHARTS)[];
export type PictureType = (typeof PICTURE_TYPES)[number];

/** The chart that draws specifications of `type`. @throws {LantuError} `chart/unsuited` where there is none */
export function chartOf(type: string): Chart {
  const found = PICTURE_TYPES.find((each) => each === type);
  if (found) return CHARTS[found] as Chart;
  throw new LantuError('chart/unsuited', 'there is no picture of this type', {
    where: 'chart.type',
    received: quoteValue(type),
    allowed: PICTURE_TYPES.map((each) => quoteValue(each)).join(', '),
  });
}
