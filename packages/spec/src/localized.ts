/** The languages Lantu speaks. Chinese comes first: it is what every other text falls back to. */
export const LOCALES = ['zh-CN', 'bo', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in Chinese and, where a source or a translator gives them, in Tibetan and English. */
export interface LocalizedText {
  readonly 'zh-CN': string;
  readonly bo?: string;
  readonly en?: string;
}

/** `text` in `locale`, or in Chinese where it has not been translated. */
export function textIn(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text['zh-CN'];
}

/** The language that {@link textIn} really answers in: what belongs in the `lang` of the element that shows it. */
export function languageOf(text: LocalizedText, locale: Locale): Locale {
  return text[locale] === undefined ? 'zh-CN' : locale;
}
