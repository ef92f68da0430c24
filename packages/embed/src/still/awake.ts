import { type PictureMark, type PictureMarks, type PictureScene, pointedScene } from '@lantu/charts';
import type { Reading } from '@lantu/elements/answer';
import { isInTooltip, Pointing, placeTooltip, tooltipOf } from '@lantu/elements/tooltip';
import { Layer } from './layer.ts';

const awake = new WeakMap<HTMLElement, AwakeStill>();

/**
 * Has the picture in `widget` answer a pointer and the keyboard until {@link sleep}.
 *
 * @param marks the picture's, as JSON; where they are not given, those that stand beside it
 */
export function wake(widget: HTMLElement, marks = widget.querySelector('script.lantu-marks')?.textContent): void {
  const picture = widget.querySelector<SVGElement | HTMLImageElement>('svg, img');
  const scenes = scenesIn(marks);
  const [first] = scenes;
  if (picture && first) awake.set(widget, new AwakeStill(widget, picture, scenes, first));
}

/** Ends that, for the widget is drawn. @returns where the reader is among the marks; undefined where at none */
export function sleep(widget: HTMLElement): Reading | undefined {
  const reading = awake.get(widget)?.end();
  awake.delete(widget);
  return reading;
}

/** A picture that stands in a page as `lantu bake` wrote it, and is read: tooltips and keys are those of the widget that will be in its place. */
class AwakeStill {
  readonly #picture: SVGElement | HTMLImageElement;
  readonly #scenes: readonly PictureScene[];
  readonly #pointing: Pointing<PictureMark>;
  readonly #layer: Layer;
  readonly #ending = new AbortController();
  #pointer: Reading['pointer'];

  constructor(
    widget: HTMLElement,
    picture: SVGElement | HTMLImageElement,
    scenes: readonly PictureScene[],
    { chart, help }: PictureScene,
  ) {
    this.#picture = picture;
    this.#scenes = scenes;
    this.#layer = new Layer(widget, help);
    this.#pointing = new Pointing<PictureMark>({
      scene: () => this.#scene(),
      box: () => picture.getBoundingClientRect(),
      hears: (event) => event.composedPath().includes(picture),
      changed: () => this.#show(),
      say: () => this.#layer.say(),
    });
    Object.assign(picture, { tabIndex: 0, ariaRoleDescription: chart, ariaDescription: help });
    // So that screen readers leave the keys to it; an <img> may not have this role.
    if (picture instanceof SVGElement) picture.role = 'application';
    // As an image it was one thing to who listens, and is to stay that.
    for (const part of picture.children) part.ariaHidden = 'true';
    const { signal } = this.#ending;
    widget.addEventListener('pointermove', this.#onPointer, { signal });
    widget.addEventListener('click', this.#onPointer, { signal });
    widget.addEventListener('pointerleave', this.#pointing.onPointerLeave, { signal });
    picture.addEventListener('keydown', this.#onKeydown, { signal });
    picture.addEventListener('focus', this.#onFocus, { signal });
    picture.addEventListener('blur', this.#onFocus, { signal });
  }

  end(): Reading | undefined {
    const { mark } = this.#pointing;
    const reading = mark && { pointer: this.#pointer, mark: this.#scene()?.marks.indexOf(mark) };
    this.#ending.abort();
    this.#pointing.moveTo(undefined);
    this.#layer.remove();
    return reading;
  }

  readonly #onPointer = (event: MouseEvent): void => {
    if (isInTooltip(event)) return;
    const { clientX, clientY } = event;
    this.#pointer = { clientX, clientY };
    // All of the widget is listened to, for a tooltip stands beside the picture; words and table around it have no marks.
    this.#pointing.moveTo(event.composedPath().includes(this.#picture) ? this.#pointing.under(event) : undefined);
  };

  readonly #onKeydown = (event: Event): void => {
    this.#pointer = undefined;
    this.#pointing.onKeydown(event as KeyboardEvent);
  };

  readonly #onFocus = (): void => {
    if (!this.#picture.matches(':focus')) this.#pointing.moveTo(undefined);
    this.#show();
  };

  /** Of the picture that is shown in a window like this one. */
  #scene(): PictureScene | undefined {
    return this.#scenes.find(({ media }) => media === undefined || matchMedia(media).matches);
  }

  #show(): void {
    const [scene, mark] = [this.#scene(), this.#pointing.mark];
    const isFocused = this.#picture.matches(':focus');
    if (!scene || !(mark || isFocused)) {
      this.#layer.remove();
      return;
    }
    const box = this.#picture.getBoundingClientRect();
    const tooltip = mark && tooltipOf(mark.text);
    this.#layer.show(box, tooltip, this.#picture.matches(':focus-visible'));
    if (tooltip) placeTooltip(tooltip, scene, box, mark);
  }
}

/** What `lantu bake` wrote; where that was spoilt on its way into a page, the picture stays one. */
function scenesIn(json = ''): PictureScene[] {
  try {
    return (JSON.parse(json) as PictureMarks[]).map(pointedScene);
  } catch {
    return [];
  }
}
