import {
  type CellProvenance,
  type ColumnAtGrain,
  columnAtGrain,
  type Model,
  type ResolvedDimension,
  type ResolvedFilter,
  type Rollup,
  type Statistic,
  TIME_GRAINS,
  type TimeGrain,
  type Value,
} from '@lantu/spec';
import { checkColumns } from './columns.ts';
import { statisticKey } from './statistics.ts';
import { periodAt } from './values.ts';

type Bin = NonNullable<ResolvedDimension['bin']>;

/** A rollup's dimension, ready to be regrouped by. */
export interface TableDimension {
  readonly at: ColumnAtGrain;
  readonly bin?: Bin;
  /** By code. */
  readonly values: readonly Value[];
  readonly levels: NonNullable<Rollup['dimensions'][number]['levels']>;
  readonly labels: NonNullable<Rollup['dimensions'][number]['labels']>;
  /** By row. */
  readonly codes: Int32Array;
}

/** A rollup's statistic, ready to be added up. */
export interface TableStatistic {
  /** By row; NaN for none. */
  readonly values: Float64Array;
  readonly cells?: { readonly list: readonly CellProvenance[]; readonly codes: readonly number[] };
}

/** A rollup in typed arrays. */
export class RollupTable {
  readonly rollup: Rollup;
  readonly dimensions: readonly TableDimension[];
  readonly #statistics: ReadonlyMap<string, TableStatistic>;

  /** @throws {LantuError} `data/corrupt` where columns do not fit each other; as {@link columnAtGrain} where the catalog is another */
  constructor(model: Model, rollup: Rollup) {
    checkColumns(rollup);
    this.rollup = rollup;
    const { dataset, dimensions = [] } = rollup.query;
    this.dimensions = rollup.dimensions.map(({ values, codes, levels = [], labels = {} }, index) => {
      const { field = '', grain, bin } = dimensions[index] ?? {};
      return {
        at: columnAtGrain(model, dataset, field, grain),
        ...(bin && { bin: { width: bin.width, origin: bin.origin ?? 0 } }),
        values,
        levels,
        labels,
        codes: new Int32Array(codes),
      };
    });
    this.#statistics = new Map(
      rollup.statistics.map(({ measure, values, cells }) => [
        statisticKey(measure as Statistic),
        { values: new Float64Array(values.map((each) => each ?? Number.NaN)), ...(cells && { cells }) },
      ]),
    );
  }

  get rows(): number {
    return this.rollup.rows;
  }

  statistic(statistic: Statistic): TableStatistic | undefined {
    return this.#statistics.get(statisticKey(statistic));
  }
}

/** The values of `dimension` by code, as seen at another grain and in other bins; undefined where they cannot be told from it. */
export function valuesAt(dimension: TableDimension, at: ColumnAtGrain, bin?: Bin): readonly Value[] | undefined {
  const { values, levels } = dimension;
  if (dimension.at.column.id !== at.column.id) return undefined;
  if (at.type === 'time') {
    const grain = at.grain as TimeGrain;
    if (TIME_GRAINS.indexOf(dimension.at.grain as TimeGrain) > TIME_GRAINS.indexOf(grain)) return undefined;
    return values.map((each) => (typeof each === 'string' ? periodAt(each, grain) : null));
  }
  if (at.area && dimension.at.grain !== at.grain) return levels.find((each) => each.grain === at.grain)?.values;
  if (!bin) return dimension.bin ? undefined : values;
  if (dimension.bin && !isMultiple(bin, dimension.bin)) return undefined;
  const isSame = dimension.bin?.width === bin.width && dimension.bin.origin === bin.origin;
  return isSame ? values : values.map((each) => (typeof each === 'number' ? lowerEdge(each, bin) : null));
}

/**
 * The values by code that a filter can be put to: those at its grain; or, for a range whose bounds are edges of the dimension's
 * bins, the bins' lower edges.
 */
export function filterableValues(
  dimension: TableDimension,
  { at, filter }: ResolvedFilter,
): readonly Value[] | undefined {
  const { bin } = dimension;
  if (!bin) return valuesAt(dimension, at);
  if (dimension.at.column.id !== at.column.id || filter.op !== 'range') return undefined;
  if (filter.gt !== undefined || filter.lte !== undefined) return undefined;
  const isEdge = (bound: unknown) =>
    bound === undefined || (Number.isInteger(bound) && lowerEdge(bound as number, bin) === bound);
  return isExact(dimension) && isEdge(filter.gte) && isEdge(filter.lt) ? dimension.values : undefined;
}

/** True where a value of the column and a whole edge compare as the value's bin and the edge do, to the last bit. */
function isExact({ bin, at }: TableDimension): boolean {
  const isWhole = bin !== undefined && Number.isInteger(bin.width) && Number.isInteger(bin.origin);
  return isWhole && (bin.origin === 0 || at.column.field.type === 'integer');
}

function isMultiple(coarse: Bin, fine: Bin): boolean {
  if (coarse.width === fine.width && coarse.origin === fine.origin) return true;
  const numbers = [coarse.width, coarse.origin, fine.width, fine.origin];
  return numbers.every(Number.isInteger) && coarse.width % fine.width === 0 && coarse.origin === 0 && fine.origin === 0;
}

function lowerEdge(value: number, { width, origin }: Bin): number {
  return Math.floor((value - origin) / width) * width + origin;
}
