import {
  type Answer,
  AREA_LEVELS,
  type AreaLevel,
  type Catalog,
  type CellProvenance,
  canonicalQuery,
  columnAtGrain,
  columnOf,
  type DimensionColumn,
  type DimensionRef,
  levelField,
  type Metric,
  Model,
  type Query,
  type Rollup,
  resolveQuery,
  type Statistic,
  type Value,
} from '@lantu/spec';
import { partsOf, statisticKey, statisticsOf } from './statistics.ts';

/** What a place is to be asked so that a rollup can be made of its answer. */
export interface RollupRequest {
  /** What the rollup is for: dimensions, metrics, filters and whether cells say what they rest on. */
  readonly query: Query;
  /** The catalog with the statistics among its metrics. */
  readonly catalog: Catalog;
  /** The same, to be asked by name. */
  readonly model: Model;
  /** To be asked over that catalog. */
  readonly ask: Query;
  readonly statistics: readonly { readonly measure: Statistic; readonly withCells: boolean }[];
  /** By dimension of `query`: the levels of the areas' parents, asked for as dimensions of their own. */
  readonly levels: readonly (readonly AreaLevel[])[];
}

/**
 * The question that fills a rollup with the dimensions, filters and metrics of `query`; transforms, order and limit play no part.
 * Any place can be asked: the statistics are metrics of the request's own catalog.
 *
 * @throws {LantuError} as `resolveQuery` does for the question
 */
export function rollupQuery(model: Model, query: Query): RollupRequest {
  const dimensions = unique((query.dimensions ?? []).map(({ as: _, ...ref }): DimensionRef => ref));
  const definition = canonicalQuery({
    dataset: query.dataset,
    dimensions,
    metrics: unique(query.metrics.map(({ metric }) => ({ metric }))),
    ...(query.filters && { filters: query.filters }),
    ...(query.provenance && { provenance: query.provenance }),
  });
  const { metrics } = resolveQuery(withoutRules(model), { dataset: query.dataset, metrics: definition.metrics });
  const measures = metrics.flatMap((each) => each.measures);
  const statistics = statisticsOf(measures);
  const mains = new Set(measures.map((each) => statisticKey(partsOf(each).main)));
  const levels = dimensions.map((ref) => parentLevels(model, definition.dataset, ref));
  const { dataset: owner } = definition;
  const [first] = metrics;
  const statisticMetrics = statistics.map(
    (measure): Metric => ({
      code: statisticKey(measure),
      dataset: owner,
      title: { 'zh-CN': measure.op },
      unit: first?.metric.unit ?? '',
      decimals: 0,
      measure,
    }),
  );
  const catalog = { ...model.catalog, 'lantu:metrics': [...model.catalog['lantu:metrics'], ...statisticMetrics] };
  const extended = new Model(catalog);
  const isRecorded = Object.keys(model.dataset(owner)['lantu:provenance'] ?? {}).length > 0;
  const { query: ask } = resolveQuery(extended, {
    dataset: owner,
    dimensions: dimensions.flatMap((ref, index) => [
      { ...ref, as: dimensionAs(index) },
      ...(levels[index] ?? []).map((grain) => ({ field: ref.field, grain, as: dimensionAs(index, grain) })),
    ]),
    metrics: statistics.map((each, index) => ({ metric: statisticKey(each), as: statisticAs(index) })),
    ...(definition.filters && { filters: definition.filters }),
    ...(isRecorded && { provenance: 'cells' }),
  });
  return {
    query: definition,
    catalog,
    model: extended,
    ask,
    statistics: statistics.map((measure) => ({ measure, withCells: isRecorded && mains.has(statisticKey(measure)) })),
    levels,
  };
}

/**
 * The rollup made of the answer to a request's question, whatever place gave it.
 *
 * @throws {RangeError} where `answer` is to another question
 */
export function rollupFrom({ query, statistics, levels }: RollupRequest, answer: Answer): Rollup {
  return {
    query,
    vintage: answer.vintage,
    rows: answer.rowCount,
    dimensions: levels.map((each, index) => dimensionFrom(answer, index, each)),
    statistics: statistics.map(({ measure, withCells }, index) => {
      const { values } = columnOf(answer, statisticAs(index));
      const cells = withCells ? answer.cells?.[statisticAs(index)] : undefined;
      return {
        measure,
        values: values as (number | null)[],
        ...(cells && { cells: coded(cells.map((each) => keptOf(each, query))) }),
      };
    }),
  };
}

/** Rules of adding up bind who asks the rollup, not the rollup: its dimensions may be more than any question's. */
function withoutRules({ catalog }: Model): Model {
  const metrics = catalog['lantu:metrics'].map(({ additivity: _, ...each }) => each);
  return new Model({ ...catalog, 'lantu:metrics': metrics });
}

function dimensionFrom(answer: Answer, index: number, grains: readonly AreaLevel[]): Rollup['dimensions'][number] {
  const own = columnOf(answer, dimensionAs(index)) as DimensionColumn;
  const parents = grains.map((grain) => columnOf(answer, dimensionAs(index, grain)) as DimensionColumn);
  const tuples = own.values.map((value, row): Value[] => [value, ...parents.map((each) => each.values[row] ?? null)]);
  const { list, codes } = coded(tuples);
  return {
    values: list.map((each) => each[0] ?? null),
    ...labelsOf(own),
    ...(parents.length > 0 && {
      levels: parents.map((column, level) => ({
        grain: grains[level] as AreaLevel,
        values: list.map((each) => (each[level + 1] ?? null) as string | null),
        ...labelsOf(column),
      })),
    }),
    codes,
  };
}

/** Names of areas travel with the rollup; those of categories are in the catalog. */
function labelsOf({ labels }: DimensionColumn): Pick<Rollup['dimensions'][number], 'labels'> {
  return labels ? { labels: { ...labels } } : {};
}

/** Sentences are long: they are kept only where cells are asked for. */
function keptOf({ origins, natures, statuses, quotes, exactness }: CellProvenance, { provenance }: Query) {
  const isWhole = provenance === 'cells';
  return {
    origins: [...origins],
    natures: [...natures],
    statuses: [...statuses],
    quotes: isWhole ? [...quotes] : [],
    ...(isWhole && exactness && { exactness }),
  };
}

function parentLevels(model: Model, dataset: string, { field, grain }: DimensionRef): AreaLevel[] {
  const at = columnAtGrain(model, dataset, field, grain);
  if (!at.area) return [];
  const areas = model.dataset(at.area.dataset);
  const own = (AREA_LEVELS as readonly string[]).indexOf(at.grain ?? '');
  return AREA_LEVELS.slice(own + 1).filter((each) => each === 'village' || levelField(areas, each));
}

function coded<T>(entries: readonly T[]): { list: T[]; codes: number[] } {
  const places = new Map<string, number>();
  const list: T[] = [];
  const codes = entries.map((each) => {
    const text = JSON.stringify(each);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, list.length);
    return list.push(each) - 1;
  });
  return { list, codes };
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((each) => [JSON.stringify(each), each])).values()];
}

function dimensionAs(index: number, grain?: AreaLevel): string {
  return grain ? `dimension ${index} ${grain}` : `dimension ${index}`;
}

function statisticAs(index: number): string {
  return `statistic ${index}`;
}
