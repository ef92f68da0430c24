import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import * as vg from '@uwdata/vgplot';
import { chartOfPage, fontOfPage } from './chart.ts';

const { host, chart } = chartOfPage();
const { unit, rows, layout, widthPx, heightPx } = chart;

// As Mosaic's own connector starts it, but from this origin and with the build chosen ahead, which saves the check of features.
const duckdb = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
await duckdb.instantiate(wasmUrl);
vg.coordinator().databaseConnector(vg.wasmConnector({ duckdb }));

// The rows are in the page already: as one statement they need neither a further request nor one of DuckDB's extensions.
await vg.coordinator().exec(vg.loadObjects('chart', [...rows]));

const shared = [vg.width(widthPx), vg.height(heightPx), vg.style({ fontFamily: fontOfPage() })];
const data = vg.from('chart');
const names = rows.map(({ name }) => name);

host.append(
  layout === 'rows'
    ? vg.plot(
        vg.barX(data, { x: 'value', y: 'name', fill: '#1d63a8', tip: true }),
        vg.xAxis('top'),
        vg.xLabel(unit),
        vg.xGrid(true),
        vg.yLabel(null),
        vg.yDomain(names),
        vg.marginLeft(96),
        ...shared,
      )
    : vg.plot(
        vg.barY(data, { x: 'name', y: 'value', fill: '#1d63a8', tip: true }),
        vg.xLabel(null),
        vg.xDomain(names),
        vg.yLabel(unit),
        vg.yGrid(true),
        ...shared,
      ),
);
