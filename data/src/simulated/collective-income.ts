import type { Table } from '@lantu/bake';
import type { Metric } from '@lantu/spec';
import { INCOME_KINDS, type IncomeRow } from '../simulation/income.ts';
import {
  areaField,
  attribute,
  categories,
  codedField,
  measureField,
  metric,
  NATURE_FIELD,
  SIMULATION,
  STATUS_FIELD,
  simulated,
  words,
} from './describe.ts';

/** Reports of the last year are closed in the summer after it. */
const AS_OF = '2026-06-30';
/** What "in the last three years" is compared with. */
const BASELINE_YEAR = 2022;

const PERIOD = {
  name: 'period',
  type: 'year',
  constraints: { required: true },
  'lantu:title': words(['年份', 'ལོ', 'Year']),
  'lantu:role': 'dimension',
  'lantu:dimension': 'period',
} as const;

const COMMON = {
  origins: [SIMULATION],
  asOf: AS_OF,
  provenance: { nature: 'nature', status: 'status' },
} as const;

/** A row a village and year: income, cost and profit, with those of the baseline year beside them. */
export function collectiveIncomeTable(rows: readonly IncomeRow[]): Table {
  const profit = (row: IncomeRow | undefined) =>
    row?.incomeCny == null || row.costCny === null ? null : row.incomeCny - row.costCny;
  const baselines = new Map(rows.filter((row) => row.year === BASELINE_YEAR).map((row) => [row.village, row]));
  const baseline = (row: IncomeRow) => baselines.get(row.village);
  return {
    name: 'collective-income',
    title: words([
      '村集体经济收入与支出',
      'གྲོང་ཚོའི་མཉམ་སྡེའི་དཔལ་འབྱོར་ཡོང་སྒོ་དང་འགྲོ་སོང',
      'Collective income and cost of villages',
    ]),
    description: words([
      '每个村（社区）每年一行。模拟数据：以真实的村代码为键，按报道中的数字校准。空值（状态 L）表示当年没有上报。',
      undefined,
      'A row a village and year. Simulated: keyed to the real villages and calibrated to the reported figures. Null (status L) where no report came in.',
    ]),
    fields: [
      areaField('village'),
      PERIOD,
      measureField('income_cny', 'CNY', ['集体经济收入', 'མཉམ་སྡེའི་ཡོང་འབབ', 'Collective income'], 0),
      measureField('cost_cny', 'CNY', ['支出', 'འགྲོ་སོང', 'Cost'], 0),
      measureField('profit_cny', 'CNY', ['盈余', 'ཁེ་སྤོགས', 'Profit']),
      measureField(
        'baseline_income_cny',
        'CNY',
        [`${BASELINE_YEAR}年收入`, undefined, `Income of ${BASELINE_YEAR}`],
        0,
      ),
      measureField('baseline_profit_cny', 'CNY', [`${BASELINE_YEAR}年盈余`, undefined, `Profit of ${BASELINE_YEAR}`]),
      attribute('reported_on', 'date', ['上报日期', undefined, 'Reported on']),
      attribute('corrections', 'integer', ['更正次数', undefined, 'Corrections'], {
        constraints: { required: true, minimum: 0 },
      }),
      STATUS_FIELD,
      NATURE_FIELD,
    ],
    columns: {
      area: rows.map((row) => row.village),
      period: rows.map((row) => row.year),
      income_cny: rows.map((row) => row.incomeCny),
      cost_cny: rows.map((row) => row.costCny),
      profit_cny: rows.map(profit),
      baseline_income_cny: rows.map((row) => baseline(row)?.incomeCny ?? null),
      baseline_profit_cny: rows.map((row) => profit(baseline(row))),
      reported_on: rows.map((row) => row.reportedOn),
      corrections: rows.map((row) => row.corrections),
      status: rows.map((row) => row.status),
      nature: simulated(rows.length),
    },
    primaryKey: ['area', 'period'],
    metrics: incomeMetrics(),
    ...COMMON,
  };
}

function incomeMetrics(): Metric[] {
  const of = 'collective-income';
  const reported = { field: 'income_cny', op: 'range', gte: 0 } as const;
  const stock = { additivity: { period: 'last' } } as const;
  const oneYear = { additivity: { period: 'none' } } as const;
  return [
    metric(
      of,
      'income',
      ['集体经济收入', 'མཉམ་སྡེའི་ཡོང་འབབ', 'Collective income'],
      'CNY',
      { op: 'sum', field: 'income_cny' },
      { better: 'more' },
    ),
    metric(of, 'cost', ['集体经济支出', 'མཉམ་སྡེའི་འགྲོ་སོང', 'Collective cost'], 'CNY', { op: 'sum', field: 'cost_cny' }),
    metric(
      of,
      'profit',
      ['集体经济盈余', 'མཉམ་སྡེའི་ཁེ་སྤོགས', 'Collective profit'],
      'CNY',
      { op: 'sum', field: 'profit_cny' },
      { better: 'more' },
    ),
    metric(
      of,
      'mean-income',
      ['村均集体经济收入', undefined, 'Mean income of a village'],
      'CNY',
      { op: 'mean', field: 'income_cny' },
      { ...oneYear, better: 'more' },
    ),
    metric(
      of,
      'median-income',
      ['集体经济收入中位数', undefined, 'Median income of a village'],
      'CNY',
      { op: 'median', field: 'income_cny' },
      { ...oneYear, better: 'more' },
    ),
    metric(
      of,
      'lower-decile-income',
      ['集体经济收入第10百分位', undefined, 'Tenth percentile of village income'],
      'CNY',
      { op: 'quantile', field: 'income_cny', p: 0.1 },
      oneYear,
    ),
    metric(
      of,
      'upper-decile-income',
      ['集体经济收入第90百分位', undefined, 'Ninetieth percentile of village income'],
      'CNY',
      { op: 'quantile', field: 'income_cny', p: 0.9 },
      oneYear,
    ),
    metric(
      of,
      'villages',
      ['上报的村（社区）', 'གྲངས་ཐོ་བཏང་བའི་གྲོང་ཚོ', 'Villages that reported'],
      'village',
      { op: 'count', where: [reported] },
      stock,
    ),
    metric(
      of,
      'villages-below-50000',
      ['收入不足5万元的村', 'ཡོང་འབབ་སྒོར་ཁྲི་ལྔ་མ་ལོངས་པའི་གྲོང་ཚོ', 'Villages with less than 50,000 yuan'],
      'village',
      { op: 'count', where: [{ field: 'income_cny', op: 'range', lt: 50_000 }] },
      { ...stock, better: 'less' },
    ),
    metric(
      of,
      'villages-at-least-1000000',
      ['收入100万元以上的村', 'ཡོང་འབབ་སྒོར་ས་ཡ་གཅིག་ཡན་གྱི་གྲོང་ཚོ', 'Villages with 1 million yuan or more'],
      'village',
      { op: 'count', where: [{ field: 'income_cny', op: 'range', gte: 1_000_000 }] },
      { ...stock, better: 'more' },
    ),
    metric(
      of,
      'villages-in-loss',
      ['集体经济亏损的村', 'གྱོང་གུད་བྱུང་བའི་གྲོང་ཚོ', 'Villages with a loss'],
      'village',
      { op: 'count', where: [{ field: 'profit_cny', op: 'range', lt: 0 }] },
      { ...stock, better: 'less' },
    ),
    metric(
      of,
      'villages-lifted',
      [
        `收入由${BASELINE_YEAR}年不足5万元增至超过5万元的村`,
        undefined,
        `Villages lifted above 50,000 yuan since ${BASELINE_YEAR}`,
      ],
      'village',
      {
        op: 'count',
        where: [
          { field: 'baseline_income_cny', op: 'range', lt: 50_000 },
          { field: 'income_cny', op: 'range', gt: 50_000 },
        ],
      },
      { ...stock, better: 'more' },
    ),
    metric(
      of,
      'villages-turned-profitable',
      [`${BASELINE_YEAR}年以来扭亏为盈的村`, undefined, `Villages turned from loss to profit since ${BASELINE_YEAR}`],
      'village',
      {
        op: 'count',
        where: [
          { field: 'baseline_profit_cny', op: 'range', lt: 0 },
          { field: 'profit_cny', op: 'range', gt: 0 },
        ],
      },
      { ...stock, better: 'more' },
    ),
    metric(
      of,
      'loss-share',
      ['亏损村占比', undefined, 'Share of villages with a loss'],
      'percent',
      { op: 'ratio', numerator: `${of}.villages-in-loss`, denominator: `${of}.villages` },
      { decimals: 1, better: 'less' },
    ),
  ];
}

/** A row a village, year and kind of income; kinds without income have none. */
export function incomeByKindTable(rows: readonly IncomeRow[]): Table {
  const items = rows.flatMap((row) =>
    INCOME_KINDS.map((kind, index) => ({ row, kind, amountCny: row.byKindCny?.[index] ?? 0 })).filter(
      (each) => each.amountCny > 0,
    ),
  );
  const name = 'collective-income-by-kind';
  return {
    name,
    title: words(['村集体经济收入构成', undefined, 'Collective income by kind']),
    description: words([
      '每个村（社区）每年每类收入一行，与“村集体经济收入与支出”中的收入相加一致。模拟数据。',
      undefined,
      'A row a village, year and kind; the kinds add up to the income in collective-income. Simulated.',
    ]),
    fields: [
      areaField('village'),
      PERIOD,
      codedField(
        'kind',
        ['收入类别', 'ཡོང་འབབ་ཀྱི་རིགས', 'Kind of income'],
        categories(INCOME_KINDS, {
          industry: ['产业经营', 'ཐོན་ལས', 'Industry'],
          'leased-assets': ['资产租赁', 'རྒྱུ་ནོར་བོགས་གཏོང', 'Assets leased'],
          services: ['有偿服务', 'ཞབས་ཞུ', 'Services'],
          photovoltaic: ['光伏收益', 'ཉི་འོད་གློག་ཁེ', 'Photovoltaic'],
          subsidies: ['补助收入', 'ཁ་གསབ', 'Subsidies'],
        }),
      ),
      measureField('amount_cny', 'CNY', ['金额', 'དངུལ་འབོར', 'Amount'], 0),
      STATUS_FIELD,
      NATURE_FIELD,
    ],
    columns: {
      area: items.map(({ row }) => row.village),
      period: items.map(({ row }) => row.year),
      kind: items.map(({ kind }) => kind),
      amount_cny: items.map(({ amountCny }) => amountCny),
      status: items.map(({ row }) => row.status),
      nature: simulated(items.length),
    },
    primaryKey: ['area', 'period', 'kind'],
    metrics: [
      metric(
        name,
        'amount',
        ['集体经济收入', 'མཉམ་སྡེའི་ཡོང་འབབ', 'Collective income'],
        'CNY',
        { op: 'sum', field: 'amount_cny' },
        { better: 'more' },
      ),
    ],
    ...COMMON,
  };
}
