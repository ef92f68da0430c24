import type { Locale } from '../localized.ts';
import { isLoaded, missingOf, registerControls, wantControls } from './formatter.ts';
import type { Controls } from './messages.ts';

const LANGUAGES: Readonly<Record<Locale, () => Promise<unknown>>> = {
  'zh-CN': () => import('./zh-CN.ts'),
  bo: () => import('./bo.ts'),
  en: () => import('./en.ts'),
};

const CONTROLS: Readonly<Record<Locale, () => Promise<Controls>>> = {
  'zh-CN': async () => (await import('./zh.controls.ts')).zhControls,
  bo: async () => (await import('./bo.controls.ts')).boControls,
  en: async () => (await import('./en.controls.ts')).enControls,
};

/**
 * Makes `formatter(locale)` possible: fetches the language where this page has not got it yet. What is there costs no request.
 *
 * @throws {TypeError} where it cannot be fetched
 */
export async function loadLanguage(locale: Locale): Promise<void> {
  const { language, controls } = missingOf(locale);
  await Promise.all([
    language && LANGUAGES[locale](),
    controls && CONTROLS[locale]().then((texts) => registerControls(locale, texts)),
  ]);
  // The other texts may have come to be wanted while the language was on its way.
  if (!isLoaded(locale)) await loadLanguage(locale);
}

/**
 * {@link loadLanguage}, with the texts of what readers open or operate: sources, filters, menus, dialogs, downloads. From the call on
 * `loadLanguage` brings both, so that an element that has such a thing can turn to any language.
 *
 * @throws {TypeError} where they cannot be fetched
 */
export async function loadControls(locale: Locale): Promise<void> {
  wantControls();
  await loadLanguage(locale);
}
