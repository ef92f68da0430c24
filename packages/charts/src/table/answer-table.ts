import { type Answer, columnOf, LantuError, quoteValue } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { valueText } from '../figures/figures.ts';
import type { TableModel } from '../scene.ts';

/**
 * All of an answer as a table, a row a row; `names` chooses columns and their order.
 *
 * @throws {LantuError} `chart/unsuited` where a name is no column of the answer
 */
export function answerTable(answer: Answer, title: string, format: Formatter, names?: readonly string[]): TableModel {
  const columns = names?.map((name) => namedColumn(answer, name)) ?? answer.columns;
  const [first, ...others] = columns;
  return {
    caption: format.text('table.caption', { title }),
    columns: columns.map((column) => ({
      id: column.name,
      title: format.textIn(column.title),
      numeric: column.role === 'metric',
    })),
    rows: Array.from({ length: answer.rowCount }, (_, row) => ({
      id: String(row),
      header: first ? valueText(answer, first, row, format) : '',
      cells: others.map((column) => valueText(answer, column, row, format)),
    })),
  };
}

function namedColumn(answer: Answer, name: string) {
  if (answer.columns.some((column) => column.name === name)) return columnOf(answer, name);
  throw new LantuError('chart/unsuited', 'the table names a column that the answer does not have', {
    where: 'chart.columns',
    received: quoteValue(name),
    allowed: answer.columns.map((column) => quoteValue(column.name)).join(', '),
  });
}
