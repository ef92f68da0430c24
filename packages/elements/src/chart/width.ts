import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps the width of the room inside its host's frame; an update follows each change of it. What is observed is the element with the
 * class `ruler`, which has a width and no height: were it the picture's own box, drawing would change what is observed.
 */
export class WidthController implements ReactiveController {
  /** In whole CSS pixels; undefined until it was measured. */
  widthPx: number | undefined;
  readonly #host: LitElement;
  readonly #observer: ResizeObserver;
  #observed: Element | null = null;

  /** @param knownPx the width, where the host knows it ahead of its layout */
  constructor(host: LitElement, knownPx: number | undefined) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => this.#learn(entry?.contentRect.width ?? 0));
    this.widthPx = knownPx ?? widthOfFrame(host);
    host.addController(this);
  }

  hostUpdated(): void {
    const ruler = this.#host.renderRoot.querySelector('.ruler');
    if (ruler === this.#observed) return;
    this.#observer.disconnect();
    if (ruler) {
      if (this.widthPx === undefined) this.#learn(ruler.clientWidth);
      this.#observer.observe(ruler);
    }
    this.#observed = ruler;
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#observed = null;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  #learn(width: number): void {
    const widthPx = Math.floor(width);
    if (widthPx === 0 || widthPx === this.widthPx) return;
    this.widthPx = widthPx;
    this.#host.requestUpdate();
  }
}

/** The width where something stands in the frame's place already: the first picture is then drawn at once, not after a layout without it. */
function widthOfFrame({ renderRoot }: { readonly renderRoot?: ParentNode }): number | undefined {
  return Math.floor(renderRoot?.querySelector('.ruler')?.clientWidth ?? 0) || undefined;
}
