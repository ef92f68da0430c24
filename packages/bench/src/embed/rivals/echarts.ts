import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import { type ChartData, chartOfPage, fontOfPage } from './chart.ts';

/** `echarts.init`, of the whole library or of a tree-shaken one. */
type Init = (
  host: HTMLElement,
  theme: null,
  options: { renderer: 'svg'; width: number; height: number },
) => EChartsType;

/**
 * SVG renderer: one that readers can zoom, as the others'. No animation: bars that grow from nothing would be seen late.
 */
export function draw(init: Init): void {
  const { host, chart } = chartOfPage();
  init(host, null, { renderer: 'svg', width: chart.widthPx, height: chart.heightPx }).setOption(optionOf(chart));
}

function optionOf({ unit, rows, layout }: ChartData): EChartsOption {
  const names = { type: 'category' as const, data: rows.map(({ name }) => name) };
  const values = { type: 'value' as const, name: unit };
  const lie = layout === 'rows';
  return {
    animation: false,
    textStyle: { fontFamily: fontOfPage() },
    grid: lie ? { top: 40, left: 8, right: 40, bottom: 8, containLabel: true } : { top: 40 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      textStyle: { fontFamily: fontOfPage() },
      valueFormatter: (value) => `${value} ${unit}`,
    },
    xAxis: lie ? { ...values, position: 'top' } : names,
    yAxis: lie ? { ...names, inverse: true, axisLabel: { interval: 0 } } : values,
    color: ['#1d63a8'],
    series: [{ type: 'bar', data: rows.map(({ value }) => value), label: { show: !lie, position: 'top' } }],
  };
}
