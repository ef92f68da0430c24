import { type Block, movedText, textBlock } from '../frame/block.ts';
import type { Box } from '../mark.ts';
import type { TextItem } from '../scene.ts';
import type { Bands } from './bar.bands.ts';
import { tallestLabel } from './bar.labels.ts';
import type { BarPlan } from './bar.plan.ts';

/** Where names stand: left of their bars, over them, or, with rows too many, left of some of them. */
export type Naming = 'beside' | 'above' | 'thinned';

interface RowName {
  readonly position: number;
  readonly block: Block;
}

/** The rows of lying bars: how high each is, and what of it the names take. */
export interface RowPlan {
  readonly naming: Naming;
  readonly names: readonly RowName[];
  readonly pitch: number;
  /** The widest name beside its bar; 0 where names stand above. */
  readonly indent: number;
  /** What a name above its bar takes of the row; else 0. */
  readonly inset: number;
}

/** Up to so many rows the chart grows with them; beyond, rows become thinner and only some are named. */
const MOST_ROWS = 60;
/** What bars are thick by themselves, and how thin they may be made: figures still stand in them. */
const THICKNESS = { regular: { one: 22, several: 16, least: 18 }, large: { one: 30, several: 24, least: 27 } } as const;
const BESIDE_FROM = { regular: 440, large: 640 } as const;
const BESIDE_PART = 0.36;
const HIGHEST_PITCH = 72;
/** The part of a row that its bars fill where names stand beside them. */
export const BESIDE_FILL = 0.78;
const NAME_GAP = 10;
const ABOVE_GAP = 2;
/** Between a row and the next where names stand above their bars. */
export const ROW_GAP = 12;
/** Between names that stand beside their bars: by themselves, and at least. */
const [OWN_GAP, LEAST_GAP] = [6, 1];

/** `height` is what the rows may take, and do as far as each keeps its name and its figures; undefined: what suits them. */
export function rowPlan(plan: BarPlan, height: number | undefined): RowPlan {
  const { setting, frame, grid, stacked, series } = plan;
  const full = frame.right - frame.left;
  const count = Math.max(1, grid.slots.length);
  const lanes = stacked ? 1 : series.length;
  const given = height === undefined ? undefined : height / count;

  if (count <= MOST_ROWS) {
    const { one, several, least } = THICKNESS[setting.size];
    const thick = lanes > 1 ? several : one;
    const label = tallestLabel(plan);
    const beside = full < BESIDE_FROM[setting.size] ? [] : namesOf(plan, 'end', full * BESIDE_PART, 2);
    const isBeside = beside.length > 0 && beside.every(({ block }) => !block.strained);
    const names = isBeside ? beside : namesOf(plan, 'start', full, 2);
    const tallest = Math.max(0, ...names.map(({ block }) => block.height));
    const pitchOf = (thickness: number, gap: number): number => {
      const bars = lanes * Math.max(thickness, label);
      return isBeside ? Math.max(tallest + gap, bars / BESIDE_FILL) : tallest + ABOVE_GAP + bars + ROW_GAP;
    };
    const own = pitchOf(thick, OWN_GAP);
    const highest = Math.max(own, HIGHEST_PITCH * lanes);
    const pitch = Math.max(pitchOf(Math.min(thick, least), LEAST_GAP), Math.min(given ?? own, highest));
    return isBeside
      ? { naming: 'beside', names, pitch, indent: indentOf(names), inset: 0 }
      : { naming: 'above', names, pitch, indent: 0, inset: tallest + ABOVE_GAP };
  }
  const names = namesOf(plan, 'end', full * BESIDE_PART, 1);
  const pitch = Math.max((MOST_ROWS * setting.type.name * 1.6) / count, given ?? 0);
  return { naming: 'thinned', names, pitch, indent: indentOf(names), inset: 0 };
}

function indentOf(names: readonly RowName[]): number {
  return Math.ceil(Math.max(0, ...names.map(({ block }) => block.width)) + NAME_GAP);
}

/** At most {@link MOST_ROWS} names, evenly spread: of more rows only every so-manyth is measured at all. */
function namesOf(plan: BarPlan, anchor: TextItem['anchor'], maxWidth: number, maxLines: number): RowName[] {
  const { grid, words, setting } = plan;
  const every = Math.ceil(grid.slots.length / MOST_ROWS);
  return grid.slots.flatMap((slot, position) => {
    if (position % every !== 0) return [];
    const { measure, type } = setting;
    const options = { anchor, maxWidth, maxLines, measure, fontSize: type.name, x: 0, top: 0 };
    return [
      { position, block: textBlock({ ...options, id: `slot-${slot.id}`, role: 'lt-name', text: words.slot(slot) }) },
    ];
  });
}

/** The names in their places; of names that would touch the one before, the later is left out. */
export function placedNames({ naming, names, inset }: RowPlan, bands: Bands, left: number, plot: Box): TextItem[] {
  const placed: TextItem[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const { position, block } of names) {
    const { height } = block;
    const middle = bands.centre(position);
    const top =
      naming === 'above'
        ? middle - bands.step / 2 + inset - ABOVE_GAP - height
        : Math.max(plot.y, Math.min(middle - height / 2, plot.y + plot.height - height));
    if (top < free) continue;
    free = top + height;
    placed.push(movedText(block.item, naming === 'above' ? left : plot.x - NAME_GAP, top));
  }
  return placed;
}
