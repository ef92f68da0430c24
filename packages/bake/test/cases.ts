import type { Blueprint, Metric } from '@lantu/spec';
import { packageFiles } from '../src/package/package.ts';
import type { Cell, Table } from '../src/package/table.ts';
import type { Sandbox } from './sandbox.ts';

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/** How many cases there are of each area, month and kind. */
export type Counts = readonly (readonly [area: string, month: string, kind: string, cases: number])[];

export const COUNTS: Counts = [
  ['a', '2024-01', 'loan', 8],
  ['a', '2024-02', 'loan', 6],
  ['a', '2024-02', 'visit', 12],
  ['b', '2024-01', 'loan', 5],
  ['b', '2024-03', 'visit', 7],
  ['c', '2024-01', 'visit', 9],
  ['c', '2024-03', 'loan', 20],
];

/** Fewer cases than this are not published. */
export const MINIMUM = 5;

/** Writes a package with a dataset of a row a case into the folder `data`, all of the status `status`. */
export function writeCases(box: Sandbox, counts: Counts = COUNTS, status = 'A'): void {
  for (const [name, bytes] of packageFiles(
    {
      name: 'cases',
      version: '1.0.0',
      title: text('个案', 'Cases'),
      units: [
        { code: 'case', title: text('件', 'cases'), kind: 'count' },
        { code: 'CNY', title: text('元', 'yuan'), kind: 'money' },
      ],
      dimensions: [{ kind: 'time', name: 'period', title: text('时期', 'Period') }],
    },
    [table(counts, status)],
  )) {
    box.write(`data/${name}`, bytes);
  }
}

/** A blueprint over these cases, by area unless `query` says otherwise: a table, which needs no picture, unless `more` does. */
export function casesBlueprint(
  id: string,
  more: Partial<Blueprint> = {},
  query: Partial<Blueprint['query']> = {},
): Blueprint {
  return {
    version: 1,
    id,
    title: text('个案', 'Cases'),
    query: { dataset: 'cases', dimensions: [{ field: 'area' }], metrics: [{ metric: 'cases.amount' }], ...query },
    chart: { type: 'table' },
    ...more,
  };
}

function table(counts: Counts, status: string): Table {
  const rows = counts.flatMap(([area, month, kind, cases]) =>
    Array.from({ length: cases }, (_, index): Cell[] => [area, month, kind, 100 * (index + 1) + 0.5]),
  );
  const column = (place: number) => rows.map((row) => row[place] ?? null);
  return {
    name: 'cases',
    title: text('个案', 'Cases'),
    description: text('测试用', 'For tests'),
    fields: [
      { name: 'area', type: 'string', 'lantu:role': 'dimension' },
      { name: 'month', type: 'yearmonth', 'lantu:role': 'dimension', 'lantu:dimension': 'period' },
      { name: 'kind', type: 'string', 'lantu:role': 'dimension' },
      { name: 'amount', type: 'number', 'lantu:role': 'measure', 'lantu:unit': 'CNY' },
      { name: 'status', type: 'string', 'lantu:role': 'attribute' },
    ],
    columns: { area: column(0), month: column(1), kind: column(2), amount: column(3), status: rows.map(() => status) },
    primaryKey: [],
    origins: [
      { id: 'test', title: text('测试', 'Test'), producer: text('测试', 'Test'), citation: text('测试', 'Test') },
    ],
    asOf: '2024-12-31',
    nature: 'simulated',
    provenance: { status: 'status' },
    metrics: [
      metric('amount', 'CNY', { op: 'sum', field: 'amount' }),
      metric('median', 'CNY', { op: 'median', field: 'amount' }),
      metric('count', 'case', { op: 'count' }, MINIMUM),
      metric('guarded-amount', 'CNY', { op: 'sum', field: 'amount' }, MINIMUM),
      metric('loans', 'case', { op: 'count', where: [{ field: 'kind', op: 'in', values: ['loan'] }] }, MINIMUM),
      metric('loans-part', 'case', { op: 'ratio', numerator: 'cases.loans', denominator: 'cases.count' }),
    ],
  };
}

function metric(name: string, unit: string, measure: Metric['measure'], minimumCount?: number): Metric {
  const code = `cases.${name}`;
  return {
    code,
    dataset: 'cases',
    title: text(name, name),
    unit,
    decimals: 0,
    measure,
    ...(minimumCount && { minimumCount }),
  };
}
