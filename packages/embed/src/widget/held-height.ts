import type { Body } from '@lantu/elements/answer';
import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps its host as high as what stood in it before it came alive, so that nothing below it moves: the picture is made higher or lower
 * by the difference, and what then is lacking is left free. It ends when the host gets another width, as then all is laid out anew.
 */
export class HeldHeight implements ReactiveController {
  readonly #host: LitElement;
  #heightPx: number | undefined;
  #widthPx: number | undefined;
  #body: Body | undefined;
  /** Observes the ruler, as its height is never another one: were it the host, holding it would change what is observed. */
  readonly #observer = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width;
    if (this.#widthPx !== undefined && width !== this.#widthPx) this.#release();
    else this.#widthPx = width;
  });

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#release();
  }

  /** Takes note of the height that is to be kept. */
  measure(): void {
    this.#heightPx = this.#host.getBoundingClientRect().height;
  }

  /** Keeps the height that was measured, now that `body` is drawn as high as it is by itself. */
  hold(body: Body): void {
    if (this.#heightPx === undefined) return;
    const frame = this.#frame;
    if (!frame) return;
    const extraPx = Math.floor(this.#heightPx - this.#host.getBoundingClientRect().height);
    if (extraPx !== 0) body.stretch?.(extraPx);
    frame.style.setProperty('min-height', `${this.#heightPx}px`);
    this.#body = body;
    this.#heightPx = undefined;
    const ruler = this.#host.renderRoot.querySelector('.ruler');
    if (ruler) this.#observer.observe(ruler);
  }

  get #frame(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.frame');
  }

  #release(): void {
    this.#observer.disconnect();
    this.#body?.stretch?.(0);
    this.#body = undefined;
    this.#heightPx = undefined;
    this.#widthPx = undefined;
    this.#frame?.style.removeProperty('min-height');
  }
}
