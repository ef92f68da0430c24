/** Texts that have ended a statement, a string, a tag or a character somewhere. */
export const HOSTILE_TEXTS = [
  '"; DROP TABLE x; --',
  "'",
  '"',
  '<img onerror=alert(1)>',
  'a\0b',
  '🏔️ 😀',
  '\uFFFD',
  'line\nbreak',
  'E\\n%_',
] as const;

export const HOSTILE_TABLE = `pay"ments'; --`;
export const HOSTILE_FIELD = '"; DROP TABLE x; --';

const text = (words: string) => ({ 'zh-CN': words, en: words });
const metric = (dataset: string, code: string, measure: object, rest: object = {}) => ({
  code,
  dataset,
  title: text(code),
  unit: 'one',
  decimals: 2,
  measure,
  ...rest,
});

const OPS = ['sum', 'mean', 'min', 'max', 'median', 'variance', 'stddev', 'distinct'] as const;
const measuresOf = (dataset: string, prefix: string, field: string) =>
  OPS.map((op) => metric(dataset, `${prefix}.${op}`, { op, field }));

const aKind = [{ field: 'kind', op: 'in', values: ['a-kind'] }];
const since2022 = [{ field: 'period', op: 'range', gte: '2022' }];

export const metrics: readonly object[] = [
  metric('areas', 'areas.count', { op: 'count' }),
  metric('areas', 'areas.named', { op: 'distinct', field: 'name_bo' }),
  metric('projects', 'projects.count', { op: 'count' }),
  ...measuresOf('projects', 'projects.budget', 'budget'),
  metric('projects', 'projects.places', { op: 'distinct', field: 'area.county' }),
  metric('income', 'income.rows', { op: 'count' }),
  ...measuresOf('income', 'income.amount', 'amount'),
  ...measuresOf('income', 'income.jobs', 'jobs'),
  metric('income', 'income.q1', { op: 'quantile', field: 'amount', p: 0.25 }),
  metric('income', 'income.q9', { op: 'quantile', field: 'jobs', p: 0.9 }),
  metric('income', 'income.high', { op: 'count', where: [{ field: 'amount', op: 'range', gte: 5 }] }),
  metric('income', 'income.a', { op: 'sum', field: 'amount', where: aKind }),
  metric('income', 'income.b', {
    op: 'median',
    field: 'amount',
    where: [{ field: 'kind', op: 'not-in', values: ['a-kind'] }],
  }),
  metric('income', 'income.a-late', { op: 'mean', field: 'jobs', where: [...aKind, ...since2022] }),
  metric('income', 'income.a-to-b', { op: 'ratio', numerator: 'income.a', denominator: 'income.b' }),
  metric('income', 'income.part-a', { op: 'ratio', numerator: 'income.a', denominator: 'income.amount.sum' }),
  metric('income', 'income.a-job', { op: 'ratio', numerator: 'income.jobs.sum', denominator: 'income.rows' }),
  metric('income', 'income.spread', { op: 'ratio', numerator: 'income.amount.max', denominator: 'income.amount.min' }),
  metric('income', 'income.stock', { op: 'sum', field: 'jobs' }, { additivity: { period: 'last' } }),
  metric(
    'income',
    'income.losses',
    { op: 'count', where: [{ field: 'amount', op: 'range', lt: -4 }] },
    { additivity: { period: 'last' } },
  ),
  metric(
    'income',
    'income.losses-a',
    { op: 'count', where: [...aKind, { field: 'amount', op: 'range', lt: 0 }] },
    { additivity: { period: 'last' } },
  ),
  metric('income', 'income.stock-a', { op: 'sum', field: 'amount', where: aKind }, { additivity: { period: 'last' } }),
  metric('income', 'income.stock-share', { op: 'ratio', numerator: 'income.stock-a', denominator: 'income.stock' }),
  metric('income', 'income.one-kind', { op: 'sum', field: 'amount' }, { additivity: { kind: 'none' } }),
  metric('pay"ments\'; --', 'pay.count', { op: 'count' }),
  ...measuresOf('pay"ments\'; --', 'pay.amount', 'Amount, CNY'),
  ...measuresOf('pay"ments\'; --', 'pay."count', 'count'),
  metric('pay"ments\'; --', 'pay.in-nature', {
    op: 'sum',
    field: 'count',
    where: [{ field: 'project.industry', op: 'in', values: ['planting', null] }],
  }),
  metric('pay"ments\'; --', 'pay.here', {
    op: 'count',
    where: [{ field: 'area', grain: 'prefecture', op: 'in', values: ['5401'] }],
  }),
  metric('pay"ments\'; --', 'pay.ok-part', { op: 'ratio', numerator: 'pay.ok', denominator: 'pay.count' }),
  metric('pay"ments\'; --', 'pay.ok', { op: 'count', where: [{ field: 'ok', op: 'in', values: [true] }] }),
  metric('pay"ments\'; --', 'pay.level', { op: 'sum', field: 'count' }, { additivity: { period: 'last' } }),
  metric('facts', 'facts.villages', { op: 'sum', field: 'villages' }, { additivity: { period: 'last', area: 'none' } }),
  metric('facts', 'facts.villages-any', { op: 'sum', field: 'villages' }, { additivity: { month: 'last' } }),
  metric('facts', 'facts.rate', { op: 'mean', field: 'rate' }, { additivity: { period: 'none' } }),
  metric('facts', 'facts.rate-top', { op: 'max', field: 'rate' }),
];
