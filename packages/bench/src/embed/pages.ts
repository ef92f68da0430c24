import { type EmbedRequest, embedCode } from '@lantu/embed/code';
import { type BenchChart, LOCALE } from './charts.ts';
import type { Answering, ProbeTask } from './probe.ts';

/** A way to have the chart on a page. */
export interface BenchPage {
  readonly id: string;
  readonly title: string;
  /** The file in `rivals/` that draws it; built for production. */
  readonly entry?: string;
  /** What stands in the page's `<main>`. */
  body(chart: BenchChart, built: Built): string;
  probe(chart: BenchChart): ProbeTask;
}

/** What was built for the pages to name. */
export interface Built {
  /** The address of a page's script, by the page's id. */
  readonly scripts: Readonly<Record<string, string>>;
  /** The address of `embed.js`. */
  readonly loader: string;
  /** The address of the folder of widgets. */
  readonly widgets: string;
}

/** First the one that Linux has: to look for others in vain takes the browser some milliseconds each. */
const FONT = `"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif`;

const BAR = '[fill="#1d63a8"]';
const OF_PLOT = { bars: ['#chart g[aria-label="bar"] rect'], tooltip: ['#chart g[aria-label="tip"]'] };
const OF_ECHARTS = { bars: ['#chart svg path[d$="Z"]'], tooltip: ['#chart > div ~ div'] };

const TIP = ['lantu-widget .lantu-tip', '.tooltip'];

/** All that are measured, the one that they are compared with first. */
export const PAGES: readonly BenchPage[] = [
  {
    id: 'static',
    title: 'static inline SVG',
    body: ({ svg }) => svg,
    probe: ({ data }) => ({ bars: data.rows.length, still: `main svg ${BAR}` }),
  },
  widget('lantu-inline', 'Lantu, picture inline', 'inline'),
  widget('lantu-frozen', 'Lantu, frozen, all inline', 'frozen'),
  widget('lantu-linked', 'Lantu, picture linked', 'linked'),
  widget('lantu-bare', 'Lantu, two bare lines', 'bare'),
  widget('lantu-ahead', 'Lantu, bare, fetched ahead', 'ahead'),
  rival('plot', 'Observable Plot', 'plot.ts', OF_PLOT),
  rival('echarts', 'ECharts, bars only', 'echarts-bar.ts', OF_ECHARTS),
  rival('echarts-whole', 'ECharts, all of it', 'echarts-whole.ts', OF_ECHARTS),
  rival('mosaic', 'Mosaic vgplot', 'mosaic.ts', OF_PLOT),
];

type Holding = 'bare' | 'ahead' | 'inline' | 'linked' | 'frozen';

/** What the code holds besides the two lines. With a still it is one for the top of its page, as this one is. */
const HOLDING: Readonly<Record<Holding, (chart: BenchChart) => Partial<EmbedRequest>>> = {
  bare: () => ({}),
  ahead: () => ({ locale: LOCALE, preload: true }),
  inline: ({ stills }) => ({ still: stills.inline, preload: true }),
  linked: ({ stills }) => ({ still: stills.linked, preload: true }),
  frozen: ({ stills, document }) => ({ still: stills.inline, document, frozen: true }),
};

/** The code that the widget's menu and `lantu embed-code` give. */
function widget(id: string, title: string, holding: Holding): BenchPage {
  // A bare one's comes a little later, from beside its document.
  const still = holding === 'linked' ? 'lantu-widget img' : `lantu-widget svg ${BAR}`;
  return {
    id,
    title,
    body: (chart, { loader, widgets }) =>
      embedCode({
        way: 'element',
        folder: `${widgets}${chart.id}/`,
        version: chart.version,
        loader,
        title: chart.title,
        ...HOLDING[holding](chart),
      }),
    probe: (chart) => ({
      bars: chart.data.rows.length,
      still,
      alive: {
        ...aliveBy({ bars: [still], tooltip: TIP }, chart),
        ...(holding === 'linked' && { point: chart.firstBar }),
      },
      keys: { focus: ['lantu-widget :is(svg, img)'], tooltip: TIP, says: chart.data.rows.at(-1)?.name ?? '' },
      whole: aliveBy({ bars: ['lantu-widget', '.lt-mark'], tooltip: ['lantu-widget', '.tooltip'] }, chart),
    }),
  };
}

/** A heading, and a script that draws into a `<div>` which is as large as the chart will be, as these libraries' guides have it. */
function rival(id: string, title: string, entry: string, alive: Omit<Answering, 'says'>): BenchPage {
  return {
    id,
    title,
    entry,
    body: (chart, { scripts }) =>
      [
        `<h2>${chart.title}</h2>`,
        `<div id="chart" style="width:${chart.data.widthPx}px;height:${chart.data.heightPx}px"></div>`,
        `<script type="application/json" id="data">${JSON.stringify(chart.data).replaceAll('<', '\\u003c')}</script>`,
        `<script type="module" src="${scripts[id]}"></script>`,
      ].join('\n'),
    probe: (chart) => ({ bars: chart.data.rows.length, alive: aliveBy(alive, chart) }),
  };
}

function aliveBy(alive: Omit<Answering, 'says'>, { data }: BenchChart): Answering {
  return { ...alive, says: data.rows[0]?.name ?? '' };
}

/** The same page around every chart, with words after it that a layout shift would move. */
export function pageHtml({ title }: BenchChart, body: string): string {
  return `<!doctype html>
<html lang="${LOCALE}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<style>body{margin:24px;font:16px/1.5 ${FONT}}main{max-width:720px}svg,img{max-width:100%}</style>
</head>
<body>
<h1>村集体经济</h1>
<main>
${body}
</main>
<p>以上为各村集体经济收入。</p>
</body>
</html>
`;
}
