import type { Pivot } from '../pivot/pivot.ts';

/** Where a bar begins and ends, in values: `from` is nearer to zero. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The spans of all bars, and what a value axis must hold. */
export interface Spans {
  /** For a cell without a value, an empty span where its bar would begin. */
  of(series: number, position: number): Span;
  /** The ends of each position's bars, or of its stacks. */
  readonly ends: readonly { readonly low: number; readonly high: number }[];
}

/** Grouped bars begin at zero. Stacked ones begin where the one before of the same sign ends: negative values stack downwards. */
export function spansOf(grid: Pivot, layout: 'grouped' | 'stacked'): Spans {
  const count = grid.series.length;
  const all: Span[] = [];
  const ends = grid.slots.map((_, position) => {
    let [low, high] = [0, 0];
    for (let series = 0; series < count; series += 1) {
      const value = grid.cell(series, position).value ?? 0;
      const from = layout === 'grouped' ? 0 : value < 0 ? low : high;
      const to = from + value;
      all.push({ from, to });
      low = Math.min(low, to);
      high = Math.max(high, to);
    }
    return { low, high };
  });
  return { ends, of: (series, position) => all[position * count + series] ?? { from: 0, to: 0 } };
}
