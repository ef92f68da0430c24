import * as Plot from '@observablehq/plot';
import { chartOfPage, fontOfPage } from './chart.ts';

const { host, chart } = chartOfPage();
const { unit, layout, widthPx: width, heightPx: height } = chart;
const rows = [...chart.rows];
const style = { fontFamily: fontOfPage() };

host.append(
  layout === 'rows'
    ? Plot.plot({
        style,
        width,
        height,
        marginLeft: 96,
        x: { axis: 'top', label: unit, grid: true },
        y: { label: null, domain: rows.map(({ name }) => name) },
        marks: [Plot.barX(rows, { x: 'value', y: 'name', fill: '#1d63a8', tip: true })],
      })
    : Plot.plot({
        style,
        width,
        height,
        x: { label: null },
        y: { label: unit, grid: true },
        marks: [Plot.barY(rows, { x: 'name', y: 'value', fill: '#1d63a8', tip: true })],
      }),
);
