/** Where bars stand across the value axis, in pixels. */
export interface Bands {
  /** From one position to the next. */
  readonly step: number;
  readonly thickness: number;
  /** The middle of a position's step. */
  centre(position: number): number;
  /** The upper or left edge of a bar; `lane` counts the bars that stand beside each other at one position. */
  start(position: number, lane: number): number;
}

export interface BandOptions {
  readonly positions: number;
  readonly lanes: number;
  readonly from: number;
  readonly to: number;
  /** A bar grows no thicker. */
  readonly thickest: number;
  /** The part of each step that bars may fill; they stand in its middle, or right behind the `inset`. */
  readonly fill: number;
  /** Room at the beginning of each step that is kept free, in pixels. Default 0. */
  readonly inset?: number;
}

/** In steps narrower than this, bars touch each other and are drawn as one outline a series. */
export const DENSE_BELOW = 3;
const LANE_GAP = 2;
const SNAPPED_FROM = 6;

/** Divides `from` … `to` evenly. Bars from 6 px on stand on whole pixels, so that their edges are sharp. */
export function bandsOf({ positions, lanes, from, to, thickest, fill, inset = 0 }: BandOptions): Bands {
  const step = (to - from) / Math.max(1, positions);
  const room = (step - inset) * (step < DENSE_BELOW ? 1 : fill);
  const gap = room / lanes > 8 ? LANE_GAP : 0;
  const free = Math.min((room - gap * (lanes - 1)) / lanes, thickest);
  const thickness = free >= SNAPPED_FROM ? Math.floor(free) : free;
  const group = thickness * lanes + gap * (lanes - 1);
  const edge = (position: number): number => from + position * step;
  return {
    step,
    thickness,
    centre: (position) => edge(position) + step / 2,
    start: (position, lane) => {
      const start = edge(position) + (inset || (step - group) / 2);
      return (thickness >= SNAPPED_FROM ? Math.round(start) : start) + lane * (thickness + gap);
    },
  };
}
