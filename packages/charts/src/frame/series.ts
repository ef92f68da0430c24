import type { Pivot } from '../pivot/pivot.ts';
import type { MarkLook, SampleItem, SceneSeries } from '../scene.ts';
import { SERIES_COLOURS } from '../theme/palette.ts';
import type { ChartWords } from '../words/words.ts';
import type { Entry } from './frame.ts';

const TEXTURES = 8;

/** The series as they are drawn: up to 64 differ in their colour or their texture. */
export function sceneSeries(grid: Pivot, words: ChartWords): SceneSeries[] {
  return grid.series.map((series, index) => ({
    id: series.id,
    title: words.series(series),
    colour: (index % SERIES_COLOURS) + 1,
    texture: (index + Math.floor(index / SERIES_COLOURS)) % TEXTURES,
  }));
}

export function legendOf(series: readonly SceneSeries[], shape: SampleItem['shape']): Entry[] {
  return series.map(({ id, title, colour, texture }) => ({
    id,
    text: title,
    sample: { shape, look: 'plain', colour, texture },
  }));
}

/** What has to be explained below the chart: signs for "no data", and each kind of uncertain value that occurs. */
export function lookNotes(grid: Pivot, words: ChartWords, shape: SampleItem['shape']): Entry[] {
  const statuses = new Set<string>();
  let gaps = false;
  const notes: Entry[] = [];
  const add = (id: string, text: string, look: MarkLook): void => {
    notes.push({ id, text, sample: { shape, look, colour: 1, texture: 0 } });
  };
  for (const [position] of grid.slots.entries()) {
    for (const [index] of grid.series.entries()) {
      const { value, status } = grid.cell(index, position);
      if (value === null) gaps = true;
      else if (status === 'E' || status === 'P' || status === 'F') {
        if (!statuses.has(status)) add(status, words.format.text(`status.${status}`), 'uncertain');
        statuses.add(status);
      }
    }
  }
  if (gaps) add('gap', words.format.text('no-value'), 'gap');
  return notes;
}
