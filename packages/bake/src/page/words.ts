import type { TableModel } from '@lantu/charts';
import { simulatedText, sourcesText } from '@lantu/charts/figures';
import { filterTexts } from '@lantu/charts/settings';
import { layOut, pictureHead, pictureWidth } from '@lantu/charts/svg';
import { answerTable, tableOf } from '@lantu/charts/table';
import type { Locale } from '@lantu/spec';
import { type Formatter, formatter } from '@lantu/spec/locale';
import type { PublishedInput } from '../bake/published.ts';
import { isPicture } from '../picture/pictures.ts';

/** More numbers than this are left to the table. */
const FEW = 12;

/** A widget in one language, in words and as a table. */
export interface WidgetWords {
  readonly format: Formatter;
  readonly title: string;
  /** With what the filters are set to; empty for none. */
  readonly subtitle: string;
  /** What the filters are set to, one sentence a filter. */
  readonly filters: readonly string[];
  /** That the numbers are simulated, or some of them; empty where none is. */
  readonly simulated: string;
  readonly summary: string;
  readonly table: TableModel;
  /** Each number in words where they are few; else empty. */
  readonly values: readonly string[];
  /** Where the numbers come from and up to when they speak. */
  readonly sources: string;
}

/** @throws {LantuError} `chart/unsuited` where the answer cannot be drawn this way */
export function widgetWords(input: PublishedInput, locale: Locale): WidgetWords {
  const { blueprint, answer, answers, settings } = input;
  const format = formatter(locale);
  const { title, subtitle = '' } = pictureHead(blueprint, settings, answers, format);
  const { summary, table } = isPicture(input) ? pictured(input, locale) : tabled(input, title, format);
  const sources = sourcesText(answer, format);
  const simulated = simulatedText(answer, format);
  const filters = filterTexts(blueprint, settings, answers, format);
  return { format, title, subtitle, filters, simulated, summary, table, values: valuesOf(table, format), sources };
}

type Shown = Pick<WidgetWords, 'summary' | 'table'>;

function pictured({ blueprint, answer }: PublishedInput, locale: Locale): Shown {
  const scene = layOut(answer, blueprint.chart, { locale, widthPx: pictureWidth(blueprint.chart) });
  return { summary: scene.summary, table: tableOf(scene) };
}

function tabled({ blueprint: { chart }, answer }: PublishedInput, title: string, format: Formatter): Shown {
  const table = answerTable(answer, title, format, chart.type === 'table' ? chart.columns : undefined);
  const natures = answer.provenance.natures.map((nature) => format.text(`nature.${nature}`));
  const sentences = [
    answer.rowCount === 0 ? format.text('empty') : '',
    natures.length > 0 ? format.text('summary.nature', { natures: format.list(natures) }) : '',
  ];
  return { table, summary: format.paragraph(sentences) };
}

function valuesOf({ columns, rows }: TableModel, { text }: Formatter): readonly string[] {
  const [, ...others] = columns;
  if (rows.length * others.length > FEW) return [];
  return rows.flatMap(({ header, cells }) =>
    cells.map((value, index) =>
      others.length === 1
        ? text('point', { at: header, value })
        : text('point.of-series', { series: others[index]?.title ?? '', at: header, value }),
    ),
  );
}
