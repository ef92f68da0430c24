import { type Blueprint, type ChartSpec, type ChartType, LantuError, quoteValue } from '@lantu/spec';

/**
 * How `blueprint` wants to be drawn, where that is as `type`.
 *
 * @throws {LantuError} `chart/unsuited` where it is not
 */
export function specOf<T extends ChartType>({ id, chart }: Blueprint, type: T): Extract<ChartSpec, { type: T }> {
  if (chart.type === type) return chart as Extract<ChartSpec, { type: T }>;
  throw new LantuError('chart/unsuited', 'the blueprint is of a type that this element does not show', {
    where: `blueprint ${id}, at chart.type`,
    received: quoteValue(chart.type),
    allowed: quoteValue(type),
  });
}
