import type { Locale } from '@lantu/spec';
import { isLoaded, loadControls, loadLanguage } from '@lantu/spec/locale';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localeFor, nearestLang } from './tag.ts';

/**
 * Keeps a host in the language of its place in the document: an update follows whenever the `lang` that applies to it changes, be it
 * on the host, on `<html>`, or on the far side of a shadow root. A language that the page has not got yet is fetched first; where that
 * fails, the host stays in the one it has, or speaks Chinese.
 */
export class LanguageController implements ReactiveController {
  locale: Locale = 'zh-CN';
  /** False while the first language is fetched. */
  isReady = false;
  #wanted: Locale | undefined;
  readonly #host: ReactiveControllerHost & Element;
  #stop: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = rootsAround(this.#host).map((root) => onLangChange(root, this.#read));
    this.#read();
  }

  hostDisconnected(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
  }

  /**
   * Fetches the texts of what readers open or operate, in the host's language; every language that it turns to later brings its own.
   *
   * @throws {TypeError} where they cannot be fetched
   */
  async loadControls(): Promise<void> {
    let locale: Locale;
    do {
      locale = this.#wanted ?? this.locale;
      await loadControls(locale);
    } while (locale !== (this.#wanted ?? this.locale));
  }

  readonly #read = (): void => {
    const locale = localeFor(nearestLang(this.#host));
    if (locale === this.#wanted) return;
    this.#wanted = locale;
    if (isLoaded(locale)) {
      this.#speak(locale);
      return;
    }
    const settle = (spoken: Locale) => (): void => {
      if (locale !== this.#wanted) return;
      this.#wanted = spoken;
      this.#speak(spoken);
    };
    loadLanguage(locale).then(settle(locale), settle(this.locale));
  };

  #speak(locale: Locale): void {
    this.locale = locale;
    this.isReady = true;
    this.#host.requestUpdate();
  }
}

function rootsAround(element: Element): Node[] {
  const roots: Node[] = [];
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) return roots;
  }
}

interface Watched {
  readonly listeners: Set<() => void>;
  readonly observer: MutationObserver;
}

const watched = new WeakMap<Node, Watched>();

/** One observer a root, however many elements listen to it. */
function onLangChange(root: Node, listener: () => void): () => void {
  const entry = watched.get(root) ?? watch(root);
  entry.listeners.add(listener);
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size > 0) return;
    entry.observer.disconnect();
    watched.delete(root);
  };
}

function watch(root: Node): Watched {
  const listeners = new Set<() => void>();
  const observer = new MutationObserver(() => {
    for (const listener of [...listeners]) listener();
  });
  observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  const entry = { listeners, observer };
  watched.set(root, entry);
  return entry;
}
