import { rowText } from '@lantu/charts/figures';
import { renderToSvg } from '@lantu/charts/svg';
import { LantuError, type WidgetDocument } from '@lantu/spec';
import { formatter } from '@lantu/spec/locale';
import type { ChartData } from './rivals/chart.ts';

/** The language of every page. */
export const LOCALE = 'zh-CN';

const WIDTH_PX = 720;
const YUAN_A_UNIT = 10_000;
/** A chart of more bars lays them down, as Lantu does. */
const MOST_COLUMNS = 12;

/** One chart, as the pages that show it need it. */
export interface BenchChart {
  readonly id: string;
  readonly title: string;
  /** Of the widget that was baked. */
  readonly version: string;
  /** The picture that Lantu draws without a page: what everything is compared with. */
  readonly svg: string;
  /** The text of the frozen version's `widget.json`. */
  readonly document: string;
  /** What `lantu bake` wrote for embed codes to hold. */
  readonly stills: Readonly<Record<'inline' | 'linked', string>>;
  /** Where the first bar of the plot that is linked is in it. */
  readonly firstBar: { readonly x: number; readonly y: number };
  readonly data: ChartData;
}

/**
 * The chart of a baked widget, which has one dimension and one amount of money.
 *
 * @param document the text of its `widget.json`
 * @param firstBar in the picture that is linked
 *
 * @throws {LantuError} `chart/unsuited` where it asks something else, or a value is missing
 */
export function benchChart(
  document: string,
  stills: BenchChart['stills'],
  firstBar: BenchChart['firstBar'],
): BenchChart {
  const { blueprint, answers, version }: WidgetDocument = JSON.parse(document);
  const [answer] = answers;
  const money = answer?.columns.filter((column) => column.role === 'metric') ?? [];
  const [values] = money;
  if (!answer || !values || money.length > 1 || values.unit.code !== 'CNY') {
    throw new LantuError('chart/unsuited', 'the bench draws amounts of money', {
      where: blueprint.id,
      received: money.map((each) => `${each.name} in ${each.unit.code}`).join(', '),
      allowed: 'one metric in CNY',
    });
  }
  const format = formatter(LOCALE);
  const rows = values.values.map((value, row) => {
    const name = rowText(answer, row, format);
    if (value !== null) return { name, value: value / YUAN_A_UNIT };
    throw new LantuError('chart/unsuited', 'the bench draws no gaps', { where: blueprint.id, received: name });
  });
  const title = blueprint.title[LOCALE];
  const svg = renderToSvg(answer, blueprint.chart, { locale: LOCALE, theme: 'light', widthPx: WIDTH_PX, title });
  return {
    id: blueprint.id,
    title,
    version,
    svg,
    document,
    stills,
    firstBar,
    data: {
      unit: '万元',
      rows,
      layout: rows.length > MOST_COLUMNS ? 'rows' : 'columns',
      widthPx: WIDTH_PX,
      heightPx: Number(/^<svg[^>]* height="(\d+)"/.exec(svg)?.[1]),
    },
  };
}
