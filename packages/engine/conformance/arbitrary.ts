import { type Catalog, type Dataset, type Filter, type Grain, metricName, type Query } from '@lantu/spec';
import fc from 'fast-check';
import { HOSTILE_TEXTS } from './fixture-metrics.ts';

/** Results that differ in the last bits from place to place: nothing is ordered or ranked by them. */
const INEXACT = /variance|stddev|q9/;

const AREA_GRAINS = ['village', 'township', 'county', 'prefecture', 'region'] as const;
const TIME_GRAINS = ['day', 'month', 'quarter', 'year'] as const;
const AREAS = ['54', '5401', '5402', '540121', '540222', '540121100', '540121100001', '540222101002', 'unknown'];
const PERIODS: Readonly<Record<(typeof TIME_GRAINS)[number], readonly string[]>> = {
  day: ['2023-02-28', '2024-02-29', '2024-03-31', '2025-02-28'],
  month: ['2023-01', '2023-12', '2024-02', '2024-06'],
  quarter: ['2023-Q1', '2023-Q4', '2024-Q1', '2025-Q1'],
  year: ['2021', '2022', '2023', '2024', '2025'],
};
const TEXTS = [
  ...HOSTILE_TEXTS,
  'planting',
  'tourism',
  'other',
  'zoo',
  'a-kind',
  'b-kind',
  "it's",
  'x',
  'X',
  'A',
  'Q',
  'county',
  'p12',
];

interface Askable {
  readonly field: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'area' | 'time';
  readonly grains: readonly Grain[];
}

/** Queries over the fixture's catalog. Most make sense; the rest is what the model refuses. */
export function queries(catalog: Catalog): fc.Arbitrary<Query> {
  return fc.constantFrom(...catalog.resources).chain((dataset) => queriesOf(catalog, dataset));
}

function queriesOf(catalog: Catalog, dataset: Dataset): fc.Arbitrary<Query> {
  const fields = askable(catalog, dataset);
  const codes = catalog['lantu:metrics'].filter((each) => each.dataset === dataset.name).map((each) => each.code);
  const times = fields.filter((each) => each.kind === 'time');
  const grouping = times.length === 0 ? fields : [...fields, ...times, ...times, ...times];
  const dimension = fc.constantFrom(...grouping).chain(({ field, kind, grains }) =>
    fc.record({
      field: fc.constant(field),
      ...(grains.length > 0 && { grain: fc.option(fc.constantFrom(...grains), { nil: undefined, freq: 3 }) }),
      ...(kind === 'number' && {
        bin: fc.record(
          { width: fc.constantFrom(1, 5, 0.1, 2.5, 1000), origin: fc.constantFrom(0, -1, 0.5, 3000) },
          { requiredKeys: ['width'] },
        ),
      }),
    }),
  );
  const named = fc.array(dimension, { maxLength: 3 }).map((list) =>
    list.map((each, index) => {
      const repeats = list.slice(0, index).some((other) => other.field === each.field);
      return defined({ ...each, ...(repeats && { as: `"${each.field}' ${index}` }) });
    }),
  );
  const filter = fc.constantFrom(...fields).chain(filterOn);
  return fc
    .record({
      dimensions: named,
      metrics: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }),
      filters: fc.array(filter, { maxLength: 2 }),
      seeds: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
    })
    .map(({ dimensions, metrics, filters, seeds }) => {
      const times = dimensions.filter((each) =>
        fields.some(({ field, kind }) => field === each.field && kind === 'time'),
      );
      return finished(
        catalog,
        { dataset: dataset.name, dimensions, filters },
        metrics,
        times.length === 1,
        seeds,
      ) as Query;
    });
}

/** Adds what refers to columns of the answer: transforms, order and limit, picked by `seeds`. */
function finished(
  catalog: Catalog,
  start: { dataset: string; dimensions: readonly { field: string; as?: string }[]; filters: readonly Filter[] },
  codes: readonly string[],
  canChange: boolean,
  seeds: readonly number[],
): unknown {
  const { dimensions } = start;
  const names = dimensions.map((each) => each.as ?? each.field);
  const seed = (index: number, limit: number) => (seeds[index] ?? 0) % limit;
  const within = names.filter((_, index) => seed(index, 2) === 0);
  const name = names[seed(3, Math.max(1, names.length))];
  const sums = [
    { op: 'share', within },
    { op: 'share' },
    ...(name === undefined ? [] : [{ op: 'running-total', along: name }]),
  ];
  const changes = {
    op: 'change',
    to: seed(4, 2) === 0 ? 'previous' : 'year-ago',
    form: seed(5, 2) === 0 ? 'difference' : 'ratio',
  };
  const metrics = codes.flatMap((metric, index) => {
    const op = catalog['lantu:metrics'].find((each) => each.code === metric)?.measure.op;
    const transforms = [
      ...(INEXACT.test(metric)
        ? []
        : [{ op: 'rank', within, order: seed(4, 2) === 0 ? 'asc' : 'desc' }, { op: 'rank' }]),
      ...(op === 'sum' || op === 'count' ? sums : []),
      ...(canChange ? [changes, changes, changes] : []),
    ];
    const transform = transforms[seed(6 + index, transforms.length + 2)];
    if (!transform) return [{ metric }];
    return seed(9, 2) === 0 ? [{ metric }, { metric, transform }] : [{ metric, transform }];
  });
  const columns = metrics
    .map((each) => metricName(each as Query['metrics'][number]))
    .filter((each) => !INEXACT.test(each));
  const by = columns[seed(9, Math.max(1, columns.length))];
  const ordered = by !== undefined && seed(10, 3) === 0;
  const order = [
    ...(ordered ? [{ by, direction: seed(0, 2) === 0 ? 'asc' : 'desc' }] : []),
    ...(name !== undefined && seed(10, 4) === 1 ? [{ by: name, direction: 'desc' }] : []),
  ];
  const top = { top: 1 + seed(1, 4), of: name, by, ...(seed(2, 3) > 0 && { others: true }) };
  const limits = [
    undefined,
    undefined,
    { rows: 1 + seed(1, 9) },
    ...(name === undefined || by === undefined ? [] : [top, top]),
  ];
  const limit = limits[seed(11, limits.length)];
  return {
    ...start,
    metrics,
    order,
    ...(limit && { limit }),
    ...(seed(5, 4) === 0 && { provenance: 'cells' }),
  };
}

function filterOn({ field, kind, grains }: Askable): fc.Arbitrary<Filter> {
  const grain =
    grains.length > 0 ? fc.option(fc.constantFrom(...grains), { nil: undefined, freq: 3 }) : fc.constant(undefined);
  return grain.chain((at) => {
    const value = filterValue(kind, at ?? grains[0]);
    const listed = fc.record({
      field: fc.constant(field),
      grain: fc.constant(at),
      op: fc.constantFrom('in' as const, 'not-in' as const),
      values: fc.array(fc.option(value, { freq: 6 }), { minLength: 1, maxLength: 4 }),
    });
    const range = fc.record(
      {
        field: fc.constant(field),
        grain: fc.constant(at),
        op: fc.constant('range' as const),
        gte: value as fc.Arbitrary<string | number>,
        gt: value as fc.Arbitrary<string | number>,
        lte: value as fc.Arbitrary<string | number>,
        lt: value as fc.Arbitrary<string | number>,
      },
      { requiredKeys: ['field', 'grain', 'op'] },
    );
    return fc.oneof(listed, ...(kind === 'boolean' ? [] : [range])).map((each) => defined(each) as Filter);
  });
}

function filterValue(kind: Askable['kind'], grain: Grain | undefined): fc.Arbitrary<string | number | boolean> {
  if (kind === 'number') return fc.constantFrom(-3, 0, 1, 2.5, 5, 12.25, 700, 0.1);
  if (kind === 'boolean') return fc.boolean();
  if (kind === 'area') return fc.constantFrom(...AREAS);
  if (kind === 'text') return fc.constantFrom(...TEXTS);
  return fc.constantFrom(...PERIODS[TIME_GRAINS.find((each) => each === grain) ?? 'year']);
}

/** Every name that `dataset` can be asked by. */
function askable(catalog: Catalog, dataset: Dataset): Askable[] {
  const kinds = {
    string: 'text',
    integer: 'number',
    number: 'number',
    boolean: 'boolean',
    date: 'time',
    yearmonth: 'time',
    year: 'time',
  } as const;
  const own = (owner: Dataset, prefix: string): Askable[] =>
    owner.schema.fields.map((field) => {
      const isArea = field['lantu:dimension'] === 'area';
      const level = field['lantu:level'];
      const kind = isArea ? 'area' : kinds[field.type];
      const from = { date: 0, yearmonth: 1, year: 3 }[field.type as 'date'];
      const levels = level === undefined ? AREA_GRAINS : AREA_GRAINS.slice(AREA_GRAINS.indexOf(level));
      const grains = isArea ? levels : kind === 'time' ? TIME_GRAINS.slice(from) : [];
      return { field: `${prefix}${field.name}`, kind, grains };
    });
  const parents = (dataset.schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const parent = catalog.resources.find((each) => each.name === reference.resource);
    return parent ? own(parent, `${fields}.`) : [];
  });
  const ownFields = own(dataset, '');
  const shared = catalog['lantu:dimensions'].flatMap(({ name }) => {
    const direct = dataset.schema.fields.find((each) => each['lantu:dimension'] === name);
    const through = parents.find((each) => each.field.endsWith('.area') && name === 'area');
    const holder = direct ? ownFields.find((each) => each.field === direct.name) : through;
    return holder ? [{ ...holder, field: name }] : [];
  });
  return [...new Map([...ownFields, ...parents, ...shared].map((each) => [each.field, each])).values()];
}

function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
