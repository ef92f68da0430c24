import * as v from 'valibot';

/** The languages Lantu speaks. Chinese comes first: it is what every other text falls back to. */
export const LOCALES = ['zh-CN', 'bo', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const localeSchema = v.picklist(LOCALES);

/** A text in Chinese and, where a source or a translator gives them, in Tibetan and English. */
export const localizedTextSchema = v.strictObject({
  'zh-CN': v.pipe(v.string(), v.minLength(1)),
  bo: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
  en: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
});
export type LocalizedText = v.InferOutput<typeof localizedTextSchema>;

/** `text` in `locale`, or in Chinese where it has not been translated. */
export function textIn(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text['zh-CN'];
}

/** The language that {@link textIn} really answers in: what belongs in the `lang` of the element that shows it. */
export function languageOf(text: LocalizedText, locale: Locale): Locale {
  return text[locale] === undefined ? 'zh-CN' : locale;
}
