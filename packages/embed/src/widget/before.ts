import { stillIn } from '../still/still.ts';
import { type Place, placeOf } from './place.ts';
import { type Taken, takenOf } from './taken.ts';

/** What stands in a widget before it is drawn, as far as what is drawn in its place goes by it. */
export interface Before {
  readonly taken: Taken;
  readonly place: Place;
  /** Of its picture, in whole pixels; undefined where it has none. */
  readonly pictureHeightPx: number | undefined;
  /** Whether it has no frame, so that the widget is to have none either, and what stands in it stays where it was. */
  readonly isFrameless: boolean;
  /** How wide the widget will be inside, where no frame takes any of it. */
  readonly roomPx: number | undefined;
}

/** Looks at what stands in `widget`, which has to be laid out. */
export function lookAt(widget: HTMLElement): Before {
  const picture = widget.querySelector('img, svg');
  const still = stillIn(widget);
  const style = still && getComputedStyle(still);
  const isFrameless = style !== undefined && edgePx(style) === 0 && !saysFrame(widget);
  return {
    taken: takenOf(widget),
    place: placeOf(widget),
    pictureHeightPx: picture ? Math.round(picture.getBoundingClientRect().height) || undefined : undefined,
    isFrameless,
    // By what stands inside: a tag that is not defined yet is no block, and has no width.
    roomPx:
      still && isFrameless
        ? Math.floor(still.getBoundingClientRect().width + sumPx(style, 'margin-left', 'margin-right')) || undefined
        : undefined,
  };
}

const edgePx = (style: CSSStyleDeclaration): number =>
  sumPx(style, 'padding-inline-start', 'border-inline-start-width');

function sumPx(style: CSSStyleDeclaration, ...names: readonly string[]): number {
  return names.reduce((sum, name) => sum + Number.parseFloat(style.getPropertyValue(name)), 0);
}

/** Whether a page says how its frames are, or the widget's colours are not the page's: then it has one. */
function saysFrame(widget: HTMLElement): boolean {
  const style = getComputedStyle(widget);
  return (
    widget.hasAttribute('theme') ||
    ['--lantu-padding', '--lantu-border'].some((name) => style.getPropertyValue(name) !== '')
  );
}

const seen = new WeakMap<HTMLElement, Before>();

/**
 * Looks at all that stands in `widgets` before the first of them is upgraded: an upgrade takes what stands inside out of the layout, and
 * to look at the next one would have the page laid out anew each time.
 */
export function lookAtAll(widgets: readonly HTMLElement[]): void {
  for (const widget of widgets) seen.set(widget, lookAt(widget));
}

/** What {@link lookAtAll} saw in `widget`. */
export function lookedAt(widget: HTMLElement): Before | undefined {
  return seen.get(widget);
}
