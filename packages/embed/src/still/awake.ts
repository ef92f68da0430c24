import { type PictureMark, type PictureMarks, type PictureScene, pointedScene } from '@lantu/charts';
import { isInTooltip, Pointing, placeTooltip, tokens, tooltipOf, tooltipStyles } from '@lantu/elements/tooltip';
import { adoptStyles } from '@lit/reactive-element/css-tag.js';
import { stillIn } from './still.ts';

/** Where a pointer is, in the window. */
export type Pointer = Pick<PointerEvent, 'clientX' | 'clientY'>;

/** What of a page's style sheets would move the layer or give it a size. */
const LAYER_STYLES = Object.entries({
  position: 'absolute',
  inset: 'auto',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  'z-index': '2',
});

const awake = new WeakMap<HTMLElement, AwakeStill>();

/**
 * Has the picture in `widget` answer a pointer until {@link sleep}.
 *
 * @param marks the picture's, as JSON; where they are not given, those that stand beside it
 */
export function wake(widget: HTMLElement, marks = widget.querySelector('script.lantu-marks')?.textContent): void {
  const picture = widget.querySelector('svg, img');
  if (marks && picture) awake.set(widget, new AwakeStill(widget, picture, marks));
}

/** Ends that, for the widget is drawn. @returns the pointer that a tooltip was shown to */
export function sleep(widget: HTMLElement): Pointer | undefined {
  const pointer = awake.get(widget)?.end();
  awake.delete(widget);
  return pointer;
}

/** A picture that stands in a page as `lantu bake` wrote it, under a pointer: the same tooltips as of the widget that will be in its place. */
class AwakeStill {
  readonly #widget: HTMLElement;
  readonly #picture: Element;
  readonly #marks: string;
  readonly #pointing: Pointing<PictureMark>;
  readonly #ending = new AbortController();
  #scenes: readonly PictureScene[] | undefined;
  #layer: { readonly host: HTMLElement; readonly root: ShadowRoot } | undefined;
  #pointer: Pointer | undefined;

  constructor(widget: HTMLElement, picture: Element, marks: string) {
    this.#widget = widget;
    this.#picture = picture;
    this.#marks = marks;
    this.#pointing = new Pointing<PictureMark>({
      scene: () => this.#scene(),
      box: () => picture.getBoundingClientRect(),
      hears: () => false,
      changed: () => this.#show(),
    });
    const { signal } = this.#ending;
    widget.addEventListener('pointermove', this.#onPointer, { signal });
    widget.addEventListener('click', this.#onPointer, { signal });
    widget.addEventListener('pointerleave', this.#pointing.onPointerLeave, { signal });
  }

  end(): Pointer | undefined {
    const pointer = this.#pointing.mark && this.#pointer;
    this.#ending.abort();
    this.#pointing.moveTo(undefined);
    return pointer;
  }

  readonly #onPointer = (event: MouseEvent): void => {
    if (isInTooltip(event)) return;
    const { clientX, clientY } = event;
    this.#pointer = { clientX, clientY };
    // All of the widget is listened to, for a tooltip stands beside the picture; words and table around it have no marks.
    this.#pointing.moveTo(event.composedPath().includes(this.#picture) ? this.#pointing.under(event) : undefined);
  };

  /** Of the picture that is shown in a window like this one. */
  #scene(): PictureScene | undefined {
    this.#scenes ??= scenesIn(this.#marks);
    return this.#scenes.find(({ media }) => media === undefined || matchMedia(media).matches);
  }

  #show(): void {
    const [scene, mark] = [this.#scene(), this.#pointing.mark];
    if (!scene || !mark) {
      this.#layer?.host.remove();
      return;
    }
    this.#layer ??= layerFor(this.#widget);
    const { host, root } = this.#layer;
    const box = this.#picture.getBoundingClientRect();
    const tooltip = tooltipOf(mark.text);
    root.replaceChildren(tooltip);
    // Not beside the picture, which stands in a line of text: even out of the flow it would make that line higher.
    if (!host.isConnected) (stillIn(this.#widget) ?? this.#widget).append(host);
    host.style.setProperty('width', `${box.width}px`, 'important');
    host.style.setProperty('translate', 'none', 'important');
    // Whatever it is placed by: that is the page's to say.
    const at = host.getBoundingClientRect();
    host.style.setProperty('translate', `${box.x - at.x}px ${box.y - at.y}px`, 'important');
    placeTooltip(tooltip, scene, box, mark);
  }
}

/** A layer above the picture in the colours of `widget`, which no style sheet of the page reaches into. */
function layerFor(widget: HTMLElement): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = document.createElement('div');
  host.className = 'lantu-tip';
  for (const name of ['theme', 'size']) {
    const value = widget.getAttribute(name);
    if (value !== null) host.setAttribute(name, value);
  }
  for (const [name, value] of LAYER_STYLES) host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, [tokens, tooltipStyles]);
  return { host, root };
}

/** What `lantu bake` wrote; where that was spoilt on its way into a page, the picture stays one. */
function scenesIn(json: string): PictureScene[] {
  try {
    return (JSON.parse(json) as PictureMarks[]).map(pointedScene);
  } catch {
    return [];
  }
}
