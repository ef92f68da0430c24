import { type Box, markUnder, type PointedScene } from '@lantu/charts';

/** A picture whose marks a pointer can be over. */
export interface Picture<M extends { readonly box: Box }> {
  /** Undefined while there is none. */
  scene(): PointedScene<M> | undefined;
  /** Where it is drawn; undefined while it is not. */
  box(): DOMRect | undefined;
  /** Whether it answers to Escape itself, where the focus is. */
  hears(event: KeyboardEvent): boolean;
  /** Another mark is in focus, or its tooltip has been taken away. */
  changed(): void;
}

/** Which mark of a picture is in focus. A pointer leads there; Escape, wherever the page's focus is, takes the tooltip away until it leads to another. */
export class Pointing<M extends { readonly id: string; readonly box: Box }> {
  readonly #picture: Picture<M>;
  #mark: M | undefined;
  #isDismissed = false;

  constructor(picture: Picture<M>) {
    this.#picture = picture;
  }

  /** The mark in focus, from which keys go on; also where its tooltip was taken away. */
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

  /** Hears of no more keys. */
  release(): void {
    document.removeEventListener('keydown', this.#onEscape, true);
  }

  /** The mark that a pointer is over; undefined where it is over none. */
  under(event: MouseEvent): M | undefined {
    const scene = this.#picture.scene();
    const box = scene && this.#picture.box();
    return box && markUnder(scene, box, event);
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
