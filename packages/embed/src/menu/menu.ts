import { type Formatter, loadControls } from '@lantu/spec/locale';
import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { MenuPanel } from './panel.ts';
import type { MenuHost, MenuState } from './state.ts';

export type { MenuState } from './state.ts';

/** Goes into the shadow root that {@link WidgetMenu.view} is drawn in. */
export const menuStyles = css`
  .menu-button {
    display: block;
    box-sizing: border-box;
    width: max(2em, var(--lt-target));
    height: max(2em, var(--lt-target));
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--lantu-radius, 4px);
    background: none;
    color: var(--lt-muted);
    font: inherit;
    cursor: pointer;
  }
  .menu-button:hover,
  .menu-button[aria-expanded='true'] {
    border-color: var(--lt-line);
    background: var(--lt-tint);
    color: var(--lt-text);
  }
  .menu-button[aria-busy='true'] {
    cursor: progress;
  }
  .menu-button svg {
    display: block;
    width: 1.25em;
    margin: auto;
    fill: currentColor;
  }
  @media print {
    .menu {
      display: none;
    }
  }
`;

/**
 * The button of a widget's menu. The menu itself, and whatever it can do, is fetched when the button is first used.
 */
export class WidgetMenu implements ReactiveController {
  readonly #host: MenuHost;
  readonly #state: () => MenuState | undefined;
  #panel: MenuPanel | undefined;
  #isFetching = false;
  /** Why there is no menu, once its code could not be fetched. */
  #failure = '';

  /** `state` is asked anew at each use; while it gives undefined there is no menu. */
  constructor(host: MenuHost, state: () => MenuState | undefined) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#panel?.close();
  }

  /** The button, and the menu where it is open; nothing before there is an answer. */
  view(format: Formatter): TemplateResult | typeof nothing {
    const state = this.#state();
    if (!state) return nothing;
    const isOpen = this.#panel?.isOpen ?? false;
    return html`<div class="menu">
      <button
        class="menu-button"
        id="menu-button"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${isOpen}
        aria-controls=${isOpen ? 'menu' : nothing}
        aria-busy=${this.#isFetching || (this.#panel?.isBusy ?? false)}
        aria-label=${format.text('menu.of', { title: format.textIn(state.blueprint.title) })}
        @click=${() => this.#toggle(format)}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, format)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="4" cy="10" r="1.75"></circle>
          <circle cx="10" cy="10" r="1.75"></circle>
          <circle cx="16" cy="10" r="1.75"></circle>
        </svg>
      </button>
      ${this.#panel?.view(format) ?? nothing}
      ${this.#failure ? html`<p class="notice updating" aria-hidden="true">${this.#failure}</p>` : nothing}
    </div>`;
  }

  #onKey(event: KeyboardEvent, format: Formatter): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.#open(format, event.key === 'ArrowUp' ? 'last' : 'first');
  }

  #toggle(format: Formatter): void {
    if (this.#panel?.isOpen) this.#panel.close();
    else void this.#open(format, 'first');
  }

  async #open(format: Formatter, item: 'first' | 'last'): Promise<void> {
    if (this.#isFetching) return;
    this.#failure = '';
    try {
      this.#panel ??= await this.#fetch(format);
    } catch {
      this.#failure = format.text('menu.failed');
      this.#state()?.say(this.#failure);
      return;
    }
    this.#panel.open(item);
  }

  async #fetch({ locale }: Formatter): Promise<MenuPanel> {
    this.#isFetching = true;
    this.#host.requestUpdate();
    try {
      const [{ MenuPanel }] = await Promise.all([import('./panel.ts'), loadControls(locale)]);
      return new MenuPanel(this.#host, this.#state);
    } finally {
      this.#isFetching = false;
      this.#host.requestUpdate();
    }
  }
}
