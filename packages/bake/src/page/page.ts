import { serialize } from '@lantu/charts/svg';
import { type EmbedRequest, embedCode } from '@lantu/embed/code';
import type { Locale } from '@lantu/spec';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PageInput } from '../bake/published.ts';
import { pictureName } from '../picture/names.ts';
import { isPicture } from '../picture/pictures.ts';
import { folderOf } from './addresses.ts';
import { PAGE_ICON } from './icon.ts';
import { sizeOf } from './size.ts';
import { stillOf } from './still.ts';
import { PAGE_STYLES } from './styles.ts';
import type { WidgetWords } from './words.ts';

/** What Open Graph calls the languages. */
const OPEN_GRAPH: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh_CN', bo: 'bo_CN', en: 'en_GB' };

/**
 * The widget as a page of its own, which is also what an iframe shows: whole without script, and the live widget with it. It has no
 * style or script inside, so that it lives under a policy that allows only its own origin.
 */
export function pageOf(input: PageInput, words: WidgetWords, request: EmbedRequest | undefined): string {
  const { title, summary, format } = words;
  const { locale } = format;
  const still = stillOf(input, words, {
    pictures: input.pictures,
    picture: 'linked',
    theme: 'auto',
    headingLevel: 1,
  });
  return `<!doctype html>\n${serialize(html`<html lang=${locale} data-lantu-page>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content=${summary || title}>
<meta name="color-scheme" content="light dark">
${sharing(input, words)}${request ? html`${unsafeHTML(embedCode({ ...request, way: 'oembed' }))}\n` : nothing}${others(
  input,
  locale,
).map(
  (each) => html`<link rel="alternate" hreflang=${each} href=${`./${each}.html`}>\n`,
)}<link rel="icon" href=${`./${PAGE_ICON}`} type="image/svg+xml">
<link rel="stylesheet" href=${`./${PAGE_STYLES}`}>
<script type="module" src=${input.loader}></script>
</head>
<body>
<main>
<lantu-widget src="./widget.json" lang=${locale} heading-level="1">
${unsafeHTML(still)}</lantu-widget>
</main>
<footer>
${languages(input, words)}${downloads(input, words)}</footer>
</body>
</html>`)}\n`;
}

/** How the page looks where it is shared; a picture is named where its absolute address is known. */
function sharing(input: PageInput, { title, summary, format }: WidgetWords): TemplateResult {
  const folder = folderOf(input);
  const png = `${format.locale}.light.png`;
  const hasPicture = isPicture(input) && folder !== undefined;
  const size = hasPicture ? sizeOf(input.pictures, pictureName(format.locale, 'light', '')) : undefined;
  return html`<meta property="og:type" content="website">
<meta property="og:title" content=${title}>
<meta property="og:description" content=${summary || title}>
<meta property="og:locale" content=${OPEN_GRAPH[format.locale]}>
${folder ? html`<link rel="canonical" href=${`${folder}${format.locale}.html`}>\n<meta property="og:url" content=${`${folder}${format.locale}.html`}>\n` : nothing}${
  size
    ? html`<meta property="og:image" content=${`${folder}${png}`}>
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content=${2 * size.widthPx}>
<meta property="og:image:height" content=${2 * size.heightPx}>
<meta property="og:image:alt" content=${summary}>
`
    : nothing
}<meta name="twitter:card" content=${size ? 'summary_large_image' : 'summary'}>
`;
}

function others({ locales }: PageInput, locale: Locale): Locale[] {
  return locales.filter((each) => each !== locale);
}

function languages(input: PageInput, { format }: WidgetWords): TemplateResult | typeof nothing {
  const links = others(input, format.locale);
  if (links.length === 0) return nothing;
  return html`<nav aria-label=${format.text('language')}>
${links.map((each) => html`<a href=${`./${each}.html`} hreflang=${each} lang=${each}>${format.text(`language.${each}`)}</a>\n`)}</nav>
`;
}

function downloads(input: PageInput, { format: { locale, text } }: WidgetWords): TemplateResult {
  const link = (name: string, label: string): TemplateResult => html`<a href=${`./${name}`} download>${label}</a>\n`;
  return html`<p>
${link(`${locale}.csv`, text('menu.csv'))}${
  isPicture(input)
    ? html`${link(pictureName(locale, 'light', ''), text('menu.svg'))}${link(`${locale}.light.png`, text('menu.png'))}`
    : nothing
}</p>
`;
}
