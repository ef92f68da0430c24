import type { LitElement, ReactiveController } from 'lit';

/** How far beyond the window something is near, in heights of the window. */
const AHEAD = 1;

/** Whether its host has come near the window; an update follows when it has. Once near it stays so. */
export class Nearness implements ReactiveController {
  isNear: boolean;
  readonly #host: LitElement;
  #observer: IntersectionObserver | undefined;

  /** @param isNear whether it is known to be near */
  constructor(host: LitElement, isNear: boolean) {
    this.#host = host;
    this.isNear = isNear;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.isNear) return;
    if (isWithin(this.#host, innerHeight * AHEAD)) {
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

/** Whether an element is in the window or that near to it; what is in a hidden panel or a closed disclosure is nowhere. */
export function isWithin(element: HTMLElement, reachPx: number): boolean {
  const isRendered = element.checkVisibility?.() ?? element.getClientRects().length > 0;
  const { top, bottom } = element.getBoundingClientRect();
  return isRendered && top < innerHeight + reachPx && bottom >= -reachPx;
}
