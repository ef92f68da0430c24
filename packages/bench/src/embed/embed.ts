import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import '@lantu/spec/locale/zh-CN';
import { type Browser, chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../../../tools/chromium.mjs';
import { startServer } from '../../../../tools/serve.mjs';
import type { BenchChart } from './charts.ts';
import { type Link, load } from './load.ts';
import { type BenchPage, PAGES } from './pages.ts';
import { tableText, verdictsText } from './report.ts';
import { addressOf, buildSite, CHARTS } from './site.ts';
import { REFERENCE, type Sample, summarize } from './summary.ts';
import { type Verdict, verdicts } from './targets.ts';
import { Traffic } from './traffic.ts';

/** The links that pages are loaded over. */
export const LINKS: readonly Link[] = [
  { id: 'local', title: 'as fast as the machine' },
  { id: 'slow', title: '4 Mbit/s, 150 ms', slowed: { bitsPerSecond: 4_000_000, latencyMs: 150 } },
];

/** Everything that `--only` can name. */
export const NAMES: Readonly<Record<'pages' | 'charts' | 'links', readonly string[]>> = {
  pages: PAGES.map(({ id }) => id),
  charts: CHARTS.map(({ id }) => id),
  links: LINKS.map(({ id }) => id),
};

/** Where it is built; emptied by every run. */
const SITE = fileURLToPath(new URL('../../build/embed/', import.meta.url));

/** One policy for all: the rivals set styles and start workers as they please, but no host except the page's own is reached. */
export const POLICY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:";

/** After so many further rounds it is looked again what is still open: after each, chance would decide it sooner or later. */
const BATCH = 7;

export interface EmbedOptions {
  /** How often every page is loaded. */
  readonly rounds: number;
  /** How often at most the pages of which a target is still open are loaded after that, beside those that they are compared with. */
  readonly further: number;
  /** Names of pages, charts and links; of which none is named, all are measured. The static page always is. */
  readonly only: readonly string[];
  /** The file to write. */
  readonly json: string;
}

/** Builds the site, loads its pages cold, round after round, prints what was measured and writes all of it as JSON. */
export async function benchEmbed({ rounds, further, only, json }: EmbedOptions): Promise<void> {
  const pages = chosen(PAGES, only, REFERENCE);
  const links = chosen(LINKS, only);
  const charts = chosen(await buildSite(SITE, pages), only);
  const traffic = new Traffic(SITE);
  const server = await startServer({ roots: { '/': SITE }, port: 0, csp: POLICY, before: traffic.listen });
  const browser = await chromium.launch(chromiumLaunchOptions());
  const visit = async (round: number, { link, chart, page }: Stop): Promise<Sample> => {
    traffic.take();
    const seen = await load(browser, server.origin + addressOf(chart.id, page.id), page.probe(chart), link, traffic);
    return { chart: chart.id, link: link.id, page: page.id, round, ...seen, ...traffic.take() };
  };
  const samples: Sample[] = [];
  try {
    console.log('A round that does not count, for the browser to be warm …');
    for (const stop of tour(links.slice(0, 1), charts, pages, 0)) await visit(0, stop);
    let isWanted = (_stop: Stop): boolean => true;
    for (let round = 1; round <= rounds + further; round++) {
      const stops = tour(links, charts, pages, round).filter(isWanted);
      if (stops.length === 0) break;
      console.log(
        round > rounds ? `Round ${round}, of what is open: ${stops.length} loads …` : `Round ${round} of ${rounds} …`,
      );
      for (const stop of stops) samples.push(await visit(round, stop));
      if (round >= rounds && (round - rounds) % BATCH === 0) isWanted = openAfter(samples);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  report(samples, { date: new Date().toISOString(), rounds, further, machine: machine(browser) }, json);
}

/** Those that are named, and `always`; all of them where none is named. */
function chosen<T extends { readonly id: string }>(all: readonly T[], names: readonly string[], always?: string): T[] {
  const isNamed = all.some(({ id }) => names.includes(id));
  return all.filter(({ id }) => !isNamed || names.includes(id) || id === always);
}

interface Stop {
  readonly link: Link;
  readonly chart: BenchChart;
  readonly page: BenchPage;
}

/** All pages once, those of one chart and link one after another. Each round begins with another page: none always follows the same. */
function tour(
  links: readonly Link[],
  charts: readonly BenchChart[],
  pages: readonly BenchPage[],
  round: number,
): Stop[] {
  const from = round % pages.length;
  const turned = [...pages.slice(from), ...pages.slice(0, from)];
  return links.flatMap((link) => charts.flatMap((chart) => turned.map((page) => ({ link, chart, page }))));
}

/** Which pages further rounds are to load: those of which a target is open, and those that they are compared with. */
function openAfter(samples: readonly Sample[]): (stop: Stop) => boolean {
  const open = verdicts(summarize(samples), samples).filter(({ outcome }) => outcome === 'open');
  const isOf = ({ chart, link, page, beside }: Verdict, stop: Stop) =>
    chart === stop.chart.id && link === stop.link.id && [page, beside].includes(stop.page.id);
  return (stop) => open.some((verdict) => isOf(verdict, stop));
}

interface Circumstances {
  readonly date: string;
  readonly rounds: number;
  readonly further: number;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly chromium: string;
    readonly node: string;
  };
}

function machine(browser: Browser): Circumstances['machine'] {
  const [first, ...others] = cpus();
  return {
    processor: first?.model ?? 'unknown',
    cores: others.length + 1,
    chromium: browser.version(),
    node: process.versions.node,
  };
}

function report(samples: readonly Sample[], circumstances: Circumstances, json: string): void {
  const rows = summarize(samples);
  const judged = verdicts(rows, samples);
  const titles = Object.fromEntries(PAGES.map(({ id, title }) => [id, title]));
  for (const link of LINKS) {
    for (const chart of CHARTS) {
      const isHere = (each: { chart: string; link: string }) => each.chart === chart.id && each.link === link.id;
      if (!rows.some(isHere)) continue;
      console.log(`\n${chart.title}, ${link.title}`);
      console.log(tableText(inOrder(rows.filter(isHere)), titles));
      console.log(verdictsText(inOrder(judged.filter(isHere)), titles));
    }
  }
  mkdirSync(dirname(json), { recursive: true });
  writeFileSync(
    json,
    `${JSON.stringify({ bench: 'embed', ...circumstances, rows, verdicts: judged, samples }, null, 2)}\n`,
  );
  console.log(`
Medians of ${circumstances.rounds} rounds and more (in brackets: the quartiles); bytes as gzip sends them.
A target is held or missed where the median is known well enough (in brackets: with 95 % confidence), else open.`);
  console.log(`Everything that was measured: ${json}`);
}

function inOrder<T extends { readonly page: string }>(all: readonly T[]): T[] {
  return PAGES.flatMap(({ id }) => all.filter(({ page }) => page === id));
}
