import type { Answer, CellProvenance } from '@lantu/spec';
import { answer, INCOME, metric, periods } from '../src/examples/answer.ts';

const CELL: CellProvenance = { origins: [], natures: ['transcribed'], statuses: ['A'], quotes: [] };

/** A metric `income` a year from 2023 on, with what each number rests on: `cells` by row, left out where it is plain. */
export function incomeAnswer(
  values: readonly (number | null)[] = [1_400_000, 2_160_000],
  cells: readonly Partial<CellProvenance>[] = [],
): Answer {
  const years = values.map((_, index) => String(2023 + index));
  return answer([periods(years), metric('income', INCOME, values)], {
    cells: { income: values.map((_, row) => ({ ...CELL, ...cells[row] })) },
  });
}
