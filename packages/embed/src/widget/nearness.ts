import type { LitElement, ReactiveController } from 'lit';

/** How far beyond the window something is near, in heights of the window. */
const AHEAD = 1;

/** Whether its host has come near the window; an update follows when it has. Once near it stays so. */
export class Nearness implements ReactiveController {
  isNear = false;
  readonly #host: LitElement;
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.isNear) return;
    const { top, bottom } = this.#host.getBoundingClientRect();
    const reach = innerHeight * AHEAD;
    if (isRendered(this.#host) && top < innerHeight + reach && bottom > -reach) {
      this.isNear = true;
      return;
    }
    this.#observer = new IntersectionObserver(this.#onIntersect, { rootMargin: `${AHEAD * 100}% 0px` });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  readonly #onIntersect = (entries: readonly IntersectionObserverEntry[]): void => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.isNear = true;
    this.#observer?.disconnect();
    this.#host.requestUpdate();
  };
}

/** Not in a hidden panel or a closed disclosure. */
function isRendered(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? element.getClientRects().length > 0;
}
