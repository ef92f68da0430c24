import type { ChartState, Mark, Scene } from '@lantu/charts';
import type { LitElement, ReactiveController } from 'lit';
import type { Reading } from '../answer/body.ts';
import { isInTooltip, Pointing } from '../tooltip/pointing.ts';
import { placeTooltip, tooltipOf } from '../tooltip/tooltip.ts';

/** What a plot tells its host. */
export interface PlotListener {
  /** Words for the live region; at most once an action. */
  say(words: string): void;
  select(mark: Mark, selected: boolean): void;
}

/**
 * The cursor of a picture: one focus for keyboard and pointer, one tooltip at it, one mark that can be chosen. No mark has a DOM node
 * of its own, and keys act only while the picture has the page's focus; Escape alone is also heard while a pointer shows the tooltip.
 */
export class Plot implements ReactiveController {
  /** True while the picture has the page's focus and shows it: the time for help. */
  focusVisible = false;
  readonly #host: LitElement;
  readonly #listener: PlotListener;
  readonly #pointing: Pointing<Mark>;
  #scene: Scene | undefined;
  #selected: string | undefined;
  #focusBeforePress: string | undefined;
  #tooltip: { readonly of: readonly [Scene, Mark]; readonly element: HTMLElement } | undefined;
  #placing = 0;

  constructor(host: LitElement, listener: PlotListener) {
    this.#host = host;
    this.#listener = listener;
    this.#pointing = new Pointing<Mark>({
      scene: () => this.#scene,
      box: () => this.#svg?.getBoundingClientRect(),
      hears: (event) => event.composedPath().includes(host),
      changed: () => host.requestUpdate(),
      say: (mark) => this.#scene && listener.say(this.#scene.describe(mark).announcement),
    });
    host.addController(this);
  }

  /** The scene that is on show. Focus and choice stay where they were, as far as it has the same marks. */
  show(scene: Scene): void {
    if (scene === this.#scene) return;
    const find = (id: string | undefined) =>
      id === undefined ? undefined : scene.marks.find((mark) => mark.id === id);
    this.#scene = scene;
    this.#pointing.replace(find(this.#pointing.place?.id));
    this.#selected = find(this.#selected)?.id;
  }

  /** What is said of the mark in focus; undefined where nothing is. The same element until that changes, for it has been put in its place. */
  get tooltip(): HTMLElement | undefined {
    const [scene, mark] = [this.#scene, this.#pointing.mark];
    if (!scene || !mark) return undefined;
    if (this.#tooltip?.of[0] !== scene || this.#tooltip.of[1] !== mark) {
      this.#tooltip = { of: [scene, mark], element: tooltipOf(scene.describe(mark)) };
    }
    return this.#tooltip.element;
  }

  /** Goes on where a reader was in another picture of the same marks. A pointer at rest tells nobody that this one is under it. */
  resume({ pointer, mark }: Reading): void {
    const scene = this.#scene;
    if (scene) this.#pointing.moveTo(pointer ? this.#pointing.under(pointer) : scene.marks[mark ?? -1]);
  }

  get state(): ChartState {
    return {
      focus: this.#pointing.mark?.id ?? null,
      selected: new Set(this.#selected === undefined ? [] : [this.#selected]),
    };
  }

  hostDisconnected(): void {
    this.#pointing.release();
    cancelAnimationFrame(this.#placing);
  }

  /** Where it goes depends on how large it is: measured once a frame, however often the pointer has moved. */
  hostUpdated(): void {
    cancelAnimationFrame(this.#placing);
    if (this.tooltip) this.#placing = requestAnimationFrame(this.#place);
  }

  readonly #place = (): void => {
    const svg = this.#svg;
    if (!this.#tooltip?.element.isConnected || !svg) return;
    const { of, element } = this.#tooltip;
    placeTooltip(element, of[0], { width: svg.clientWidth, height: svg.clientHeight }, of[1]);
  };

  readonly onKeydown = (event: KeyboardEvent): void => this.#pointing.onKeydown(event, this.#act);

  readonly #act = (key: string): boolean => {
    const mark =
      key === 'Enter'
        ? this.#pointing.mark
        : key === 'Escape' && this.#scene?.marks.find(({ id }) => id === this.#selected);
    if (mark) this.#toggle(mark);
    return Boolean(mark);
  };

  readonly onFocus = (event: FocusEvent): void => {
    this.focusVisible = event.target instanceof Element && event.target.matches(':focus-visible');
    this.#host.requestUpdate();
  };

  readonly onBlur = (): void => {
    this.focusVisible = false;
    this.#pointing.moveTo(undefined);
  };

  readonly onPointerDown = (): void => {
    this.#focusBeforePress = this.#pointing.mark?.id;
  };

  get onPointerMove(): (event: PointerEvent) => void {
    return this.#pointing.onPointerMove;
  }

  get onPointerLeave(): (event: PointerEvent) => void {
    return this.#pointing.onPointerLeave;
  }

  /** A press on the mark that was in focus already chooses it; a finger's first press only brings it into focus. */
  readonly onClick = (event: MouseEvent): void => {
    if (isInTooltip(event)) return;
    const mark = this.#pointing.under(event);
    if (mark && mark.id === this.#focusBeforePress) this.#toggle(mark);
    else this.#pointing.moveTo(mark);
  };

  #toggle(mark: Mark): void {
    const selected = mark.id !== this.#selected;
    this.#selected = selected ? mark.id : undefined;
    this.#listener.select(mark, selected);
    this.#host.requestUpdate();
  }

  get #svg(): SVGElement | null {
    return this.#host.renderRoot.querySelector('.plot > svg');
  }
}
