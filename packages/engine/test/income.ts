import { type Answer, checkCatalog, Model, type Query } from '@lantu/spec';
import type { Fixture, Row } from '../conformance/fixture.ts';
import { columnsOf, nativeDuckDB } from '../conformance/native.ts';
import { planQuery } from '../src/plan/index.ts';

const text = (words: string) => ({ 'zh-CN': words });

const AREAS: Row[] = [
  { code: '5401', level: 'prefecture', name: '拉萨市', name_bo: 'ལྷ་ས།', name_en: 'Lhasa', prefecture: '5401' },
  { code: 'a', level: 'village', name: '甲村', name_bo: null, name_en: null, prefecture: '5401' },
  { code: 'b', level: 'village', name: '乙村', name_bo: null, name_en: null, prefecture: '5401' },
  { code: 'c', level: 'village', name: '丙村', name_bo: null, name_en: null, prefecture: '5401' },
];

/** Rows of the dataset `income`: village, year, kind, amount, and what they rest on. */
export const INCOME: Row[] = [
  row('a', 2023, 'industry', 1_400_000, { quote: '2023年140万元', exactness: 'exact' }),
  row('a', 2024, 'industry', 2_160_000, { quote: '2024年攀升至216万元', exactness: 'exact' }),
  row('b', 2022, 'lease', -30, {}),
  row('b', 2024, 'lease', 60, { exactness: 'more-than' }),
  row('b', 2023, 'industry', null, { status: 'Q' }),
  row('c', 2022, 'lease', -40, {}),
  row('c', 2023, 'industry', 100, { status: 'E', origin: 'model' }),
];

function row(area: string, year: number, kind: string, amount: number | null, rest: Row): Row {
  return {
    area,
    year,
    kind,
    amount,
    whole: amount,
    status: 'A',
    origin: 'paper',
    quote: null,
    exactness: null,
    ...rest,
  };
}

const dataset = (name: string, fields: readonly object[], rest: object) => ({
  name,
  path: `${name}.arrow`,
  format: 'arrow',
  mediatype: 'application/vnd.apache.arrow.stream',
  bytes: 0,
  hash: `sha256:${'0'.repeat(64)}`,
  'lantu:title': text(name),
  'lantu:rows': 0,
  'lantu:natures': ['transcribed'],
  'lantu:statuses': ['A'],
  'lantu:origins': ['paper', 'model'],
  'lantu:asOf': '2025-12-31',
  ...rest,
  schema: { fields, ...(rest as { schema?: object }).schema },
});

const field = (name: string, type: string, rest: object = {}) => ({ name, type, 'lantu:role': 'dimension', ...rest });
const metric = (code: string, measure: object, rest: object = {}) => ({
  code: `income.${code}`,
  dataset: 'income',
  title: { 'zh-CN': '收入', en: 'Income' },
  unit: 'CNY',
  decimals: 0,
  better: 'more',
  measure,
  ...rest,
});

/** A star small enough to count by hand. `amount` is a Float64 and `whole` an integer of the same values. */
export function incomeStar(rows: readonly Row[] = INCOME): Fixture {
  const catalog = checkCatalog(
    {
      name: 'income',
      version: '1',
      resources: [
        dataset(
          'areas',
          [
            field('code', 'string', { 'lantu:dimension': 'area' }),
            ...['level', 'name', 'name_bo', 'name_en', 'prefecture'].map((each) => field(each, 'string')),
          ],
          { schema: { primaryKey: ['code'] } },
        ),
        dataset(
          'income',
          [
            field('area', 'string', { 'lantu:dimension': 'area', 'lantu:level': 'village' }),
            field('year', 'year', { 'lantu:dimension': 'period' }),
            field('kind', 'string', {
              categories: [
                { value: 'lease', label: '出租', 'lantu:title': { 'zh-CN': '资产出租', en: 'Leases' } },
                { value: 'industry', label: '产业' },
              ],
            }),
            field('amount', 'number', { 'lantu:role': 'measure', 'lantu:unit': 'CNY' }),
            field('whole', 'integer', { 'lantu:role': 'measure', 'lantu:unit': 'CNY' }),
            ...['status', 'origin', 'quote', 'exactness'].map((each) =>
              field(each, 'string', { 'lantu:role': 'attribute' }),
            ),
          ],
          { 'lantu:provenance': { status: 'status', origin: 'origin', quote: 'quote', exactness: 'exactness' } },
        ),
      ],
      'lantu:title': text('收入'),
      'lantu:origins': ['paper', 'model'].map((id) => ({
        id,
        title: text(id),
        producer: text(id),
        citation: text(id),
      })),
      'lantu:units': [{ code: 'CNY', title: text('元'), kind: 'money' }],
      'lantu:dimensions': [
        {
          kind: 'area',
          name: 'area',
          title: text('地区'),
          dataset: 'areas',
          key: 'code',
          level: 'level',
          names: { 'zh-CN': 'name', bo: 'name_bo', en: 'name_en' },
        },
        { kind: 'time', name: 'period', title: text('年份') },
      ],
      'lantu:metrics': [
        metric('sum', { op: 'sum', field: 'amount' }),
        metric('whole', { op: 'sum', field: 'whole' }),
        metric('median', { op: 'median', field: 'amount' }),
        metric('lease', { op: 'sum', field: 'amount', where: [{ field: 'kind', op: 'in', values: ['lease'] }] }),
        metric('rows', { op: 'count' }),
        metric(
          'losses',
          { op: 'count', where: [{ field: 'amount', op: 'range', lt: 0 }] },
          { additivity: { period: 'last' } },
        ),
        metric('stock', { op: 'sum', field: 'amount' }, { additivity: { period: 'last' } }),
      ],
    },
    'the star of the test',
  );
  return { catalog, tables: { areas: AREAS, income: rows } };
}

/** The answer of native DuckDB over a star. */
export async function answerOf(star: Fixture, query: Query): Promise<Answer> {
  const connection = await nativeDuckDB(star);
  try {
    const plan = planQuery(new Model(star.catalog), query);
    const results = [];
    for (const sql of plan.statements) results.push(await columnsOf(connection, sql));
    return plan.toAnswer(results, { place: 'duckdb-wasm', vintage: 'test' });
  } finally {
    connection.closeSync();
  }
}
