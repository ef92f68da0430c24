import { LOCALES, type Locale } from '@lantu/spec';
import type { Formatter, MessageKey } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { STILL_PICTURES } from '../../code/index.ts';
import { copyText } from '../clipboard.ts';
import { makeRoom } from '../room.ts';
import type { MenuHost, MenuState } from '../state.ts';
import { wear } from '../styles.ts';
import { type Choices, codeFor, hasIntegrity, waysFor } from './code.ts';
import { dialogStyles } from './styles.ts';

interface Status {
  readonly key: MessageKey & ('menu.working' | 'copied' | 'copy.failed' | 'embed.failed');
  readonly isFailure?: boolean;
}

/** The choices between ways to embed the widget, and the code that they lead to. */
export class EmbedDialog {
  readonly #host: MenuHost;
  readonly #root: ShadowRoot;
  readonly #state: () => MenuState | undefined;
  #choices: Choices;
  /** The language on show when the dialog was opened: that of all codes that ask for no other. */
  #shown: Locale = 'zh-CN';
  #code = '';
  #status: Status | undefined;
  #isOpen = false;
  #takeRoom: (() => void) | undefined;

  constructor(host: MenuHost, root: ShadowRoot, state: () => MenuState | undefined) {
    this.#host = host;
    this.#root = root;
    this.#state = state;
    wear(dialogStyles, host, root);
    const [way = 'oembed'] = waysFor(stateOf(state));
    this.#choices = { way, frozen: false, locale: undefined, still: 'linked', integrity: false };
  }

  /** Shows the dialog, in front of the page and of nothing else of it. */
  async open(locale: Locale): Promise<void> {
    this.#isOpen = true;
    this.#shown = locale;
    void this.#make();
    await this.#host.updateComplete;
    const dialog = this.#root.querySelector<HTMLDialogElement>('.embed-dialog');
    if (!dialog) return;
    dialog.showModal();
    this.#takeRoom = makeRoom(this.#host, dialog.scrollHeight);
  }

  view(format: Formatter): TemplateResult | typeof nothing {
    const state = this.#state();
    if (!this.#isOpen || !state) return nothing;
    const { text } = format;
    const { way, frozen, still, integrity } = this.#choices;
    const set = (choices: Partial<Choices>): void => this.#choose(choices);
    return html`<dialog class="embed-dialog" lang=${format.locale} aria-labelledby="embed-title" @close=${this.#onClose}>
      <div class="embed-title" id="embed-title" role="heading" aria-level="2">${text('menu.embed')}</div>
      ${choiceView({
        name: 'embed-way',
        legend: text('embed.way'),
        options: waysFor(state).map((value) => ({ value, words: text(`embed.way.${value}`) })),
        value: way,
        set: (value) => set({ way: value }),
        about: text(`embed.about.${way}`),
      })}
      <div class="embed-choices">
        ${choiceView({
          name: 'embed-data',
          legend: text('embed.data'),
          options: [
            { value: false, words: text('embed.live') },
            { value: true, words: text('embed.frozen') },
          ],
          value: frozen,
          set: (value) => set({ frozen: value }),
        })}
        ${choiceView({
          name: 'embed-language',
          legend: text('language'),
          options: this.#languages(state, format),
          value: this.#language,
          set: (value) => set({ locale: value }),
        })}
        ${
          way === 'element'
            ? choiceView({
                name: 'embed-still',
                legend: text('embed.still'),
                options: STILL_PICTURES.map((value) => ({ value, words: text(`embed.still.${value}`) })),
                value: still,
                set: (value) => set({ still: value }),
              })
            : nothing
        }
      </div>
      ${
        hasIntegrity(way)
          ? html`<label class="embed-option">
              <input
                type="checkbox"
                .checked=${live(integrity)}
                @change=${({ target }: Event) => set({ integrity: target instanceof HTMLInputElement && target.checked })}
              />
              <span>${text('embed.integrity')}</span>
            </label>`
          : nothing
      }
      <label class="embed-label" for="embed-code">${text('embed.code')}</label>
      <textarea
        class="menu-field"
        id="embed-code"
        lang="en"
        readonly
        rows="6"
        spellcheck="false"
        .value=${live(this.#code)}
      ></textarea>
      <div class="embed-actions">
        <button class="button" type="button" ?disabled=${this.#code === ''} @click=${this.#copy}>${text('copy')}</button>
        <button class="button" type="button" @click=${this.#close}>${text('close')}</button>
        <p class="embed-status ${this.#status?.isFailure ? 'failed' : ''}" role="status">
          ${this.#status ? text(this.#status.key) : ''}
        </p>
      </div>
    </dialog>`;
  }

  #languages({ document }: MenuState, { text }: Formatter): readonly Choice<Locale | undefined>[] {
    const published = LOCALES.filter((locale) => document?.locales.includes(locale));
    const options = published.map((value) => ({ value, words: text(`language.${value}`), lang: value }));
    return this.#choices.way === 'element'
      ? [{ value: undefined, words: text('embed.language.page') }, ...options]
      : options;
  }

  /** What shows one language only shows the reader's, as long as no other is chosen. */
  get #language(): Locale | undefined {
    const { locale, way } = this.#choices;
    return way === 'element' ? locale : (locale ?? this.#shown);
  }

  #choose(choices: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...choices };
    void this.#make();
  }

  /** Makes the code; what an earlier choice would have made comes too late. */
  async #make(): Promise<void> {
    const choices = this.#choices;
    this.#show('', { key: 'menu.working' });
    try {
      const code = await codeFor(choices, stateOf(this.#state), this.#shown, this.#host);
      if (choices === this.#choices) this.#show(code, undefined);
    } catch {
      if (choices === this.#choices) this.#show('', { key: 'embed.failed', isFailure: true });
    }
  }

  readonly #copy = async (): Promise<void> => {
    const field = this.#root.querySelector<HTMLTextAreaElement>('#embed-code');
    if (!field) return;
    if (await copyText(this.#code, field.parentElement ?? this.#root)) this.#show(this.#code, { key: 'copied' });
    else {
      this.#show(this.#code, { key: 'copy.failed', isFailure: true });
      field.select();
    }
  };

  #show(code: string, status: Status | undefined): void {
    this.#code = code;
    this.#status = status;
    this.#host.requestUpdate();
  }

  readonly #close = (): void => {
    this.#root.querySelector<HTMLDialogElement>('.embed-dialog')?.close();
  };

  readonly #onClose = (): void => {
    this.#isOpen = false;
    this.#takeRoom?.();
    this.#host.requestUpdate();
    this.#root.querySelector<HTMLElement>('#menu-button')?.focus({ preventScroll: true });
  };
}

function stateOf(state: () => MenuState | undefined): MenuState {
  const now = state();
  if (!now) throw new TypeError('the widget has no answer to embed');
  return now;
}

interface Choice<Value> {
  readonly value: Value;
  readonly words: string;
  readonly lang?: string;
}

interface ChoiceGroup<Value> {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Choice<Value>[];
  readonly value: Value;
  readonly about?: string;
  set(value: Value): void;
}

function choiceView<Value>(group: ChoiceGroup<Value>): TemplateResult {
  const { name, legend, options, value, about, set } = group;
  return html`<fieldset>
    <legend>${legend}</legend>
    <div class="embed-options">
      ${options.map(
        (option) => html`<label class="embed-option">
          <input
            type="radio"
            name=${name}
            value=${String(option.value)}
            .checked=${live(option.value === value)}
            @change=${() => set(option.value)}
          />
          <span lang=${option.lang ?? nothing}>${option.words}</span>
        </label>`,
      )}
    </div>
    ${about === undefined ? nothing : html`<p class="embed-about">${about}</p>`}
  </fieldset>`;
}
