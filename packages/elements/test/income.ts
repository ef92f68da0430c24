import type { Answer, Blueprint, CellProvenance, MetricColumn } from '@lantu/spec';

/** The blueprint that {@link incomeAnswer} answers. */
export const incomeBlueprint: Blueprint = {
  version: 1,
  id: 'community-income',
  title: { 'zh-CN': '社区集体经济收入', en: 'Collective income of the community' },
  subtitle: { 'zh-CN': '扎日南木措社区', en: 'Zharinanmucuo' },
  query: {
    dataset: 'figures',
    dimensions: [{ field: 'period', grain: 'year' }],
    metrics: [{ metric: 'figures.collective-income', as: 'income' }],
    provenance: 'cells',
  },
  chart: { type: 'bar' },
};

const income: MetricColumn = {
  role: 'metric',
  type: 'number',
  name: 'income',
  metric: 'figures.collective-income',
  title: { 'zh-CN': '集体经济收入', en: 'Collective income' },
  values: [1_400_000, 2_160_000],
  unit: { code: 'CNY', title: { 'zh-CN': '元', en: 'yuan' }, kind: 'money' },
  decimals: 0,
  better: 'more',
};

function quoted(quote: string): CellProvenance {
  return { origins: ['paper'], natures: ['transcribed'], statuses: ['A'], quotes: [quote] };
}

/** 140万元 in 2023, 216万元 in 2024, each with its sentence. */
export const incomeAnswer: Answer = {
  query: incomeBlueprint.query,
  columns: [
    {
      role: 'dimension',
      type: 'time',
      grain: 'year',
      name: 'period',
      title: { 'zh-CN': '年份', en: 'Year' },
      values: ['2023', '2024'],
    },
    income,
  ],
  rowCount: 2,
  provenance: {
    origins: [
      {
        id: 'paper',
        title: { 'zh-CN': '一批接着一批干', en: 'One batch after another' },
        producer: { 'zh-CN': '报社', en: 'The newspaper' },
        citation: { 'zh-CN': '报社《一批接着一批干》', en: 'The newspaper, One batch after another' },
        url: 'https://example.org/article',
        datePublished: '2026-01-05',
        licence: { name: 'CC-BY-4.0' },
      },
    ],
    natures: ['transcribed'],
    statuses: ['A'],
    asOf: '2025-12-31',
  },
  cells: { income: [quoted('2023年社区集体经济收入140万元'), quoted('2024年攀升至216万元')] },
  answeredBy: 'duckdb-wasm',
  vintage: 'v1',
  sql: 'SELECT "period", sum("value") FROM "figures"',
};

/** The same answer with other numbers. */
export function withValues(values: readonly (number | null)[]): Answer {
  const periods = values.map((_, index) => String(2023 + index));
  const [period] = incomeAnswer.columns;
  if (!period) throw new Error('the income answer lost its period');
  return {
    ...incomeAnswer,
    rowCount: values.length,
    columns: [{ ...period, values: periods } as typeof period, { ...income, values }],
    cells: { income: values.map((value) => quoted(`收入${value}元`)) },
  };
}
