import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bake } from '@lantu/bake';
import { type PictureMarks, pointedScene } from '@lantu/charts';
import { stillName } from '@lantu/embed/code';
import { ROOT, step } from '../../../../tools/run.mjs';
import { type BenchChart, benchChart, LOCALE } from './charts.ts';
import { type BenchPage, type Built, pageHtml } from './pages.ts';
import { buildRival } from './rivals.ts';

const BLUEPRINTS = fileURLToPath(new URL('../../blueprints/', import.meta.url));

/** The charts of the bench: by their blueprints' ids. */
export const CHARTS = [
  { id: 'community-income', title: 'two bars: one community’s income' },
  { id: 'income-by-county', title: '74 bars: income by county' },
] as const;

/** Where a page stands in the site. */
export function addressOf(chart: string, page: string): string {
  return `/${chart}/${page}.html`;
}

/**
 * Builds the site that is measured, into a folder of its own: widgets as `lantu bake` publishes them, the loader, the rivals' scripts,
 * and a page for each way and chart; all of it for production and, unless told otherwise, compressed ahead of time.
 *
 * @param out is emptied
 * @returns the charts, in the order of {@link CHARTS}
 */
export async function buildSite(
  out: string,
  pages: readonly BenchPage[],
  { isCompressed = true } = {},
): Promise<readonly BenchChart[]> {
  rmSync(out, { recursive: true, force: true });
  const node = process.execPath;
  const built: Built = { widgets: '/widgets/', loader: '/embed/embed.js', scripts: await buildRivals(out, pages) };
  await step('Building the loader', [node, join(ROOT, 'packages/embed/site/build.mjs'), join(out, 'embed')]);
  const charts = await bakeCharts(join(out, 'widgets'));
  for (const chart of charts) {
    mkdirSync(join(out, chart.id));
    for (const page of pages) {
      writeFileSync(join(out, addressOf(chart.id, page.id)), pageHtml(chart, page.body(chart, built)));
    }
  }
  if (isCompressed) await step('Compressing the site', [node, join(ROOT, 'tools/precompress.mjs'), out]);
  return charts;
}

async function buildRivals(out: string, pages: readonly BenchPage[]): Promise<Built['scripts']> {
  const scripts: Record<string, string> = {};
  for (const { id, entry } of pages) {
    if (entry) scripts[id] = `/rivals/${id}/${await buildRival(entry, join(out, 'rivals', id))}`;
  }
  return scripts;
}

async function bakeCharts(out: string): Promise<readonly BenchChart[]> {
  const published = await bake({ blueprints: [BLUEPRINTS], data: join(ROOT, 'data/dist'), out, locales: [LOCALE] });
  return CHARTS.map(({ id }) => {
    const version = published.find((each) => each.id === id)?.version ?? '';
    const read = (name: string) => readFileSync(join(out, id, version, name), 'utf8');
    const stills = { inline: read(stillName(LOCALE, 'inline')), linked: read(stillName(LOCALE, 'linked')) };
    const { plot }: { readonly plot: PictureMarks } = JSON.parse(read(`${LOCALE}.marks.json`));
    const { x = 0, y = 0, width = 0, height = 0 } = pointedScene(plot).marks[0]?.box ?? {};
    return benchChart(read('widget.json'), stills, { x: x + width / 2, y: y + height / 2 });
  });
}
