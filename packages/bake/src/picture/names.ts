import type { Locale } from '@lantu/spec';
import type { Theme } from '../bake/published.ts';
import type { Weight } from './font/weight.ts';

/**
 * What a picture shows and for how much room: the whole of it, with title and sources, for a column of text (`''`) or a telephone
 * (`narrow`); or its plot alone, for a frame that has title and sources as text.
 */
export const PICTURE_FORMS = ['', 'narrow', 'plot', 'plot.narrow'] as const;
export type PictureForm = (typeof PICTURE_FORMS)[number];

/** The name of a picture's file: `bo.dark.plot.svg`. */
export function pictureName(locale: Locale, theme: Theme, form: PictureForm): string {
  return [locale, theme, form, 'svg'].filter(Boolean).join('.');
}

/** The name of the font of a weight: `bo.woff2`, `bo.600.woff2`. */
export function fontName(locale: Locale, weight: Weight): string {
  return weight === 400 ? `${locale}.woff2` : `${locale}.${weight}.woff2`;
}

/** The name of what the plots of a language have at which place, by their forms: `bo.marks.json`. */
export function marksName(locale: Locale): string {
  return `${locale}.marks.json`;
}
