import type { ObservationStatus } from '@lantu/spec';
import { isUncertain, type Pivot } from '../pivot/pivot.ts';
import type { SampleItem, SceneSeries } from '../scene.ts';
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

/**
 * What has to be explained below the chart: each kind of uncertain value that occurs, and the sign for "no data" where `showsGap` says
 * that a position draws it, given which of its series have no value.
 */
export function lookNotes(
  grid: Pivot,
  words: ChartWords,
  shape: SampleItem['shape'],
  showsGap: (empty: readonly boolean[]) => boolean,
): Entry[] {
  const uncertain = new Set<ObservationStatus>();
  let gaps = false;
  for (const position of grid.slots.keys()) {
    const cells = grid.series.map((_, index) => grid.cell(index, position));
    gaps ||= showsGap(cells.map(({ value }) => value === null));
    for (const { value, status } of cells) if (value !== null && isUncertain(status)) uncertain.add(status);
  }
  const note = (id: string, text: string, sample: Pick<SampleItem, 'shape' | 'look'>): Entry => {
    return { id, text, sample: { ...sample, colour: 1, texture: 0 } };
  };
  const notes = [...uncertain].map((status) =>
    note(status, words.format.text(`status.${status}`), { shape, look: 'uncertain' }),
  );
  return gaps ? [...notes, note('gap', words.format.text('no-value'), { shape: 'bar', look: 'gap' })] : notes;
}
