import { pictureMarks, type Scene } from '@lantu/charts';
import {
  type EmbeddedFont,
  layOut,
  pictureHead,
  pictureWidth,
  SVG_CHARTS,
  sceneToSvg,
  textsOf,
} from '@lantu/charts/svg';
import type { Locale } from '@lantu/spec';
import { formatter } from '@lantu/spec/locale';
import '@lantu/spec/locale/all';
import { type Files, type PublishedInput, THEMES } from '../bake/published.ts';
import { type FontLibrary, fontLibrary } from './font/library.ts';
import { FAMILY } from './font/names.ts';
import { WEIGHTS, type Weight } from './font/weight.ts';
import { fontName, marksName, type PictureForm, pictureName } from './names.ts';
import { pngOf } from './png.ts';
import { sparkOf } from './spark.ts';
import { commonCharacters, emphasisedCharacters } from './words.ts';

/** In a narrow column. */
const NARROW = 360;
/** In a narrow column inside the frame of a widget. */
const NARROW_PLOT = 300;

/**
 * The pictures of a widget, by their names in its folder: for each language the fonts that hold all that its pictures can say in any
 * state of the filters, and for each theme the whole picture, wide and narrow, the plot alone, wide and narrow (of a card its small series, if any), the marks of the plots, and a PNG of the whole at two pixels a CSS pixel. Texts are drawn in
 * fonts that travel with the picture. The same input gives the same bytes. Empty for a table, which has no picture.
 *
 * @throws {LantuError} `chart/unsuited` where the answer cannot be drawn this way; `spec/unsupported` where no font has a character
 */
export async function picturesOf(input: PublishedInput): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  if (!isPicture(input)) return files;
  for (const locale of input.locales) {
    for (const [name, bytes] of await picturesIn(locale, input)) files.set(name, bytes);
  }
  return files;
}

/** Whether there is a picture of the blueprint: a table is its own. */
export function isPicture({ blueprint }: Pick<PublishedInput, 'blueprint'>): boolean {
  return SVG_CHARTS.some((type) => type === blueprint.chart.type);
}

async function picturesIn(locale: Locale, input: PublishedInput): Promise<Files> {
  const { blueprint, answer, answers, settings, glyphs } = input;
  const format = formatter(locale);
  const { title, ...head } = pictureHead(blueprint, settings, answers, format);
  const light = `${glyphs[locale] ?? ''}${commonCharacters(answers, format)}`;
  const heavy = `${title}${emphasisedCharacters(answers, format)}`;
  const library = await fontLibrary(light + heavy, locale, `the widget ${blueprint.id} in ${locale}`);
  const width = pictureWidth(blueprint.chart);
  const env = { locale, measure: library.measure, id: `lantu-${blueprint.id}-${locale}` };
  const scene = (widthPx: number, whole: boolean): Scene =>
    layOut(answer, blueprint.chart, {
      ...env,
      widthPx: Math.min(width, widthPx),
      ...(whole ? { title, ...head } : { sources: false, paddingPx: 0 }),
    });
  const whole = { '': scene(width, true), narrow: scene(NARROW, true) };
  const plot =
    blueprint.chart.type === 'kpi'
      ? { plot: sparkOf(answer, blueprint.chart, env) }
      : { plot: scene(width, false), 'plot.narrow': scene(NARROW_PLOT, false) };

  const files = new Map<string, Uint8Array>([
    [fontName(locale, 400), await library.subset(light, 400, 'woff2')],
    [fontName(locale, 600), await library.subset(heavy, 600, 'woff2')],
  ]);
  for (const group of [whole, plot]) {
    const scenes = scenesOf(group);
    const needed = textsByWeight(scenes.map(([, each]) => each));
    const fonts = await Promise.all(needed.map(([weight, text]) => embedded(library, text, weight)));
    for (const [form, each] of scenes) {
      for (const theme of THEMES) {
        const svg = atStart(sceneToSvg(each, { title, theme, fonts }));
        files.set(pictureName(locale, theme, form), new TextEncoder().encode(svg));
      }
    }
  }
  const marks = scenesOf(plot).flatMap(([form, each]) => {
    const found = blueprint.chart.type === 'kpi' ? undefined : pictureMarks(each);
    return found ? [[form, found] as const] : [];
  });
  if (marks.length > 0) {
    files.set(marksName(locale), new TextEncoder().encode(`${JSON.stringify(Object.fromEntries(marks))}\n`));
  }
  const fonts = await Promise.all(
    textsByWeight([whole['']]).map(([weight, text]) => library.subset(text, weight, 'truetype')),
  );
  for (const theme of THEMES) {
    files.set(`${locale}.${theme}.png`, await pngOf(sceneToSvg(whole[''], { title, theme }), fonts));
  }
  return files;
}

function scenesOf(group: Readonly<Partial<Record<PictureForm, Scene | undefined>>>): [PictureForm, Scene][] {
  return Object.entries(group).filter((each): each is [PictureForm, Scene] => each[1] !== undefined);
}

/** What is set in each weight; weights that nothing is set in are left out. */
function textsByWeight(scenes: readonly Scene[]): [Weight, string][] {
  const texts = scenes.flatMap(textsOf);
  return WEIGHTS.map((weight): [Weight, string] => {
    return [weight, texts.flatMap((each) => (each.weight === weight ? [each.text] : [])).join('')];
  }).filter(([, text]) => text !== '');
}

async function embedded(library: FontLibrary, text: string, weight: Weight): Promise<EmbeddedFont> {
  const font = await library.subset(text, weight, 'woff2');
  return { family: FAMILY, weight, woff2: Buffer.from(font).toString('base64') };
}

/** In a room of another shape the picture stands at the left, where a page's texts begin. */
function atStart(svg: string): string {
  return svg.replace('<svg ', '<svg preserveAspectRatio="xMinYMin meet" ');
}
