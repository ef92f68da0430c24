import * as Plot from '@observablehq/plot';
import { chartOfPage } from './chart.ts';

const { host, chart } = chartOfPage();
const { unit, layout, widthPx: width, heightPx: height } = chart;
const rows = [...chart.rows];

host.append(
  layout === 'rows'
    ? Plot.plot({
        width,
        height,
        marginLeft: 96,
        x: { axis: 'top', label: unit, grid: true },
        y: { label: null, domain: rows.map(({ name }) => name) },
        marks: [Plot.barX(rows, { x: 'value', y: 'name', fill: '#1d63a8', tip: true })],
      })
    : Plot.plot({
        width,
        height,
        x: { label: null },
        y: { label: unit, grid: true },
        marks: [Plot.barY(rows, { x: 'name', y: 'value', fill: '#1d63a8', tip: true })],
      }),
);
