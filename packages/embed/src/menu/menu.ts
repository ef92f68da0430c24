import { type Formatter, loadControls } from '@lantu/spec/locale';
import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { MenuPanel } from './panel.ts';
import type { MenuHost, MenuState } from './state.ts';

export type { MenuState } from './state.ts';

/** Goes into the shadow root that {@link WidgetMenu.view} is drawn in. */
export const menuStyles = css`
  .menu-button {
    display: block;
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
  .menu-button svg {
    display: block;
    width: 1.25em;
    margin: auto;
    stroke: currentColor;
    stroke-width: 3.5;
    stroke-linecap: round;
  }
  .menu-failure {
    position: absolute;
    inset: auto 0.5em 0.5em auto;
    z-index: 1;
    max-width: calc(100% - 1em);
    padding: 0.25em 0.75em;
    border-inline-start: 4px solid var(--lt-caution);
    background: var(--lt-tint);
    font-size: var(--lt-small);
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
        @click=${() => (isOpen ? this.#panel?.close() : this.#open(format, 'first'))}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, format)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4 10h0m6 0h0m6 0h0"></path></svg>
      </button>
      ${this.#panel?.view(format) ?? nothing}
      ${this.#failure ? html`<p class="menu-failure" aria-hidden="true">${this.#failure}</p>` : nothing}
    </div>`;
  }

  #onKey(event: KeyboardEvent, format: Formatter): void {
    const item = event.key === 'ArrowDown' ? 'first' : event.key === 'ArrowUp' ? 'last' : undefined;
    if (!item) return;
    event.preventDefault();
    void this.#open(format, item);
  }

  async #open(format: Formatter, item: 'first' | 'last'): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    this.#failure = '';
    this.#host.requestUpdate();
    try {
      this.#panel ??= await this.#fetch(format);
      this.#panel.open(item);
    } catch {
      this.#failure = format.text('menu.failed');
      this.#state()?.say(this.#failure);
    }
    this.#isFetching = false;
    this.#host.requestUpdate();
  }

  async #fetch({ locale }: Formatter): Promise<MenuPanel> {
    const [{ MenuPanel }] = await Promise.all([import('./panel.ts'), loadControls(locale)]);
    return new MenuPanel(this.#host, this.#state);
  }
}
