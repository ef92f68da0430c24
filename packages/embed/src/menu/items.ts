import { csvOf, exportGrid } from '@lantu/charts/export';
import type { Formatter } from '@lantu/spec/locale';
import { addressesOf } from './addresses.ts';
import { filtersText } from './filters-text.ts';
import { copyLink } from './link.ts';
import type { Outcome } from './outcome.ts';
import { save } from './save.ts';
import type { MenuTask } from './state.ts';

export interface MenuItem {
  /** Stays the same in every language. */
  readonly name: 'table' | 'sources' | 'csv' | 'xlsx' | 'svg' | 'png' | 'link' | 'embed' | 'print';
  readonly words: string;
  /** Nothing comes of what only shows something. */
  run(): Outcome | undefined | Promise<Outcome | undefined>;
}

export interface MenuGroup {
  readonly words: string;
  readonly items: readonly MenuItem[];
}

/** What the menu offers for a widget: a table is no picture, and only what was published has files to embed. */
export function groupsOf(task: MenuTask): readonly MenuGroup[] {
  const { state, format } = task;
  const { text } = format;
  const isPicture = state.blueprint.chart.type !== 'table';
  const view: MenuItem[] = [
    { name: 'sources', words: text('sources.show'), run: () => void state.openSources() },
    { name: 'print', words: text('menu.print'), run: () => print(task) },
  ];
  if (isPicture && state.answer.rowCount > 0) {
    view.unshift({ name: 'table', words: text('table.show'), run: () => void state.openTable() });
  }
  const files: MenuItem[] = [
    { name: 'csv', words: text('menu.csv'), run: () => downloadCsv(task) },
    { name: 'xlsx', words: text('menu.xlsx'), run: () => downloadXlsx(task) },
  ];
  if (isPicture) {
    files.push(
      { name: 'svg', words: text('menu.svg'), run: () => downloadSvg(task) },
      { name: 'png', words: text('menu.png'), run: () => downloadPng(task) },
    );
  }
  const share: MenuItem[] = [{ name: 'link', words: text('menu.link'), run: () => copyLink(task) }];
  if (addressesOf(state)) {
    share.push({ name: 'embed', words: text('menu.embed'), run: async () => void (await task.openEmbed()) });
  }
  return [
    { words: text('menu.view'), items: view },
    { words: text('menu.download'), items: files },
    { words: text('menu.share'), items: share },
  ];
}

function downloadCsv({ state, format }: MenuTask): Outcome {
  const csv = csvOf(exportGrid(state.answer, format, filtersText(state, format)));
  const file = new Blob([csv], { type: 'text/csv;charset=utf-8' });
  return saved(file, `${state.blueprint.id}.csv`, format);
}

async function downloadXlsx({ state, format }: MenuTask): Promise<Outcome> {
  const { workbookOf } = await import('./xlsx/xlsx.ts');
  const file = new Blob([await workbookOf(state, format)], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  return saved(file, `${state.blueprint.id}.xlsx`, format);
}

async function downloadSvg({ state, format, host }: MenuTask): Promise<Outcome> {
  const { svgOf } = await import('./picture/svg.ts');
  const file = new Blob([await svgOf(state, format, host)], { type: 'image/svg+xml' });
  return saved(file, `${state.blueprint.id}.svg`, format);
}

async function downloadPng({ state, format, host }: MenuTask): Promise<Outcome> {
  const { pngOf } = await import('./picture/png.ts');
  const file = await pngOf(state, format, host);
  if (!file) return { status: 'failed', words: format.text('picture.refused') };
  return saved(file, `${state.blueprint.id}.png`, format);
}

async function print({ state, format, host }: MenuTask): Promise<Outcome | undefined> {
  const { printWidget } = await import('./print/print.ts');
  const isPrinted = await printWidget(state, format, host);
  return isPrinted ? undefined : { status: 'failed', words: format.text('print.refused') };
}

function saved(file: Blob, name: string, format: Formatter): Outcome {
  save(file, name);
  return { status: 'done', words: format.text('download.started', { name }) };
}
