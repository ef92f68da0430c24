import type { Locale } from '../localized.ts';
import { isLoaded } from './formatter.ts';

const LANGUAGES: Readonly<Record<Locale, () => Promise<unknown>>> = {
  'zh-CN': () => import('./zh-CN.ts'),
  bo: () => import('./bo.ts'),
  en: () => import('./en.ts'),
};

/**
 * Makes `formatter(locale)` possible: fetches the language where this page has not got it yet, a file a language.
 * A language that is there already costs no request; one that could not be fetched is asked for again by the next call.
 *
 * @throws {TypeError} where its file cannot be fetched.
 */
export async function loadLanguage(locale: Locale): Promise<void> {
  if (!isLoaded(locale)) await LANGUAGES[locale]();
}
