import { type Box, markByKey, markUnder, type PointedScene } from '@lantu/charts';

/** A picture whose marks a pointer can be over, and keys lead through. */
export interface Picture<M extends { readonly box: Box }> {
  /** Undefined while there is none. */
  scene(): PointedScene<M> | undefined;
  /** Where it is drawn; undefined while it is not. */
  box(): DOMRect | undefined;
  /** Whether it answers to Escape itself, where the focus is. */
  hears(event: KeyboardEvent): boolean;
  /** Another mark is in focus, or its tooltip has been taken away. */
  changed(): void;
  /** Keys have led to `mark`, which is to be said: also where they could lead no further. */
  say(mark: M): void;
}

/**
 * Which mark of a picture is in focus. A pointer leads there, and keys do; Escape, wherever the page's focus is, takes the tooltip away until
 * they lead to another.
 */
export class Pointing<M extends { readonly id: string; readonly box: Box }> {
  readonly #picture: Picture<M>;
  #mark: M | undefined;
  #isDismissed = false;

  constructor(picture: Picture<M>) {
    this.#picture = picture;
  }

  /** The mark in focus; also where its tooltip was taken away. */
  get place(): M | undefined {
    return this.#mark;
  }

  /** The mark that the tooltip is about; undefined where there is none to show. */
  get mark(): M | undefined {
    return this.#isDismissed ? undefined : this.#mark;
  }

  moveTo(mark: M | undefined): void {
    if (mark?.id === this.#mark?.id) return;
    this.#isDismissed = false;
    this.replace(mark);
    this.#picture.changed();
  }

  /** Goes on with what is in its place in another scene of the same marks, or with nothing. */
  replace(mark: M | undefined): void {
    this.#mark = mark;
    if (mark) document.addEventListener('keydown', this.#onEscape, true);
    else this.release();
  }

  /** Hears of no more Escape. */
  release(): void {
    document.removeEventListener('keydown', this.#onEscape, true);
  }

  /** The mark that a pointer is over; undefined where it is over none. */
  under(event: Pick<MouseEvent, 'clientX' | 'clientY'>): M | undefined {
    const scene = this.#picture.scene();
    const box = scene && this.#picture.box();
    return box && markUnder(scene, box, event);
  }

  /** Goes where a key leads, away on Escape, or has `act` see to it and say whether it did; such a key then goes no further. */
  onKeydown(event: KeyboardEvent, act?: (key: string) => boolean): void {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || shiftKey || !(this.#step(key) || act?.(key))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #step(key: string): boolean {
    if (key === 'Escape' && this.mark) {
      this.moveTo(undefined);
      return true;
    }
    const scene = this.#picture.scene();
    const mark = scene && markByKey(scene, this.#mark, key);
    if (!mark) return false;
    this.moveTo(mark);
    this.#picture.say(mark);
    return true;
  }

  readonly onPointerMove = (event: PointerEvent): void => {
    if (!isInTooltip(event)) this.moveTo(this.under(event));
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.moveTo(undefined);
  };

  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#picture.hears(event)) return;
    this.#isDismissed = true;
    this.#picture.changed();
  };
}

/** A tooltip can be entered, to read or to copy it. */
export function isInTooltip(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest('.tooltip') !== null;
}
