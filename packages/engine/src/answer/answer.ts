import {
  type Answer,
  type CellProvenance,
  type DimensionColumn,
  LantuError,
  LOCALES,
  type LocalizedText,
  type MetricColumn,
  quoteValue,
  type Value,
} from '@lantu/spec';
import type { AnsweredBy, Expected, Layout, ResultColumns } from './expected.ts';
import { answerProvenance, cellProvenance } from './provenance.ts';
import { dimensionTitle, metricTitle, metricUnit } from './titles.ts';

/** The answer from the results of a plan's statements, or from columns that another place computed in their form. */
export function answerFrom(results: readonly ResultColumns[], by: AnsweredBy, expected: Expected): Answer {
  const { model, resolved, layout, rowParts, sql } = expected;
  const [main, rows] = widthsChecked(results, [layout.width, ...(rowParts.length > 0 ? [rowParts.length] : [])], sql);
  const dimensions = layout.dimensions.map((each) => dimensionColumn(each, main, sql));
  const metrics = layout.metrics.map(
    ({ metric, values }): MetricColumn => ({
      role: 'metric',
      type: 'number',
      name: metric.name,
      title: metricTitle(metric),
      values: columnAt(main, values).map((value) => exactNumber(value, metric.name, sql)),
      metric: metric.metric.code,
      ...(metric.transform && { transform: metric.transform }),
      ...metricUnit(model, metric),
    }),
  );
  const others =
    layout.others === undefined
      ? []
      : columnAt(main, layout.others).flatMap((each, row) => (each === true ? [row] : []));
  const wantsCells = resolved.query.provenance === 'cells';
  return {
    query: resolved.query,
    columns: [...dimensions, ...metrics],
    rowCount: columnAt(main, 0).length,
    ...(others.length > 0 && { othersRows: others }),
    provenance: answerProvenance(expected, rows ?? []),
    ...(wantsCells && { cells: cellsOf(expected, main) }),
    answeredBy: by.place,
    vintage: by.vintage,
    ...(sql !== undefined && { sql }),
  };
}

function cellsOf(expected: Expected, main: ResultColumns): Record<string, readonly CellProvenance[]> {
  const rowCount = columnAt(main, 0).length;
  return Object.fromEntries(
    expected.layout.metrics.map(({ metric, lists }) => [
      metric.name,
      Array.from({ length: rowCount }, (_, row) =>
        cellProvenance(expected, (part) => {
          const index = lists[part];
          return index === undefined ? undefined : columnAt(main, index)[row];
        }),
      ),
    ]),
  );
}

function dimensionColumn(
  { dimension, values: index, labels }: Layout['dimensions'][number],
  main: ResultColumns,
  sql: string | undefined,
): DimensionColumn {
  const { column, type, grain, bin, name, coarsened } = dimension;
  const { field } = column;
  const values = columnAt(main, index).map((value) => dimensionValue(value, dimension, sql));
  const words = labels ? areaLabels(values, labels, main) : categoryLabels(field.categories ?? [], values);
  return {
    role: 'dimension',
    type,
    name,
    title: dimensionTitle(dimension),
    values,
    ...(grain && { grain }),
    ...(bin && { binWidth: bin.width }),
    ...(type === 'number' && field['lantu:unit'] !== undefined && { unit: field['lantu:unit'] }),
    ...(Object.keys(words).length > 0 && { labels: words }),
    ...(field.categoriesOrdered && !coarsened && { ordered: true }),
  };
}

function dimensionValue(
  value: unknown,
  { type, grain, name }: Layout['dimensions'][number]['dimension'],
  sql: string | undefined,
): Value {
  if (value === null || value === undefined) return null;
  if (type === 'number') return exactNumber(value, name, sql);
  if (type === 'time' && grain === 'year') return String(exactNumber(value, name, sql)).padStart(4, '0');
  if (typeof value === (type === 'time' ? 'string' : type)) return value as string | boolean;
  throw failed(`the column ${JSON.stringify(name)} holds a value of another type`, quoteValue(value), `a ${type}`, sql);
}

function areaLabels(
  codes: readonly Value[],
  labels: NonNullable<Layout['dimensions'][number]['labels']>,
  main: ResultColumns,
): Record<string, LocalizedText> {
  const words = new Map<string, LocalizedText>();
  for (const [row, code] of codes.entries()) {
    if (typeof code !== 'string' || words.has(code)) continue;
    const names = LOCALES.flatMap((locale) => {
      const index = labels[locale];
      const text = index === undefined ? null : columnAt(main, index)[row];
      return typeof text === 'string' && text !== '' ? [[locale, text] as const] : [];
    });
    const { 'zh-CN': zh, ...rest } = Object.fromEntries(names) as Partial<LocalizedText>;
    if (zh !== undefined) words.set(code, { 'zh-CN': zh, ...rest });
  }
  return Object.fromEntries(words);
}

function categoryLabels(
  categories: NonNullable<Layout['dimensions'][number]['dimension']['column']['field']['categories']>,
  values: readonly Value[],
): Record<string, LocalizedText> {
  const present = new Set(values);
  return Object.fromEntries(
    categories
      .filter((each) => present.has(each.value))
      .map((each) => [each.value, each['lantu:title'] ?? { 'zh-CN': each.label }]),
  );
}

/** `value` as a number: null stays null, −0 is 0. */
function exactNumber(value: unknown, name: string, sql: string | undefined): number | null {
  if (value === null || value === undefined) return null;
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (
    typeof number === 'number' &&
    Number.isFinite(number) &&
    (typeof value === 'number' || BigInt(number) === value)
  ) {
    return number === 0 ? 0 : number;
  }
  throw failed(
    `the column ${JSON.stringify(name)} holds what cannot be told as a number exactly`,
    quoteValue(typeof value === 'bigint' ? String(value) : value),
    'finite numbers, and whole ones up to 2^53',
    sql,
  );
}

function widthsChecked(
  results: readonly ResultColumns[],
  widths: readonly number[],
  sql: string | undefined,
): [ResultColumns, ResultColumns?] {
  const received = results.map((each) => each.length);
  const [main, rows] = results;
  const fits = received.length === widths.length && received.every((width, index) => width === widths[index]);
  if (fits && main) return rows ? [main, rows] : [main];
  throw failed(
    'the results have other columns than the statements ask for',
    received.join(' and '),
    widths.join(' and '),
    sql,
  );
}

function columnAt(columns: ResultColumns, index: number): readonly unknown[] {
  const column = columns[index];
  if (column) return column;
  throw new RangeError(`no column ${index}`);
}

function failed(problem: string, received: string, allowed: string, sql: string | undefined): LantuError {
  return new LantuError('engine/query-failed', problem, { received, allowed, ...(sql !== undefined && { sql }) });
}
