import type { Answer, CellProvenance, Column, DimensionColumn, MetricColumn } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { dimensionText } from '../words/words.ts';

export function metricsOf(answer: Answer): readonly MetricColumn[] {
  return answer.columns.filter((column) => column.role === 'metric');
}

export function dimensionsOf(answer: Answer): readonly DimensionColumn[] {
  return answer.columns.filter((column) => column.role === 'dimension');
}

/** What one number rests on; undefined where the answer was not asked to say. */
export function cellOf(answer: Answer, column: MetricColumn, row: number): CellProvenance | undefined {
  return answer.cells?.[column.name]?.[row];
}

/**
 * A value of an answer in full, with its unit and how exactly it is known; where there is no number, why not, as far as the data say,
 * or the words for "no data".
 */
export function valueText(answer: Answer, column: Column, row: number, format: Formatter): string {
  if (column.role === 'dimension') {
    return dimensionText(format, column, column.values[row] ?? null, isOthers(answer, column, row));
  }
  const cell = cellOf(answer, column, row);
  const value = column.values[row] ?? null;
  if (value === null) {
    const missing = cell?.statuses.find((each) => each === 'Q' || each === 'L' || each === 'M');
    return format.text(missing ? `status.${missing}` : 'no-value');
  }
  const written = format.value(value, column.unit, column.decimals);
  return cell?.exactness ? format.exactness(written, cell.exactness) : written;
}

/** What a row stands for: its dimensions in words; empty for the one row of an answer without dimensions. */
export function rowText(answer: Answer, row: number, format: Formatter): string {
  const words = dimensionsOf(answer).map((column) => valueText(answer, column, row, format));
  return words.join(format.locale === 'en' ? ', ' : ' ');
}

function isOthers(answer: Answer, column: DimensionColumn, row: number): boolean {
  const { limit } = answer.query;
  const limited = limit === undefined || !('of' in limit) || limit.of === column.name;
  return limited && (column.values[row] ?? null) === null && (answer.othersRows?.includes(row) ?? false);
}

/** The language of a sentence of a source, told by its script: a source is quoted in its own. Empty where the script does not tell. */
export function languageOfQuote(sentence: string): string {
  if (/\p{Script=Tibetan}/u.test(sentence)) return 'bo';
  return /\p{Script=Han}/u.test(sentence) ? 'zh-CN' : '';
}

export { dateText, simulatedText, sourcesText } from './notes.ts';
export { webAddress } from './web-address.ts';
