import { type ChartState, type Mark, type Scene, stepOf, stepTo } from '@lantu/charts';
import type { LitElement, ReactiveController } from 'lit';
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

  readonly onKeydown = (event: KeyboardEvent): void => {
    const scene = this.#scene;
    if (!scene || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = stepOf(event.key, scene);
    if (step) {
      const mark = stepTo(scene, this.#pointing.place ?? null, step);
      this.#pointing.moveTo(mark);
      if (mark) this.#listener.say(scene.describe(mark).announcement);
    } else if (event.key === 'Enter' && this.#pointing.mark) {
      this.#toggle(this.#pointing.mark);
    } else if (event.key !== 'Escape' || !this.#leave()) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
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

  /** Takes back the tooltip, else the choice. @returns whether there was either */
  #leave(): boolean {
    if (this.#pointing.mark) {
      this.#pointing.moveTo(undefined);
      return true;
    }
    const selected = this.#scene?.marks.find(({ id }) => id === this.#selected);
    if (selected) this.#toggle(selected);
    return selected !== undefined;
  }

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
