import {
  type Catalog,
  type CellProvenance,
  type DimensionRef,
  dimensionName,
  type Measure,
  type MetricRef,
  metricName,
  type Query,
  type Transform,
  type Value,
} from '@lantu/spec';
import type { Fixture, Row } from './fixture.ts';
import { compareValues, ReferenceColumns, type ReferenceValues } from './reference-columns.ts';
import { ReferenceMeasures } from './reference-measures.ts';

/** What of an answer places must agree on. */
export interface Agreed {
  readonly names: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly othersRows: readonly number[];
  readonly natures: readonly string[];
  readonly statuses: readonly string[];
  readonly origins: readonly string[];
  readonly cells?: Readonly<Record<string, readonly CellProvenance[]>>;
}

interface Dimension extends ReferenceValues {
  readonly name: string;
  readonly ref: DimensionRef;
  readonly value: (row: Row) => Value;
}

interface Group {
  readonly values: readonly Value[];
  readonly isOthers: boolean;
  readonly rows: readonly Row[];
  /** Of each metric of the query, before transforms. */
  readonly plain: readonly (number | null)[];
  readonly rests: readonly (readonly Row[])[];
}

interface Finished {
  readonly group: Group;
  readonly numbers: readonly (number | null)[];
  readonly rests: readonly (readonly Row[])[];
}

/** The answer to a query that the planner accepts, computed row by row from the definitions: slow, and as plain as possible. */
export function evaluate(fixture: Fixture, query: Query): Agreed {
  const columns = new ReferenceColumns(fixture);
  const dimensions = (query.dimensions ?? []).map((ref) => dimensionOf(columns, query.dataset, ref));
  const passes = (query.filters ?? []).map((each) => columns.filter(query.dataset, each));
  const isAbout = aboutRows(fixture, query, columns);
  const scope = (fixture.tables[query.dataset] ?? []).filter(
    (row) => passes.every((each) => each(row)) && isAbout(row),
  );
  const measures = new ReferenceMeasures(fixture.catalog, columns, scope);

  const group = (rows: readonly Row[], by: readonly Dimension[], isOthers: boolean): Group => {
    const measured = query.metrics.map((each) => measures.measure(each.metric, rows, by));
    const [first] = rows;
    return {
      values: dimensions.map((each) => (first && by.includes(each) ? each.value(first) : null)),
      isOthers,
      rows,
      plain: measured.map((each) => each.value),
      rests: measured.map((each) => each.rows),
    };
  };
  const groups = grouped(scope, dimensions).map((rows) => group(rows, dimensions, false));
  const kept = topValues(query, scope, dimensions, measures);
  const { limit } = query;
  const of = limit && 'top' in limit ? dimensions.findIndex((each) => each.name === limit.of) : -1;
  if (kept && limit && 'top' in limit && limit.others) {
    const by = dimensions.filter((_, index) => index !== of);
    const rest = scope.filter((row) => !kept.includes(dimensions[of]?.value(row) ?? null));
    if (rest.length > 0) groups.push(...grouped(rest, by).map((rows) => group(rows, by, true)));
  }

  const finished = groups.map((each): Finished => {
    const numbers = query.metrics.map((ref, index) => transformedNumber(each, groups, index, ref, dimensions, of));
    return { group: each, numbers: numbers.map(([number]) => number), rests: numbers.map(([, rests]) => rests) };
  });
  const shown = finished.filter((each) => each.group.isOthers || !kept || kept.includes(each.group.values[of] ?? null));
  const sorted = shown.sort(comparison(query, dimensions, of));
  const rows = limit && 'rows' in limit ? sorted.slice(0, limit.rows) : sorted;
  return {
    names: [...dimensions.map((each) => each.name), ...query.metrics.map(metricName)],
    rows: rows.map((each) => [...each.group.values, ...each.numbers]),
    othersRows: rows.flatMap((each, index) => (each.group.isOthers ? [index] : [])),
    ...provenanceOf(fixture, query, scope, dimensions, measures, columns),
    ...(query.provenance === 'cells' && { cells: cellsOf(fixture, query, rows) }),
  };
}

/** Rows of which no metric takes anything make no group, unless one counts: then nothing is a number too. */
function aboutRows({ catalog }: Fixture, query: Query, columns: ReferenceColumns): (row: Row) => boolean {
  const asked = query.metrics.map((each) => measureOf(catalog, each.metric));
  if (asked.some((each) => each.op === 'count' || each.op === 'distinct')) return () => true;
  const parts = asked.flatMap((each) =>
    each.op === 'ratio' ? [measureOf(catalog, each.numerator), measureOf(catalog, each.denominator)] : [each],
  );
  const takes = parts.map((part) => {
    const picks = ('where' in part ? (part.where ?? []) : [])
      .filter((each) => columns.column(query.dataset, each.field).field['lantu:role'] === 'dimension')
      .map((each) => columns.filter(query.dataset, each));
    return (row: Row) => picks.every((each) => each(row));
  });
  return (row) => takes.some((each) => each(row));
}

function measureOf(catalog: Catalog, code: string): Measure {
  const metric = catalog['lantu:metrics'].find((each) => each.code === code);
  if (!metric) throw new Error(`no metric ${code}`);
  return metric.measure;
}

function dimensionOf(columns: ReferenceColumns, dataset: string, ref: DimensionRef): Dimension {
  const values = columns.values(dataset, ref.field, ref.grain);
  const { bin } = ref;
  const value = (row: Row): Value => {
    const own = values.at(row);
    if (!bin || own === null) return own;
    const origin = bin.origin ?? 0;
    return Math.floor((Number(own) - origin) / bin.width) * bin.width + origin;
  };
  return { ...values, name: dimensionName(ref), ref, value };
}

function grouped(rows: readonly Row[], dimensions: readonly Dimension[]): Row[][] {
  if (dimensions.length === 0) return [[...rows]];
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(dimensions.map((each) => each.value(row)));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function topValues(
  { limit, metrics }: Query,
  scope: readonly Row[],
  dimensions: readonly Dimension[],
  measures: ReferenceMeasures,
): readonly Value[] | undefined {
  if (!limit || 'rows' in limit) return undefined;
  const of = dimensions.find((each) => each.name === limit.of);
  const by = metrics.find((each) => metricName(each) === limit.by);
  if (!of || !by) throw new Error('the limit names what is not there');
  return grouped(scope, [of])
    .map((rows) => ({ value: of.value(rows[0] as Row), number: measures.measure(by.metric, rows, [of]).value }))
    .sort((a, b) => compareLast(a.number, b.number, 'desc') || compareIn(of, a.value, b.value, 'asc'))
    .slice(0, limit.top)
    .map((each) => each.value);
}

/** The number of a metric in a group after its transform, and the rows it rests on. */
function transformedNumber(
  group: Group,
  groups: readonly Group[],
  index: number,
  { transform }: MetricRef,
  dimensions: readonly Dimension[],
  of: number,
): [number | null, readonly Row[]] {
  const value = group.plain[index] ?? null;
  const rests = group.rests[index] ?? [];
  if (!transform) return [value, rests];
  const named = (names: readonly string[]) =>
    dimensions.flatMap((each, place) => (names.includes(each.name) ? [place] : []));
  const agrees = (places: readonly number[], other: Group) =>
    places.every((each) => other.values[each] === group.values[each]);
  switch (transform.op) {
    case 'share': {
      const within = named(transform.within ?? []);
      const ofOthers = within.includes(of) && group.isOthers;
      const peers = groups.filter((each) => each.isOthers === ofOthers && agrees(within, each));
      const total = sumOf(peers.map((each) => each.plain[index] ?? null));
      return [value === null || !total ? null : value / total, rests];
    }
    case 'rank': {
      const within = named(transform.within ?? []);
      if (value === null || (group.isOthers && !within.includes(of))) return [null, rests];
      const peers = groups.filter((each) => each.isOthers === group.isOthers && agrees(within, each));
      const better = peers.filter((each) => {
        const other = each.plain[index] ?? null;
        return other !== null && (transform.order === 'asc' ? other < value : other > value);
      });
      return [better.length + 1, rests];
    }
    case 'running-total': {
      const along = dimensions.findIndex((each) => each.name === transform.along);
      if (group.isOthers && along === of) return [null, []];
      const dimension = dimensions[along] as Dimension;
      const apart = dimensions.map((_, place) => place).filter((place) => place !== along);
      const passed = groups.filter(
        (each) =>
          each.isOthers === group.isOthers &&
          agrees(apart, each) &&
          compareIn(dimension, each.values[along] ?? null, group.values[along] ?? null, 'asc') <= 0,
      );
      return [
        sumOf(passed.map((each) => each.plain[index] ?? null)),
        passed.flatMap((each) => each.rests[index] ?? []),
      ];
    }
    case 'change':
      return changed(group, groups, index, transform, dimensions, agrees);
  }
}

function changed(
  group: Group,
  groups: readonly Group[],
  index: number,
  { to, form }: Extract<Transform, { op: 'change' }>,
  dimensions: readonly Dimension[],
  agrees: (places: readonly number[], other: Group) => boolean,
): [number | null, readonly Row[]] {
  const time = dimensions.findIndex(
    (each) => each.field.type === 'date' || each.field.type === 'yearmonth' || each.field.type === 'year',
  );
  const apart = dimensions.map((_, place) => place).filter((place) => place !== time);
  const period = group.values[time] ?? null;
  const wanted = period === null ? null : periodBefore(String(period), to);
  const before =
    wanted === null
      ? undefined
      : groups.find((each) => each.isOthers === group.isOthers && each.values[time] === wanted && agrees(apart, each));
  const now = group.plain[index] ?? null;
  const then = before?.plain[index] ?? null;
  const rests = [...(group.rests[index] ?? []), ...(before?.rests[index] ?? [])];
  if (now === null || then === null) return [null, rests];
  if (form === 'difference') return [now - then, rests];
  return [then > 0 ? (now - then) / then : null, rests];
}

function periodBefore(period: string, to: 'previous' | 'year-ago'): string {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return String(year - 1);
  if (to === 'year-ago') return period.endsWith('-02-29') ? `${year - 1}-02-28` : `${year - 1}${period.slice(4)}`;
  if (period.includes('Q')) {
    const quarter = Number(period.slice(6));
    return quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`;
  }
  const length = period.length;
  const start = new Date(`${period.padEnd(10, '-01')}T00:00:00Z`);
  if (length === 7) start.setUTCMonth(start.getUTCMonth() - 1);
  else start.setUTCDate(start.getUTCDate() - 1);
  return start.toISOString().slice(0, length);
}

function comparison(query: Query, dimensions: readonly Dimension[], of: number): (a: Finished, b: Finished) => number {
  const named = query.order ?? [];
  const rest = dimensions.filter((each) => !named.some((order) => order.by === each.name));
  const keys = [...named, ...rest.map((each) => ({ by: each.name, direction: 'asc' as const }))];
  return (a, b) => {
    let othersCompared = of < 0;
    for (const { by, direction = 'asc' } of keys) {
      const place = dimensions.findIndex((each) => each.name === by);
      if (!othersCompared && (place < 0 || place === of)) {
        othersCompared = true;
        const difference = Number(a.group.isOthers) - Number(b.group.isOthers);
        if (difference !== 0) return difference;
      }
      const dimension = dimensions[place];
      const metric = query.metrics.findIndex((each) => metricName(each) === by);
      const difference = dimension
        ? compareIn(dimension, a.group.values[place] ?? null, b.group.values[place] ?? null, direction)
        : compareLast(a.numbers[metric] ?? null, b.numbers[metric] ?? null, direction);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** In the order of the field's categories, then of the values themselves. */
function compareIn({ field, recorded }: Dimension, a: Value, b: Value, direction: 'asc' | 'desc'): number {
  const categories = recorded ? (field.categories ?? []) : [];
  const place = (value: Value) => {
    const index = categories.findIndex((each) => each.value === value);
    return index < 0 ? null : index;
  };
  return compareLast(place(a), place(b), direction) || compareLast(a, b, direction);
}

function compareLast(a: Value, b: Value, direction: 'asc' | 'desc'): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return direction === 'desc' ? compareValues(b, a) : compareValues(a, b);
}

function sumOf(numbers: readonly (number | null)[]): number | null {
  const present = numbers.filter((each) => each !== null);
  return present.length === 0 ? null : present.reduce((total, each) => total + each, 0);
}

function distinct(rows: readonly Row[], name: string): string[] {
  const values = rows.map((each) => each[name]).filter((each) => typeof each === 'string');
  return [...new Set(values)].sort();
}

function provenanceOf(
  { catalog }: Fixture,
  query: Query,
  scope: readonly Row[],
  dimensions: readonly Dimension[],
  measures: ReferenceMeasures,
  columns: ReferenceColumns,
): Pick<Agreed, 'natures' | 'statuses' | 'origins'> {
  const dataset = catalog.resources.find((each) => each.name === query.dataset);
  if (!dataset) throw new Error(`no dataset ${query.dataset}`);
  const used = new Set(
    grouped(scope, dimensions).flatMap((rows) =>
      query.metrics.flatMap((each) => measures.measure(each.metric, rows, dimensions).rows),
    ),
  );
  const fields = dataset['lantu:provenance'] ?? {};
  const of = (name: string | undefined, all: readonly string[]) =>
    name === undefined ? [...all].sort() : distinct([...used], name);
  const parents = catalog.resources.filter((each) => parentsRead(catalog, query, columns).includes(each.name));
  const withParents = (own: readonly string[], word: 'lantu:natures' | 'lantu:origins') =>
    [...new Set([...own, ...parents.flatMap((each): readonly string[] => each[word])])].sort();
  return {
    natures: withParents(of(fields.nature, dataset['lantu:natures']), 'lantu:natures'),
    statuses: of(fields.status, dataset['lantu:statuses']),
    origins: withParents(of(fields.origin, dataset['lantu:origins']), 'lantu:origins'),
  };
}

/** The parents other than the areas whose values the query groups, filters or measures by. */
function parentsRead(catalog: Catalog, query: Query, columns: ReferenceColumns): string[] {
  const measured = query.metrics.flatMap(({ metric: code }) => {
    const metric = catalog['lantu:metrics'].find((each) => each.code === code);
    const codes = metric?.measure.op === 'ratio' ? [metric.measure.numerator, metric.measure.denominator] : [code];
    return catalog['lantu:metrics'].filter((each) => codes.includes(each.code)).map((each) => each.measure);
  });
  const names = [
    ...(query.dimensions ?? []).map((each) => each.field),
    ...(query.filters ?? []).map((each) => each.field),
    ...measured.flatMap((each) => ('field' in each ? [each.field] : [])),
    ...measured.flatMap((each) => ('where' in each ? (each.where ?? []) : [])).map((each) => each.field),
  ];
  return names.flatMap((each) => columns.column(query.dataset, each).parents).filter((each) => each !== 'areas');
}

const TELLING_A_ROW: readonly string[] = ['sum', 'mean', 'min', 'max', 'median', 'quantile'];

function cellsOf({ catalog }: Fixture, query: Query, rows: readonly Finished[]): Record<string, CellProvenance[]> {
  const dataset = catalog.resources.find((each) => each.name === query.dataset);
  if (!dataset) throw new Error(`no dataset ${query.dataset}`);
  const fields = dataset['lantu:provenance'] ?? {};
  return Object.fromEntries(
    query.metrics.map((ref, index) => {
      const op = catalog['lantu:metrics'].find((each) => each.code === ref.metric)?.measure.op ?? '';
      const cells = rows.map(({ rests }): CellProvenance => {
        const own = rests[index] ?? [];
        const of = (name: string | undefined, all: readonly string[]) =>
          name === undefined ? [...all].sort() : distinct(own, name);
        const [only] = own;
        const exactness =
          own.length === 1 && only && fields.exactness && !ref.transform && TELLING_A_ROW.includes(op)
            ? only[fields.exactness]
            : null;
        return {
          natures: of(fields.nature, dataset['lantu:natures']),
          statuses: of(fields.status, dataset['lantu:statuses']),
          origins: of(fields.origin, dataset['lantu:origins']),
          quotes: fields.quote === undefined ? [] : distinct(own, fields.quote),
          ...(typeof exactness === 'string' && { exactness }),
        } as CellProvenance;
      });
      return [metricName(ref), cells];
    }),
  );
}
