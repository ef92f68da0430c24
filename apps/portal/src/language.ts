import type { Locale } from '@lantu/spec';
import { type MessageKey, messages } from './messages.ts';

/** The languages of the page. Chinese comes first: it is the document's own and needs no parameter. */
export const LANGUAGES = ['zh-CN', 'bo', 'en'] as const satisfies readonly Locale[];
const [CHINESE] = LANGUAGES;
const PARAMETER = 'lang';

/** The language that an address asks for: its `lang` parameter, or Chinese where it has none or one that the page does not speak. */
export function languageOfAddress(address: string): Locale {
  const asked = new URL(address).searchParams.get(PARAMETER);
  return LANGUAGES.find((each) => each === asked) ?? CHINESE;
}

/** `address` in `language`; everything else in it stays. Chinese leaves no parameter. */
export function addressIn(address: string, language: string): string {
  const url = new URL(address);
  if (language === CHINESE) url.searchParams.delete(PARAMETER);
  else url.searchParams.set(PARAMETER, language);
  return url.href;
}

/**
 * Shows the page in the language of its address, now and whenever a link of `.languages` or the browser's history changes it: in
 * place, so that nothing on the page is lost. The Chinese texts are the document's own; the others come from {@link messages}. Widgets
 * follow the document's language by themselves.
 *
 * @throws {RangeError} where the document has a text that {@link messages} lacks
 */
export function followLanguage(): void {
  const texts = textsOf(document);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.languages a')];

  const show = () => {
    const language = languageOfAddress(location.href);
    document.documentElement.lang = language;
    for (const setText of texts) setText(language);
    for (const link of links) {
      link.href = addressIn(location.href, link.hreflang);
      if (link.hreflang === language) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };

  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const address = addressIn(location.href, link.hreflang);
      if (address !== location.href) history.pushState(null, '', address);
      show();
    });
  }
  addEventListener('popstate', show);
  show();
}

type SetText = (language: Locale) => void;

/** What to call to show each text of `page` in a language. Read once, before anything was translated: the Chinese is only in the page. */
function textsOf(page: Document): SetText[] {
  const texts = [...page.querySelectorAll<HTMLElement>('[data-text]')].map((element): SetText => {
    const translations = translationsOf(element.dataset['text'], element.textContent);
    return (language) => {
      element.textContent = translations[language];
    };
  });
  const labels = [...page.querySelectorAll<HTMLElement>('[data-label]')].map((element): SetText => {
    const translations = translationsOf(element.dataset['label'], element.getAttribute('aria-label'));
    return (language) => element.setAttribute('aria-label', translations[language]);
  });
  return [...texts, ...labels];
}

function translationsOf(key: string | undefined, chinese: string | null): Record<Locale, string> {
  if (!Object.hasOwn(messages, key ?? ''))
    throw new RangeError(`the page's text ${key} has no translations in messages.ts`);
  return { [CHINESE]: chinese ?? '', ...messages[key as MessageKey] };
}
