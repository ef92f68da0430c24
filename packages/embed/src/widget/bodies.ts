import type { Chart } from '@lantu/charts';
import { bar } from '@lantu/charts/bar';
import type { Body, BodyHost } from '@lantu/elements/answer';
import { ChartBody, chartBodyStyles } from '@lantu/elements/body/chart';
import { type ChartType, LantuError, quoteValue } from '@lantu/spec';
import type { CSSResultOrNative } from 'lit';
import { part } from './part.ts';

/** A way to draw answers. */
export interface BodyKind {
  readonly styles: readonly CSSResultOrNative[];
  create(host: BodyHost): Body;
}

const pictures = (chart: Chart): BodyKind => ({
  styles: chartBodyStyles,
  create: (host) => new ChartBody(host, () => chart),
});

const KINDS: Readonly<Record<ChartType, () => BodyKind | Promise<BodyKind>>> = {
  bar: () => pictures(bar as Chart),
  line: async () => pictures((await part(() => import('@lantu/charts/line'))).line as Chart),
  kpi: async () => {
    const { KpiBody, kpiBodyStyles } = await part(() => import('@lantu/elements/body/kpi'));
    return { styles: kpiBodyStyles, create: (host) => new KpiBody(host) };
  },
  table: async () => {
    const { TableBody, tableBodyStyles } = await part(() => import('@lantu/elements/body/table'));
    return { styles: [tableBodyStyles], create: (host) => new TableBody(host) };
  },
};

/**
 * What draws answers of `type`. Bars are at hand; the others are fetched.
 *
 * @throws {LantuError} `chart/unsuited` where this version knows no such type; `data/interrupted` where its code cannot be fetched
 */
export async function bodyKind(type: string): Promise<BodyKind> {
  if (isKnown(type)) return KINDS[type]();
  throw new LantuError('chart/unsuited', 'this version of Lantu does not draw this type', {
    where: 'chart.type',
    received: quoteValue(type),
    allowed: Object.keys(KINDS)
      .map((each) => quoteValue(each))
      .join(', '),
  });
}

// Not by the list in @lantu/spec: it lies beside the schema of blueprints, which brings 6 KB of checks that no widget needs to draw.
function isKnown(type: string): type is ChartType {
  return Object.hasOwn(KINDS, type);
}
