import { type ChartState, type Mark, markAt, type Scene, stepOf, stepTo } from '@lantu/charts';
import type { LitElement, ReactiveController } from 'lit';
import { placeTooltip } from './tooltip.ts';

/** What a plot tells its host. */
export interface PlotListener {
  /** Words for the live region; at most once an action. */
  say(words: string): void;
  select(mark: Mark, selected: boolean): void;
}

/** How far outside the axes, along the main one, a pointer still means a mark. */
const MARGIN_PX = 12;

/**
 * The cursor of a picture: one focus for keyboard and pointer, one tooltip at it, one mark that can be chosen. No mark has a DOM node
 * of its own, and keys act only while the picture has the page's focus; Escape alone is also heard while a pointer shows the tooltip.
 */
export class Plot implements ReactiveController {
  /** True while the picture has the page's focus and shows it: the time for help. */
  focusVisible = false;
  readonly #host: LitElement;
  readonly #listener: PlotListener;
  #scene: Scene | undefined;
  #focus: Mark | undefined;
  #dismissed: string | undefined;
  #selected: string | undefined;
  #focusBeforePress: string | undefined;
  #placing = 0;

  constructor(host: LitElement, listener: PlotListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  /** The scene that is on show. Focus and choice stay where they were, as far as it has the same marks. */
  show(scene: Scene): void {
    if (scene === this.#scene) return;
    const find = (id: string | undefined) =>
      id === undefined ? undefined : scene.marks.find((mark) => mark.id === id);
    this.#scene = scene;
    this.#focus = find(this.#focus?.id);
    this.#selected = find(this.#selected)?.id;
  }

  /** The mark that the tooltip is about; undefined where there is none to show. */
  get mark(): Mark | undefined {
    return this.#focus?.id === this.#dismissed ? undefined : this.#focus;
  }

  get state(): ChartState {
    return {
      focus: this.mark?.id ?? null,
      selected: new Set(this.#selected === undefined ? [] : [this.#selected]),
    };
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onEscape, true);
    cancelAnimationFrame(this.#placing);
  }

  /** Where it goes depends on how large it is: measured once a frame, however often the pointer has moved. */
  hostUpdated(): void {
    cancelAnimationFrame(this.#placing);
    if (this.mark) this.#placing = requestAnimationFrame(this.#place);
  }

  readonly #place = (): void => {
    const tooltip = this.#host.renderRoot.querySelector<HTMLElement>('.tooltip');
    const svg = this.#host.renderRoot.querySelector<SVGElement>('.plot > svg');
    if (tooltip && svg && this.#scene && this.mark) placeTooltip(tooltip, svg, this.#scene, this.mark);
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const scene = this.#scene;
    if (!scene || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = stepOf(event.key, scene);
    if (step) {
      const mark = stepTo(scene, this.#focus ?? null, step);
      this.#moveTo(mark);
      if (mark) this.#listener.say(scene.describe(mark).announcement);
    } else if (event.key === 'Enter' && this.mark) {
      this.#toggle(this.mark);
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
    this.#moveTo(undefined);
  };

  readonly onPointerDown = (): void => {
    this.#focusBeforePress = this.mark?.id;
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    if (isInTooltip(event)) return;
    this.#moveTo(this.#markUnder(event));
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#moveTo(undefined);
  };

  /** A press on the mark that was in focus already chooses it; a finger's first press only brings it into focus. */
  readonly onClick = (event: MouseEvent): void => {
    if (isInTooltip(event)) return;
    const mark = this.#markUnder(event);
    if (mark && mark.id === this.#focusBeforePress) this.#toggle(mark);
    else this.#moveTo(mark);
  };

  #moveTo(mark: Mark | undefined): void {
    if (mark?.id === this.#focus?.id) return;
    this.#focus = mark;
    this.#dismissed = undefined;
    if (mark) document.addEventListener('keydown', this.#onEscape, true);
    else document.removeEventListener('keydown', this.#onEscape, true);
    this.#host.requestUpdate();
  }

  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.composedPath().includes(this.#host)) return;
    this.#dismissed = this.#focus?.id;
    this.#host.requestUpdate();
  };

  /** Takes back the tooltip, else the choice. @returns whether there was either */
  #leave(): boolean {
    const mark = this.mark;
    if (mark) {
      this.#moveTo(undefined);
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

  #markUnder({ clientX, clientY }: MouseEvent): Mark | undefined {
    const scene = this.#scene;
    const box = this.#host.renderRoot.querySelector('.plot > svg')?.getBoundingClientRect();
    if (!scene || !box || box.width === 0) return undefined;
    const x = ((clientX - box.left) * scene.widthPx) / box.width;
    const y = ((clientY - box.top) * scene.heightPx) / box.height;
    const { plot } = scene;
    const outside =
      scene.direction === 'horizontal'
        ? x < plot.x - MARGIN_PX || x > plot.x + plot.width + MARGIN_PX || y < plot.y - MARGIN_PX
        : y < plot.y - MARGIN_PX || y > plot.y + plot.height + MARGIN_PX;
    return outside ? undefined : markAt(scene, x, y);
  }
}

function isInTooltip({ target }: Event): boolean {
  return target instanceof Element && target.closest('.tooltip') !== null;
}
