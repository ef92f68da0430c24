import { type PictureMarks, pictureMarks, type Scene } from '@lantu/charts';
import { sceneToSvg } from '@lantu/charts/svg';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Files, Theme } from '../bake/published.ts';
import { marksName, type PictureForm, pictureName } from '../picture/names.ts';
import { sizeOf } from './size.ts';
import type { WidgetWords } from './words.ts';

/** In these windows the narrow picture is shown, where there is one. */
const NARROW = '(max-width: 560px)';

export interface StillParts {
  readonly pictures: Files;
  /** `linked`: the published files. `inline`: the SVG itself, in the fonts of the page and the light theme. */
  readonly picture: 'linked' | 'inline';
  /** `light`, or following the reader's setting, for a page that does so too. */
  readonly theme: 'light' | 'auto';
  readonly headingLevel: 1 | 3;
}

export interface LinkOptions {
  readonly theme: 'light' | 'auto';
  /** `column`: as wide as its column. `own`: as the picture is. */
  readonly width: 'column' | 'own';
}

/**
 * The plot as published file, with the summary as its text alternative. It takes its height at once and keeps it in a column of any
 * width, where it is drawn smaller at the left, but never distorted; a style sheet that gives pictures their own height may do so.
 */
export function linkedPicture(
  { format: { locale }, summary }: WidgetWords,
  pictures: Files,
  { theme, width }: LinkOptions,
): TemplateResult {
  const dark = '(prefers-color-scheme: dark)';
  const wanted: readonly (readonly [Theme, PictureForm, media: string])[] = [
    ['dark', 'plot.narrow', `${dark} and ${NARROW}`],
    ['dark', 'plot', dark],
    ['light', 'plot.narrow', NARROW],
  ];
  const widthOf = (name: string): string | number => (width === 'own' ? sizeOf(pictures, name).widthPx : '100%');
  const sources = wanted.flatMap(([shade, form, media]) => {
    const name = pictureName(locale, shade, form);
    return pictures.has(name) && (shade === 'light' || theme === 'auto') ? [{ name, media }] : [];
  });
  const name = pictureName(locale, 'light', 'plot');
  const image = html`<img src=${`./${name}`} alt=${summary} width=${widthOf(name)} height=${sizeOf(pictures, name).heightPx}>`;
  if (sources.length === 0) return image;
  return html`<picture>
${sources.map(
  ({ name: source, media }) =>
    html`<source media=${media} srcset=${`./${source}`} width=${widthOf(source)} height=${sizeOf(pictures, source).heightPx}>\n`,
)}${image}
</picture>`;
}

/** The scene itself, in the fonts of the page and the light theme. Its name is the title, its description the summary. */
export function inlinePicture(scene: Scene, { title }: WidgetWords, width: LinkOptions['width']): unknown {
  const svg = sceneToSvg(scene, { title, theme: 'light' });
  if (width === 'own') return unsafeHTML(svg);
  return unsafeHTML(svg.replace(/<svg ([^>]*?)width="\d+"/, '<svg $1width="100%" preserveAspectRatio="xMinYMin meet"'));
}

/** The marks of an inline picture, to stand after it: a loader then has it answer a pointer before the widget is drawn. */
export function inlineMarks(scene: Scene): unknown {
  const marks = pictureMarks(scene);
  return marks && marksScript([marks]);
}

/** The same of a linked picture, which is another one in narrow windows. */
export function linkedMarks({ format: { locale } }: WidgetWords, pictures: Files): unknown {
  const bytes = pictures.get(marksName(locale));
  if (!bytes) return undefined;
  const { plot, 'plot.narrow': narrow }: Partial<Record<PictureForm, PictureMarks>> = JSON.parse(
    new TextDecoder().decode(bytes),
  );
  return marksScript([...(narrow ? [{ media: NARROW, ...narrow }] : []), ...(plot ? [plot] : [])]);
}

function marksScript(marks: readonly PictureMarks[]): unknown {
  const json = JSON.stringify(marks).replaceAll('<', '\\u003c');
  return unsafeHTML(`<script type="application/json" class="lantu-marks">${json}</script>`);
}

/** A part of a view, on a line of its own where it is there. */
export function line(part: unknown): unknown {
  return part ? html`${part}\n` : nothing;
}
