import { settingsTexts } from '@lantu/charts/settings';
import { csvOf, exportGrid } from '@lantu/charts/table';
import '@lantu/spec/locale/all';
import type { Files, PageInput } from '../bake/published.ts';
import { PAGE_ICON, pageIcon } from './icon.ts';
import { embedRequest, oembedOf } from './oembed.ts';
import { pageOf } from './page.ts';
import { stillOf } from './still.ts';
import { PAGE_STYLES, pageStyles } from './styles.ts';
import { textOf } from './text.ts';
import { widgetWords } from './words.ts';

/**
 * The texts, tables and pages of a widget, by their names in the folder they are for. In each language: the text alternative (`txt`),
 * the table (`csv`), what stands in the widget's element before and without script, with the picture linked (`still.html`) and, where
 * there is one, inside (`inline.html`), the standalone page (`html`), and, where its address is known, the oEmbed document.
 * The same input gives the same bytes.
 *
 * @throws {LantuError} `chart/unsuited` where the answer cannot be drawn this way
 */
export function pagesOf(input: PageInput): Files {
  const files = new Map([
    [PAGE_STYLES, pageStyles()],
    [PAGE_ICON, pageIcon()],
  ]);
  for (const locale of input.locales) {
    const words = widgetWords(input, locale);
    const filters = settingsTexts(input.blueprint, input.settings, input.answers, words.format);
    const still = { pictures: input.pictures, theme: 'light', headingLevel: 3 } as const;
    files.set(`${locale}.txt`, textOf(words));
    files.set(`${locale}.csv`, csvOf(exportGrid(input.answer, words.format, filters)));
    files.set(`${locale}.still.html`, stillOf(input, words, { ...still, picture: 'linked' }));
    files.set(`${locale}.inline.html`, stillOf(input, words, { ...still, picture: 'inline' }));
    const request = embedRequest(input, locale, words);
    files.set(`${locale}.html`, pageOf(input, words, request));
    if (request) files.set(`oembed.${locale}.json`, oembedOf(request, input, locale));
  }
  const encoder = new TextEncoder();
  return new Map([...files].map(([name, text]) => [name, encoder.encode(text)]));
}
