import { tokens, tooltipStyles } from '@lantu/elements/tooltip';
import { adoptStyles, css } from '@lit/reactive-element/css-tag.js';
import { stillIn } from './still.ts';

/** What of a page's style sheets would move the layer or give it a size. */
const layerStyles = css`
  :host {
    position: absolute !important;
    inset: auto !important;
    height: 0 !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    z-index: 2 !important;
  }
`;

const HELP_GAP_PX = 8;

/** What is said above the picture in `widget`, in the widget's colours, where no style sheet of the page reaches. */
export class Layer {
  readonly #widget: HTMLElement;
  readonly #host = document.createElement('div');
  /** What comes into it is said only where it is in the page already. */
  readonly #status = document.createElement('div');
  readonly #help = document.createElement('div');

  /** @param help which keys lead through the marks, in words */
  constructor(widget: HTMLElement, help: string) {
    this.#widget = widget;
    this.#host.className = 'lantu-tip';
    this.#status.role = 'status';
    this.#help.className = 'help';
    this.#help.textContent = help;
    // The picture has it as its description.
    this.#help.ariaHidden = 'true';
  }

  /** Shows `tooltip`, not in its place yet, or none, and below the picture in `box` the keys or not. */
  show(box: DOMRect, tooltip: HTMLElement | undefined, isHelped: boolean): void {
    const [host, help] = [this.#host, this.#help];
    if (!host.shadowRoot) this.#make();
    // Not beside the picture, which stands in a line of text: even out of the flow it would make that line higher.
    if (!host.isConnected) (stillIn(this.#widget) ?? this.#widget).append(host);
    host.style.setProperty('width', `${box.width}px`, 'important');
    host.style.setProperty('translate', 'none', 'important');
    // Whatever it is placed by: that is the page's to say.
    const at = host.getBoundingClientRect();
    host.style.setProperty('translate', `${box.x - at.x}px ${box.y - at.y}px`, 'important');
    help.hidden = !isHelped;
    help.style.top = `${box.height + HELP_GAP_PX}px`;
    this.#status.replaceChildren(...(tooltip ? [tooltip] : []));
  }

  /** Has what is shown said to who cannot see it. */
  say(): void {
    const [said] = this.#status.children;
    if (said) said.ariaHidden = null;
  }

  remove(): void {
    this.#host.remove();
  }

  #make(): void {
    const [host, widget] = [this.#host, this.#widget];
    for (const name of ['theme', 'size']) {
      const value = widget.getAttribute(name);
      if (value !== null) host.setAttribute(name, value);
    }
    const root = host.attachShadow({ mode: 'open' });
    adoptStyles(root, [tokens, tooltipStyles, layerStyles]);
    root.append(this.#status, this.#help);
  }
}
