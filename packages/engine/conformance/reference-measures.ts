import type { Catalog, Metric } from '@lantu/spec';
import type { Row } from './fixture.ts';
import { compareValues, type ReferenceColumns, type ReferenceValues } from './reference-columns.ts';

/** The rows that a metric's number rests on, those left out by a threshold among them, and the number. */
export interface Measured {
  readonly rows: readonly Row[];
  readonly value: number | null;
}

/** Computes metrics over groups of rows, by the definitions and with no thought of speed. */
export class ReferenceMeasures {
  readonly #catalog: Catalog;
  readonly #columns: ReferenceColumns;
  readonly #scope: readonly Row[];

  /** @param scope all rows that pass the query's filters. */
  constructor(catalog: Catalog, columns: ReferenceColumns, scope: readonly Row[]) {
    this.#catalog = catalog;
    this.#columns = columns;
    this.#scope = scope;
  }

  /** The metric `code` over `group`, whose rows share their values of `dimensions`. */
  measure(code: string, group: readonly Row[], dimensions: readonly ReferenceValues[]): Measured {
    const metric = this.#metric(code);
    const { measure } = metric;
    if (measure.op === 'ratio') {
      const above = this.measure(measure.numerator, group, dimensions);
      const below = this.measure(measure.denominator, group, dimensions);
      const divides = above.value !== null && below.value !== null && below.value !== 0;
      return {
        rows: group.filter((each) => above.rows.includes(each) || below.rows.includes(each)),
        value: divides ? Number(above.value) / Number(below.value) : null,
      };
    }
    const passes = (measure.where ?? []).map((each) => this.#columns.filter(metric.dataset, each));
    const kept = (rows: readonly Row[]) => rows.filter((row) => passes.every((each) => each(row)));
    const decide = (measure.where ?? [])
      .filter((each) => this.#columns.column(metric.dataset, each.field).field['lantu:role'] === 'dimension')
      .map((each) => this.#columns.filter(metric.dataset, each));
    const deciding = this.#scope.filter((row) => decide.every((each) => each(row)));
    const rows = Object.entries(metric.additivity ?? {})
      .filter(([, rule]) => rule === 'last')
      .reduce<readonly Row[]>(
        (left, [name]) => this.#last(metric, name, left, deciding, dimensions),
        group.filter((row) => deciding.includes(row)),
      );
    const counted = kept(rows);
    if (measure.op === 'count') return { rows, value: counted.length };
    const column = this.#columns.column(metric.dataset, measure.field);
    const values = counted.map(column.read).filter((each) => each !== null);
    if (measure.op === 'distinct') return { rows, value: new Set(values).size };
    const numbers = values.map(Number).sort((a, b) => a - b);
    return { rows, value: aggregate(measure.op, numbers, measure.op === 'quantile' ? measure.p : 0.5) };
  }

  #last(
    metric: Metric,
    name: string,
    group: readonly Row[],
    deciding: readonly Row[],
    dimensions: readonly ReferenceValues[],
  ): readonly Row[] {
    const time = this.#columns.column(metric.dataset, name);
    const buckets = dimensions.filter((each) => each.id === time.id);
    const [some] = group;
    if (!some) return group;
    const inBucket = deciding.filter((row) => buckets.every((each) => each.at(row) === each.at(some)));
    const periods = inBucket.map(time.read).filter((each) => each !== null);
    const last = periods.sort(compareValues).at(-1) ?? null;
    return group.filter((row) => time.read(row) === last);
  }

  #metric(code: string): Metric {
    const metric = this.#catalog['lantu:metrics'].find((each) => each.code === code);
    if (!metric) throw new Error(`no metric ${code}`);
    return metric;
  }
}

function aggregate(op: string, sorted: readonly number[], p: number): number | null {
  const count = sorted.length;
  if (count === 0) return null;
  const sum = sorted.reduce((total, each) => total + each, 0);
  switch (op) {
    case 'sum':
      return sum;
    case 'mean':
      return sum / count;
    case 'min':
      return sorted[0] ?? null;
    case 'max':
      return sorted[count - 1] ?? null;
    case 'median':
    case 'quantile': {
      const place = (count - 1) * p;
      const low = sorted[Math.floor(place)] ?? 0;
      const high = sorted[Math.ceil(place)] ?? 0;
      return low + (high - low) * (place - Math.floor(place));
    }
    case 'variance':
    case 'stddev': {
      if (count < 2) return null;
      const mean = sum / count;
      const variance = sorted.reduce((total, each) => total + (each - mean) ** 2, 0) / (count - 1);
      return op === 'variance' ? variance : Math.sqrt(variance);
    }
    default:
      throw new Error(`no measure ${op}`);
  }
}
