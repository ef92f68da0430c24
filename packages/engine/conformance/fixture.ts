import { type Catalog, checkCatalog, type FieldType } from '@lantu/spec';
import { HOSTILE_FIELD, HOSTILE_TABLE, HOSTILE_TEXTS, metrics } from './fixture-metrics.ts';
import { Random } from './random.ts';

/** A stored value; dates as ISO days (a month by its first), years as numbers. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** A small star and its rows. */
export interface Fixture {
  readonly catalog: Catalog;
  readonly tables: Tables;
}

interface FieldDraft {
  readonly name: string;
  readonly type: FieldType;
  readonly [word: string]: unknown;
}

const text = (words: string) => ({ 'zh-CN': words });
const LEVELS = ['township', 'county', 'prefecture', 'region'] as const;
const HASH = `sha256:${'0'.repeat(64)}`;
const STATUSES = ['A', 'E', 'P', 'Q'];
const NATURES = ['transcribed', 'simulated'];

/**
 * The star that places are compared over, with everything in it that has gone wrong somewhere: missing values and keys,
 * suppressed cells, names and values that look like SQL, ties, gaps in time, negative numbers, levels that are mixed, a dataset
 * named as a step of the planner. Numbers are multiples of a quarter, so that sums are the same in any order.
 */
export function fixture(seed: number): Fixture {
  const random = new Random(seed);
  const areas = areaRows();
  const codes = areas.map((each) => String(each['code']));
  const villages = codes.filter((each) => each.length === 12);
  const projects = projectRows(random, villages);
  const tables = {
    areas,
    projects,
    income: incomeRows(random, villages),
    [HOSTILE_TABLE]: paymentRows(
      random,
      projects.map((each) => String(each['id'])),
    ),
    facts: stockRows(random, codes),
  };
  return { catalog: catalogOf(tables), tables };
}

function areaRows(): Row[] {
  const rows: Row[] = [];
  const add = (code: string, level: string, parents: Record<string, string>, name: string | null) => {
    const above = Object.fromEntries(LEVELS.map((each) => [each, level === each ? code : (parents[each] ?? null)]));
    rows.push({
      code,
      level,
      name: name ?? `区域${code}`,
      name_bo: code.endsWith('1') ? `བོད་${code}` : null,
      name_en: null,
      ...above,
    });
  };
  add('54', 'region', {}, '西藏');
  for (const prefecture of ['5401', '5402']) {
    add(prefecture, 'prefecture', { region: '54' }, prefecture === '5401' ? HOSTILE_TEXTS[0] : null);
    for (const county of [`${prefecture}21`, `${prefecture}22`]) {
      add(county, 'county', { region: '54', prefecture }, null);
      for (const township of [`${county}100`, `${county}101`]) {
        add(township, 'township', { region: '54', prefecture, county }, null);
        for (const village of [`${township}001`, `${township}002`]) {
          add(village, 'village', { region: '54', prefecture, county, township }, null);
        }
      }
    }
  }
  return rows;
}

function projectRows(random: Random, villages: readonly string[]): Row[] {
  return Array.from({ length: 14 }, (_, index) => ({
    id: index < HOSTILE_TEXTS.length ? (HOSTILE_TEXTS[index] ?? '') : `p${index}`,
    area: random.maybe(0.1, () => random.pick(villages)),
    industry: random.maybe(0.15, () => random.pick(['planting', 'herding', 'tourism', 'other', 'zoo'])),
    started: random.maybe(0.1, () => `202${random.below(4)}-0${1 + random.below(9)}-1${random.below(9)}`),
    budget: random.maybe(0.1, () => random.below(400) * 2.5),
  }));
}

function incomeRows(random: Random, villages: readonly string[]): Row[] {
  return villages.flatMap((area) =>
    [2021, 2022, 2023, 2025].flatMap((year) => {
      if (random.chance(0.2)) return [];
      return ['b-kind', 'a-kind', "it's"].flatMap((kind) => {
        if (random.chance(0.3)) return [];
        const status = random.pick(STATUSES);
        return {
          area: random.chance(0.03) ? 'unknown' : area,
          year: random.chance(0.03) ? null : year,
          kind: random.maybe(0.05, () => kind),
          amount: status === 'Q' ? null : random.below(80) * 0.25 - 5,
          jobs: random.maybe(0.2, () => random.below(9) - 2),
          nature: random.maybe(0.05, () => random.pick(NATURES)),
          status,
          origin: random.maybe(0.05, () => random.pick(['paper', 'model'])),
          quote: random.maybe(0.7, () => random.pick(HOSTILE_TEXTS)),
          exactness: random.maybe(0.2, () => random.pick(['exact', 'more-than', 'about'])),
        };
      });
    }),
  );
}

function paymentRows(random: Random, projects: readonly string[]): Row[] {
  const days = [
    '2023-02-28',
    '2023-12-31',
    '2024-01-01',
    '2024-02-28',
    '2024-02-29',
    '2024-03-31',
    '2024-05-30',
    '2025-02-28',
    '2025-03-01',
  ];
  return Array.from({ length: 90 }, () => ({
    project: random.chance(0.1) ? 'nowhere' : random.maybe(0.05, () => random.pick(projects)),
    day: random.maybe(0.05, () => random.pick(days)),
    [HOSTILE_FIELD]: random.maybe(0.1, () => random.pick(HOSTILE_TEXTS)),
    'Amount, CNY': random.maybe(0.1, () => random.below(200) * 0.25 - 20),
    count: random.maybe(0.1, () => random.below(40) - 5),
    ok: random.maybe(0.2, () => random.chance(0.5)),
    status: random.pick(STATUSES),
  }));
}

function stockRows(random: Random, codes: readonly string[]): Row[] {
  const months = ['2023-01-01', '2023-02-01', '2023-12-01', '2024-01-01', '2024-02-01', '2024-06-01', '2025-02-01'];
  return codes.flatMap((area) =>
    months.flatMap((month) =>
      random.chance(0.45)
        ? []
        : {
            area,
            month: random.chance(0.03) ? null : month,
            villages: random.maybe(0.1, () => random.below(20)),
            rate: random.maybe(0.1, () => random.below(16) / 4),
            grouped: random.pick(['x', 'X', 'y']),
          },
    ),
  );
}

function catalogOf(tables: Tables): Catalog {
  const areaKey = (fields: string) => ({ fields, reference: { resource: 'areas', fields: 'code' } });
  const dataset = (name: string, fields: readonly FieldDraft[], keys: object, rest: object = {}) => ({
    name,
    path: `${name.replaceAll(/\W/g, '-')}.arrow`,
    format: 'arrow',
    mediatype: 'application/vnd.apache.arrow.stream',
    bytes: 0,
    hash: HASH,
    schema: { fields: fields.map((each) => ({ 'lantu:role': 'dimension', ...each })), ...keys },
    'lantu:title': text(name),
    'lantu:rows': tables[name]?.length ?? 0,
    'lantu:natures': ['simulated'],
    'lantu:statuses': ['A'],
    'lantu:origins': ['model'],
    'lantu:asOf': '2025-12-31',
    ...rest,
  });
  const category = (value: string) => ({ value, label: `«${value}»` });
  const area = { 'lantu:dimension': 'area' };
  const village = { ...area, 'lantu:level': 'village' };
  const period = { 'lantu:dimension': 'period' };
  const measure = { 'lantu:role': 'measure' };
  const string = (name: string, words: object = {}): FieldDraft => ({ name, type: 'string', ...words });
  const catalog: unknown = {
    name: 'conformance',
    version: '1.0.0',
    resources: [
      dataset(
        'areas',
        [string('code', area), ...['level', 'name', 'name_bo', 'name_en', ...LEVELS].map((each) => string(each))],
        { primaryKey: ['code'] },
        { 'lantu:natures': ['official'], 'lantu:origins': ['divisions'] },
      ),
      dataset(
        'projects',
        [
          string('id'),
          string('area', village),
          string('industry', {
            categories: ['tourism', 'planting', 'herding', 'other'].map(category),
            categoriesOrdered: true,
          }),
          { name: 'started', type: 'date' },
          { name: 'budget', type: 'number', 'lantu:unit': 'CNY', ...measure },
        ],
        { primaryKey: ['id'], foreignKeys: [areaKey('area')] },
      ),
      dataset(
        'income',
        [
          string('area', village),
          { name: 'year', type: 'year', ...period },
          string('kind', { categories: ["it's", 'b-kind'].map(category) }),
          { name: 'amount', type: 'number', ...measure },
          { name: 'jobs', type: 'integer', ...measure },
          ...['nature', 'status', 'origin', 'quote', 'exactness'].map((each) => string(each)),
        ],
        { foreignKeys: [areaKey('area')] },
        {
          'lantu:origins': ['paper', 'model'],
          'lantu:provenance': {
            nature: 'nature',
            status: 'status',
            origin: 'origin',
            quote: 'quote',
            exactness: 'exactness',
          },
        },
      ),
      dataset(
        HOSTILE_TABLE,
        [
          string('project'),
          { name: 'day', type: 'date', ...period },
          string(HOSTILE_FIELD),
          { name: 'Amount, CNY', type: 'number', ...measure },
          { name: 'count', type: 'integer', ...measure },
          { name: 'ok', type: 'boolean' },
          string('status'),
        ],
        { foreignKeys: [{ fields: 'project', reference: { resource: 'projects', fields: 'id' } }] },
        { 'lantu:provenance': { status: 'status' }, 'lantu:natures': ['derived'], 'lantu:origins': ['paper'] },
      ),
      dataset(
        'facts',
        [
          string('area', area),
          { name: 'month', type: 'yearmonth', ...period },
          { name: 'villages', type: 'integer', ...measure },
          { name: 'rate', type: 'number', ...measure },
          string('grouped'),
        ],
        {},
      ),
    ],
    'lantu:title': text('一致性'),
    'lantu:origins': ['paper', 'model', 'divisions'].map((id) => ({
      id,
      title: text(id),
      producer: text(id),
      citation: text(id),
    })),
    'lantu:units': [
      { code: 'CNY', title: text('元'), kind: 'money' },
      { code: 'one', title: text('个'), kind: 'count' },
    ],
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
      { kind: 'time', name: 'period', title: text('时间') },
    ],
    'lantu:metrics': metrics,
  };
  return checkCatalog(catalog, 'the fixture');
}
