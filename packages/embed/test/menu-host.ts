import { AnswerElement } from '@lantu/elements/answer';
import type { Locale } from '@lantu/spec';
import { formatter } from '@lantu/spec/locale';
import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type MenuState, menuStyles, WidgetMenu } from '../src/menu/menu.ts';
import { stateOf } from './menu.ts';

/** An element with a menu, as far as a widget is one: heading, button, disclosures, live region. */
export class MenuHost extends LitElement {
  static override styles = [...AnswerElement.styles, menuStyles];

  @property() locale: Locale = 'zh-CN';
  @property({ reflect: true }) size: MenuState['size'] = 'regular';
  @property({ reflect: true }) theme: MenuState['theme'];

  /** What differs from {@link stateOf}. */
  state: Partial<MenuState> = {};
  /** What the live region was asked to say, one after another. */
  readonly said: string[] = [];
  readonly #menu = new WidgetMenu(this, () => this.menuState);

  get menuState(): MenuState {
    return stateOf({
      theme: this.theme,
      size: this.size,
      openTable: () => this.#open('data'),
      openSources: () => this.#open('sources'),
      say: (words) => this.#say(words),
      ...this.state,
    });
  }

  protected override render(): TemplateResult {
    const format = formatter(this.locale);
    const { title } = this.menuState.blueprint;
    return html`<figure class="frame" lang=${this.locale} tabindex="-1">
      <figcaption class="head">
        <div class="headings">
          <div class="title" role="heading" aria-level="3" lang=${format.languageIn(title)}>${format.textIn(title)}</div>
        </div>
        ${this.#menu.view(format)}
      </figcaption>
      <details class="more" part="data"><summary><span>${format.text('table')}</span></summary></details>
      <details class="more" part="sources"><summary><span>${format.text('sources')}</span></summary></details>
      <p class="unseen" role="status">${this.said.at(-1) ?? ''}</p>
    </figure>`;
  }

  #open(part: string): void {
    const details = this.renderRoot.querySelector<HTMLDetailsElement>(`details[part="${part}"]`);
    if (!details) throw new Error(`no disclosure ${part}`);
    details.open = true;
    details.querySelector('summary')?.focus();
  }

  #say(words: string): void {
    this.said.push(words);
    this.requestUpdate();
  }
}
customElements.define('menu-host', MenuHost);

let shown: HTMLElement | undefined;

/** Shows a host alone on the page; the one before goes. */
export async function shownHost(
  properties: Partial<Pick<MenuHost, 'state' | 'locale' | 'size' | 'theme' | 'id'>> = {},
): Promise<MenuHost> {
  shown?.remove();
  const host = document.createElement('menu-host') as MenuHost;
  Object.assign(host, properties);
  document.body.append(host);
  shown = host;
  await host.updateComplete;
  return host;
}

/** `selector` in the shadow root of `host`. @throws {Error} where there is none */
export function inside<E extends HTMLElement = HTMLElement>(host: MenuHost, selector: string): E {
  const found = host.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in the host`);
  return found;
}

/** What has the focus in the shadow root. */
export function focused(host: MenuHost): string {
  const element = host.shadowRoot?.activeElement;
  return element instanceof HTMLElement ? (element.dataset['item'] ?? element.id) : '';
}
