import type { Locale } from '@lantu/spec';

/**
 * The locale that a BCP 47 language tag is shown in: Tibetan for `bo` and its variants, English for `en` and its variants, Chinese
 * for `zh` and its variants and for every language that Lantu does not speak, or none.
 */
export function localeFor(tag: string): Locale {
  const [language = ''] = tag.toLowerCase().split('-');
  return language === 'bo' || language === 'en' ? language : 'zh-CN';
}

/** The language of `element`: the `lang` of itself or of its nearest ancestor, across shadow roots; empty where none says. */
export function nearestLang(element: Element): string {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang !== null) return lang;
  }
  return '';
}
