import { type Answer, type Column, type DimensionColumn, LantuError, type MetricColumn, quoteValue } from '@lantu/spec';

/** The columns that a chart specification names, as in {@link ChartSpec}. */
export interface ColumnNames {
  readonly x?: string;
  readonly y?: string;
  readonly series?: string;
}

/** Which column of the answer plays which part. */
export interface ChartColumns {
  /** Null where the answer is one row without dimensions. */
  readonly x: DimensionColumn | null;
  /** At least one; several only without `series`, and then all in one unit. */
  readonly metrics: readonly MetricColumn[];
  readonly series: DimensionColumn | null;
}

/**
 * Finds the columns named, and chooses those left out: `x` the first dimension that `suits`, `series` the next one, `y` the first
 * metric; without a `series`, also all other metrics in the same unit.
 *
 * @throws {LantuError} `chart/unsuited` where a name is unknown, names a column of the wrong role, or is used twice, or where
 *   nothing can be chosen.
 */
export function chartColumns(
  answer: Answer,
  names: ColumnNames,
  suits: (column: DimensionColumn) => boolean = () => true,
): ChartColumns {
  const dimensions = answer.columns.filter((column) => column.role === 'dimension');
  const x =
    names.x === undefined
      ? (dimensions.find((each) => suits(each) && each.name !== names.series) ?? null)
      : dimension(answer, 'x', names.x);
  if (names.series !== undefined && names.series === x?.name) {
    throw new LantuError('chart/unsuited', 'the chart uses one column both along its axis and for its series', {
      where: 'chart.series',
      received: quoteValue(names.series),
      allowed: listed(dimensions.filter((each) => each !== x)),
    });
  }
  const series =
    names.series === undefined
      ? (dimensions.find((each) => each !== x) ?? null)
      : dimension(answer, 'series', names.series);
  return { x, metrics: metricsOf(answer, names.y, series), series };
}

function metricsOf(answer: Answer, name: string | undefined, series: DimensionColumn | null): readonly MetricColumn[] {
  const all = answer.columns.filter((column) => column.role === 'metric');
  if (name !== undefined) {
    const found = all.find((each) => each.name === name);
    if (!found) throw unsuited(answer, 'y', name, all);
    return [found];
  }
  const [first] = all;
  if (!first) {
    throw new LantuError('chart/unsuited', 'there is no number to draw: the answer has no metric', {
      where: 'chart.y',
      received: listed(answer.columns),
    });
  }
  return series ? [first] : all.filter((each) => each.unit.code === first.unit.code);
}

function dimension(answer: Answer, role: 'x' | 'series', name: string): DimensionColumn {
  const dimensions = answer.columns.filter((column) => column.role === 'dimension');
  const found = dimensions.find((each) => each.name === name);
  if (!found) throw unsuited(answer, role, name, dimensions);
  return found;
}

function unsuited(answer: Answer, role: string, name: string, allowed: readonly Column[]): LantuError {
  const other = answer.columns.find((column) => column.name === name);
  const problem = other
    ? `the chart needs a ${role === 'y' ? 'metric' : 'dimension'} here, and that column is a ${other.role}`
    : 'the chart names a column that the answer does not have';
  return new LantuError('chart/unsuited', problem, {
    where: `chart.${role}`,
    received: quoteValue(name),
    allowed: listed(allowed),
  });
}

function listed(columns: readonly Column[]): string {
  return columns.map((column) => quoteValue(column.name)).join(', ') || 'none: the answer has no such column';
}
