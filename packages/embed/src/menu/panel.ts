import { LantuError } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
import type { EmbedDialog } from './embed/dialog.ts';
import { groupsOf, type MenuItem } from './items.ts';
import { MenuKeys } from './keys.ts';
import { type Outcome, outcomeView } from './outcome.ts';
import { isInSight, place } from './place.ts';
import { makeRoom } from './room.ts';
import type { MenuHost, MenuState } from './state.ts';
import { panelStyles, wear } from './styles.ts';

/** What takes no longer says only what came of it. */
const QUICK_MS = 400;
/** How long a success stays in sight. */
const SEEN_MS = 6000;

/** The menu once it has been asked for: opens and closes it, does what the reader chooses, and says what came of it. */
export class MenuPanel {
  isOpen = false;
  /** Whether something that the reader chose is still being done. */
  isBusy = false;
  readonly #host: MenuHost;
  readonly #root: ShadowRoot;
  readonly #state: () => MenuState | undefined;
  readonly #keys = new MenuKeys();
  #outcome: Outcome | undefined;
  #dialog: EmbedDialog | undefined;
  #listening: AbortController | undefined;
  #takeRoom: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `host` must have drawn into its shadow root. */
  constructor(host: MenuHost, state: () => MenuState | undefined) {
    if (!host.shadowRoot) throw new TypeError('a menu stands in a shadow root');
    this.#host = host;
    this.#root = host.shadowRoot;
    this.#state = state;
    wear(panelStyles, host, this.#root);
  }

  view(format: Formatter): TemplateResult {
    return html`${this.isOpen ? this.#menuView(format) : nothing}
    ${this.#outcome ? outcomeView(this.#outcome, format, () => this.#dismiss()) : nothing}
    ${this.#dialog?.view(format) ?? nothing}`;
  }

  /** Opens the menu with its first or last item in focus. */
  async open(item: 'first' | 'last'): Promise<void> {
    this.isOpen = true;
    this.#show(undefined);
    await this.#host.updateComplete;
    const panel = this.#panel;
    if (!panel?.isConnected) return;
    if ('showPopover' in panel) panel.showPopover();
    this.#makeRoom(this.#button.getBoundingClientRect().bottom + panel.scrollHeight);
    place(panel, this.#button);
    this.#items.at(item === 'first' ? 0 : -1)?.focus({ preventScroll: true });
    this.#listen(panel);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#listening?.abort();
    this.#makeRoom(undefined);
    this.#host.requestUpdate();
  }

  #menuView(format: Formatter): TemplateResult | typeof nothing {
    const state = this.#state();
    if (!state) return nothing;
    const groups = groupsOf({ state, format, host: this.#host, openEmbed: () => this.#openEmbed(format) });
    return html`<div
      class="menu-panel"
      id="menu"
      role="menu"
      popover="manual"
      aria-labelledby="menu-button"
      @keydown=${this.#onKey}
      @focusout=${this.#onFocusOut}
    >
      ${groups.map(
        ({ words, items }) => html`<div class="menu-group" role="group" aria-label=${words}>
          ${items.map(
            (item) => html`<button
              class="menu-item"
              type="button"
              role="menuitem"
              tabindex="-1"
              data-item=${item.name}
              @click=${() => this.#choose(item, format)}
            >
              ${item.words}
            </button>`,
          )}
        </div>`,
      )}
    </div>`;
  }

  async #choose(item: MenuItem, format: Formatter): Promise<void> {
    this.#leave();
    this.isBusy = true;
    const working: Outcome = { status: 'working', words: format.text('menu.working') };
    const slow = setTimeout(() => this.#tell(working), QUICK_MS);
    let outcome: Outcome | undefined;
    try {
      outcome = await item.run();
    } catch (error) {
      const key = error instanceof LantuError ? (`error.${error.code}` as const) : 'menu.failed';
      outcome = { status: 'failed', words: format.text(key) };
    }
    clearTimeout(slow);
    this.isBusy = false;
    if (outcome) this.#tell(outcome);
    else this.#show(undefined);
  }

  /** For the eye and for the live region; a text to copy is selected, so that one key copies it. Room is made as for the menu. */
  async #tell(outcome: Outcome): Promise<void> {
    this.#show(outcome);
    this.#state()?.say(outcome.words);
    await this.#host.updateComplete;
    const shown = this.#root.querySelector('.menu-outcome');
    if (!shown) return;
    this.#makeRoom(shown.getBoundingClientRect().bottom);
    shown.querySelector('textarea')?.select();
  }

  #show(outcome: Outcome | undefined): void {
    clearTimeout(this.#timer);
    this.#makeRoom(undefined);
    if (outcome?.status === 'done') this.#timer = setTimeout(() => this.#show(undefined), SEEN_MS);
    this.#outcome = outcome;
    this.#host.requestUpdate();
  }

  #dismiss(): void {
    this.#show(undefined);
    this.#button.focus({ preventScroll: true });
  }

  #leave(): void {
    this.#button.focus({ preventScroll: true });
    this.close();
  }

  async #openEmbed({ locale }: Formatter): Promise<void> {
    if (!this.#dialog) {
      const { EmbedDialog } = await import('./embed/dialog.ts');
      this.#dialog = new EmbedDialog(this.#host, this.#root, this.#state);
    }
    await this.#dialog.open(locale);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') {
      this.#leave();
      return;
    }
    const items = this.#items;
    const current = items.indexOf(this.#root.activeElement as HTMLElement);
    const target = this.#keys.target(event, items, current);
    if (!target && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (target) target.focus();
    else this.#leave();
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || relatedTarget === this.#button) return;
    if (!this.#panel?.contains(relatedTarget)) this.close();
  };

  /** Until the menu is closed: it follows its button, and what happens elsewhere on the page closes it. */
  #listen(panel: HTMLElement): void {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const isInside = (event: Event): boolean => {
      const path = event.composedPath();
      return path.includes(panel) || path.includes(this.#button);
    };
    const closeUnlessInside = (event: Event): void => {
      if (!isInside(event)) this.close();
    };
    const follow = (event: Event): void => {
      if (isInside(event)) return;
      if (isInSight(this.#button)) place(panel, this.#button);
      else this.close();
    };
    document.addEventListener('pointerdown', closeUnlessInside, { capture: true, signal });
    document.addEventListener('scroll', follow, { capture: true, passive: true, signal });
    window.addEventListener('resize', follow, { signal });
    window.addEventListener('blur', () => this.close(), { signal });
  }

  /** Down to there, in the window's coordinates; undefined: no longer. */
  #makeRoom(bottomPx: number | undefined): void {
    this.#takeRoom?.();
    this.#takeRoom =
      bottomPx === undefined ? undefined : makeRoom(this.#host, bottomPx - this.#host.getBoundingClientRect().top);
  }

  get #panel(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('#menu');
  }

  get #button(): HTMLElement {
    const button = this.#root.querySelector<HTMLElement>('#menu-button');
    if (!button) throw new Error('the menu lost its button');
    return button;
  }

  get #items(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('#menu [role="menuitem"]')];
  }
}
