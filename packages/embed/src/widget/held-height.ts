import type { Body } from '@lantu/elements/answer';
import type { LitElement, ReactiveController } from 'lit';
import type { Before } from './before.ts';
import { type Place, placeOf } from './place.ts';

/**
 * Keeps its host as high as what stood in it before it came alive, so that nothing below it moves: the picture is made higher or lower
 * by the difference, and what then is lacking is left free. It ends when the host gets another width, as then all is laid out anew.
 */
export class HeldHeight implements ReactiveController {
  readonly #host: LitElement;
  #place: Place | undefined;
  /** How often the picture has been given a height. */
  #fits = 0;
  #fitPx: number | undefined;
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

  /** Takes note of the place that is to be kept, before `body` is first drawn in place of the still: at once as high as its picture. */
  keep({ place, pictureHeightPx }: Before, body: Body): void {
    this.#place = place;
    this.#fits = 0;
    this.#fit(body, pictureHeightPx);
  }

  /** Keeps the place that was measured, now that `body` is drawn, after it has been drawn as high as is wanted. */
  hold(body: Body): void {
    const place = this.#place;
    if (!place) return;
    this.#frame?.style.setProperty('--lt-inset', `${place.inset}px`);
    const extraPx = this.#missing(place);
    this.#body = body;
    if (Math.abs(extraPx) > SLACK_PX && this.#fits < 3 && body.heightPx) {
      if (this.#fit(body, fitting(body.heightPx, extraPx))) return;
    }
    this.#place = undefined;
    this.#frame?.style.setProperty('min-height', `${place.height}px`);
    this.#keepMargins(place);
    const ruler = this.#host.renderRoot.querySelector('.ruler');
    if (ruler) this.#observer.observe(ruler);
  }

  /** How much lower than its place the host is; a little too much of it is taken from the gap above the picture, which need not be drawn anew. */
  #missing(place: Place): number {
    const extraPx = Math.floor(place.height - placeOf(this.#host).height);
    const summary = this.#summary;
    if (!summary || extraPx >= 0 || extraPx < -SLACK_PX) return extraPx;
    summary.style.setProperty('--lt-slack', `${-extraPx}px`);
    return 0;
  }

  /** Gives the picture that height. @returns whether it will be drawn anew */
  #fit(body: Body, heightPx: number | undefined): boolean {
    if (!body.fit || heightPx === this.#fitPx) return false;
    this.#fits += 1;
    this.#fitPx = heightPx;
    body.fit(heightPx);
    return true;
  }

  /**
   * Margins of what stood inside reached out of the host, and are gone with it. A margin that is to be seen beside that of a neighbour is
   * at first made as large as both together are, for where they collapse the larger one counts, and then put right.
   */
  #keepMargins(before: Place): void {
    for (const [edge, margin] of [
      ['lead', 'marginTop'],
      ['gap', 'marginBottom'],
    ] as const) {
      for (const isFirst of [true, false]) {
        const now = placeOf(this.#host)[edge];
        const missing = before[edge] - now;
        if (Math.abs(missing) < 0.5) break;
        const present = isFirst && missing > 0 ? now : Number.parseFloat(getComputedStyle(this.#host)[margin]);
        this.#host.style[margin] = `${present + missing}px`;
      }
    }
  }

  get #frame(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.frame');
  }

  get #summary(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.summary');
  }

  #release(): void {
    this.#observer.disconnect();
    if (this.#body) this.#fit(this.#body, undefined);
    this.#body = undefined;
    this.#place = undefined;
    this.#widthPx = undefined;
    for (const property of ['min-height', '--lt-inset']) this.#frame?.style.removeProperty(property);
    this.#summary?.style.removeProperty('--lt-slack');
    for (const margin of ['marginTop', 'marginBottom'] as const) this.#host.style[margin] = '';
  }
}

/** Within this, spaces are made wider or narrower, and not the picture. */
const SLACK_PX = 12;

/** How much lower or higher a picture may be made before it is no longer well read; one whose names need more room keeps it itself. */
const [LOWEST, HIGHEST] = [0.65, 1.5];

/** `heightPx` and `extraPx` more, as far as that is legible; undefined where it is too low to be. */
function fitting(heightPx: number, extraPx: number): number | undefined {
  const wanted = Math.min(heightPx + extraPx, Math.round(heightPx * HIGHEST));
  return wanted < heightPx * LOWEST ? undefined : wanted;
}
