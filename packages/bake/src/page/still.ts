import { layOut, serialize } from '@lantu/charts/svg';
import { html, type TemplateResult } from 'lit/html.js';
import type { PublishedInput } from '../bake/published.ts';
import { isPicture } from '../picture/pictures.ts';
import { cardView } from './card.ts';
import { inlineMarks, inlinePicture, line, linkedMarks, linkedPicture, type StillParts } from './drawing.ts';
import { sourcesView } from './sources.ts';
import { tableDetails, tableView } from './table.ts';
import type { WidgetWords } from './words.ts';

/** A picture inside the markup is drawn for this width: small enough for a telephone, and it cannot choose. */
const INLINE_WIDTH_PX = 400;

/**
 * What stands in a widget's element before and without script, in the order of the live widget: title, subtitle, what the filters are
 * set to, summary, picture with the summary as its text alternative, table, notes, sources; a card and a table are words. Markup
 * without style or code; addresses of published files begin with `./`.
 */
export function stillOf(input: PublishedInput, words: WidgetWords, parts: StillParts): string {
  const { blueprint, answer } = input;
  const { format, title, filters } = words;
  const { textIn, languageIn } = format;
  const { subtitle, notes } = blueprint;
  const inTitle = languageIn(blueprint.title);
  const heading =
    parts.headingLevel === 1 ? html`<h1 lang=${inTitle}>${title}</h1>` : html`<h3 lang=${inTitle}>${title}</h3>`;
  const still = html`<div role="figure" aria-label=${title} lang=${format.locale} class="lantu-still">
${heading}
${line(subtitle && html`<p lang=${languageIn(subtitle)}>${textIn(subtitle)}</p>`)}${line(
  filters.length > 0 && html`<p class="lantu-filters">${filters.map((text) => html`<span>${text}</span> `)}</p>`,
)}${bodyOf(input, words, parts)}
${line(notes && html`<p lang=${languageIn(notes)}>${textIn(notes)}</p>`)}<details><summary>${format.text('sources')}</summary>
${sourcesView(answer, format)}
</details>
</div>`;
  return `${serialize(still)}\n`;
}

function bodyOf(input: PublishedInput, words: WidgetWords, parts: StillParts): TemplateResult {
  const { simulated, summary, table } = words;
  const { chart } = input.blueprint;
  if (chart.type === 'kpi') return cardView(input, chart, words, parts);
  if (isPicture(input)) return html`<p>${summary}</p>\n${drawingOf(input, words, parts)}${tableDetails(words)}`;
  return html`${line(simulated && html`<p><b>${simulated}</b></p>`)}${tableView(table)}`;
}

/** The picture and its marks, each on a line. */
function drawingOf({ blueprint, answer }: PublishedInput, words: WidgetWords, parts: StillParts): TemplateResult {
  const { locale } = words.format;
  const { picture, pictures, theme } = parts;
  if (picture === 'linked') {
    const drawing = linkedPicture(words, pictures, { theme, width: 'column' });
    return html`${drawing}\n${line(linkedMarks(words, pictures))}`;
  }
  const id = `lantu-${blueprint.id}-${locale}-inline`;
  const scene = layOut(answer, blueprint.chart, { locale, id, widthPx: INLINE_WIDTH_PX, sources: false, paddingPx: 0 });
  return html`${inlinePicture(scene, words, 'column')}\n${line(inlineMarks(scene))}`;
}
