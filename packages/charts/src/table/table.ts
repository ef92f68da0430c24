import type { Scene, TableModel } from '../scene.ts';

/** A chart as a table: a row a slot, a column a series. Periods that the answer lacks are rows too, with the words for "no data". */
export function tableOf({ figures: { grid, words } }: Pick<Scene, 'figures'>): TableModel {
  const { x, series: by } = grid.columns;
  const names = grid.series.map((series) => ({
    id: series.id,
    title: by || x ? words.series(series) : words.format.text('value'),
    numeric: true,
  }));
  return {
    caption: words.format.text('table.caption', { title: words.title }),
    columns: [
      { id: x?.name ?? '', title: x ? words.format.textIn(x.title) : words.format.text('indicator'), numeric: false },
      ...names,
    ],
    rows: grid.slots.map((slot, position) => ({
      id: slot.id,
      header: words.slot(slot),
      cells: grid.series.map((_, index) => {
        const cell = grid.cell(index, position);
        const [value, note] = [words.value(cell), words.note(cell)];
        return note === null || cell.status === null ? value : words.format.text('point.noted', { point: value, note });
      }),
    })),
  };
}
