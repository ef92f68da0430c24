import { isFrameless } from './edge.ts';
import { type Place, placeOf } from './place.ts';
import { stillIn } from './still.ts';
import { type Taken, takenOf } from './taken.ts';

/** What stands in a widget before it is drawn, as far as what is drawn in its place goes by it. */
export interface Before {
  readonly taken: Taken;
  readonly place: Place;
  /** Of its picture, in whole pixels; undefined where it has none. */
  readonly pictureHeightPx: number | undefined;
  /** Whether it has no frame, so that the widget is to have none either. */
  readonly isFrameless: boolean;
  /** How wide the widget will be inside, where no frame takes any of it. */
  readonly roomPx: number | undefined;
}

/** Looks at what stands in `widget`, which has to be laid out. */
export function lookAt(widget: HTMLElement): Before {
  const frameless = isFrameless(widget);
  const picture = widget.querySelector('img, svg');
  return {
    taken: takenOf(widget),
    place: placeOf(widget),
    pictureHeightPx: (picture && Math.round(picture.getBoundingClientRect().height)) || undefined,
    isFrameless: frameless,
    roomPx: frameless ? roomIn(widget) : undefined,
  };
}

/** By what stands inside: a tag that is not defined yet is not a block, and has no width. */
function roomIn(widget: HTMLElement): number | undefined {
  const still = stillIn(widget);
  if (!still) return undefined;
  const { marginLeft, marginRight } = getComputedStyle(still);
  const { width } = still.getBoundingClientRect();
  return Math.floor(width + Number.parseFloat(marginLeft) + Number.parseFloat(marginRight)) || undefined;
}

const seen = new WeakMap<HTMLElement, Before>();

/**
 * Looks at all that stands in `widgets` before the first of them is upgraded: an upgrade takes what stands inside out of the layout, and
 * to look at the next one would have the page laid out anew each time.
 */
export function lookAtAll(widgets: readonly HTMLElement[]): void {
  for (const widget of widgets) seen.set(widget, lookAt(widget));
}

/** What {@link lookAtAll} saw in `widget`, once. */
export function lookedAt(widget: HTMLElement): Before | undefined {
  const before = seen.get(widget);
  seen.delete(widget);
  return before;
}
