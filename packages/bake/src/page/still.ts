import type { TableModel } from '@lantu/charts';
import { layOut, sceneToSvg, serialize } from '@lantu/charts/svg';
import type { LocalizedText } from '@lantu/spec';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Files, PublishedInput } from '../bake/published.ts';
import { pictureName } from '../picture/names.ts';
import { isPicture } from '../picture/pictures.ts';
import { sizeOf } from './size.ts';
import { sourcesView } from './sources.ts';
import type { WidgetWords } from './words.ts';

/** Below this width of the window the narrow picture is shown. */
const NARROW_WINDOW_PX = 560;
/** A picture inside the markup is drawn for this width: small enough for a telephone, and it cannot choose. */
const INLINE_WIDTH_PX = 400;

export interface StillOptions {
  /** `linked`: an `<img>` of the published files. `inline`: the SVG itself, in the fonts of the page and the light theme. */
  readonly picture: 'linked' | 'inline';
  /** `light`, or following the reader's setting, for a page that does so too. */
  readonly theme: 'light' | 'auto';
  readonly headingLevel: 1 | 3;
}

/**
 * What stands in a widget's element before and without script, in the order of the live widget: title, subtitle, summary, picture with
 * the summary as its text alternative, table, notes, sources. Markup without style or script; addresses of published files begin
 * with `./`. A picture keeps its height while it loads, is never wider than its column, and is not distorted there.
 */
export function stillOf(input: PublishedInput, pictures: Files, words: WidgetWords, options: StillOptions): string {
  return `${serialize(stillView(input, pictures, words, options))}\n`;
}

function stillView(
  input: PublishedInput,
  pictures: Files,
  words: WidgetWords,
  { picture, theme, headingLevel }: StillOptions,
): TemplateResult {
  const { blueprint, answer } = input;
  const { format, title, subtitle, simulated, summary, table } = words;
  const { locale, languageIn } = format;
  const heading =
    headingLevel === 1
      ? html`<h1 lang=${languageIn(blueprint.title)}>${title}</h1>`
      : html`<h3 lang=${languageIn(blueprint.title)}>${title}</h3>`;
  const figures = isPicture(input)
    ? html`${blueprint.chart.type === 'kpi' ? nothing : html`<p>${summary}</p>\n`}${picture === 'inline' ? unsafeHTML(inlinePicture(input, words)) : linkedPicture(words, pictures, theme)}
<details><summary>${format.text('table')}</summary>
${tableView(table)}
</details>`
    : html`${simulated ? html`<p><b>${simulated}</b></p>\n` : nothing}${tableView(table)}`;
  return html`<div role="figure" aria-label=${title} lang=${locale} class="lantu-still">
${heading}
${subtitle ? html`<p>${subtitle}</p>\n` : nothing}${figures}
${noteView(blueprint.notes, words)}<details><summary>${format.text('sources')}</summary>
${sourcesView(answer, format)}
</details>
</div>`;
}

function noteView(notes: LocalizedText | undefined, { format }: WidgetWords): TemplateResult | typeof nothing {
  return notes ? html`<p lang=${format.languageIn(notes)}>${format.textIn(notes)}</p>\n` : nothing;
}

function linkedPicture(
  { format, summary }: WidgetWords,
  pictures: Files,
  theme: StillOptions['theme'],
): TemplateResult {
  const narrow = `(max-width: ${NARROW_WINDOW_PX}px)`;
  const dark = '(prefers-color-scheme: dark)';
  const source = (shade: 'light' | 'dark', form: 'plot' | 'plot.narrow', media: string): TemplateResult => {
    const name = pictureName(format.locale, shade, form);
    return html`<source media=${media} srcset=${`./${name}`} width="100%" height=${sizeOf(pictures, name).heightPx}>\n`;
  };
  const name = pictureName(format.locale, 'light', 'plot');
  return html`<picture>
${theme === 'auto' ? html`${source('dark', 'plot.narrow', `${dark} and ${narrow}`)}${source('dark', 'plot', dark)}` : nothing}${source('light', 'plot.narrow', narrow)}<img src=${`./${name}`} alt=${summary} width="100%" height=${sizeOf(pictures, name).heightPx}>
</picture>`;
}

/** The summary is its description, and the title its name. */
function inlinePicture({ blueprint, answer }: PublishedInput, { format, title }: WidgetWords): string {
  const { locale } = format;
  const id = `lantu-${blueprint.id}-${locale}-inline`;
  const scene = layOut(answer, blueprint.chart, { locale, id, widthPx: INLINE_WIDTH_PX, sources: false, paddingPx: 0 });
  return sceneToSvg(scene, { title, theme: 'light' }).replace(
    /<svg ([^>]*?)width="\d+"/,
    '<svg $1width="100%" preserveAspectRatio="xMinYMin meet"',
  );
}

function tableView({ caption, columns, rows }: TableModel): TemplateResult {
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ header, cells }) => html`<tr><th scope="row">${header}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
)}</tbody>
</table>`;
}
