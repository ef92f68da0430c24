import type { ResolvedColumn, ResolvedDimension, ResolvedFilter, ResolvedMeasure, ResolvedMetric } from '@lantu/spec';
import type { Facts } from './facts.ts';
import { type Aliases, numberLiteral } from './sql.ts';

/** A column of the facts that says whether a row is of the last period in scope. */
interface LastFlag {
  readonly alias: string;
  readonly expression: string;
}

/** Turns measures into aggregates over the facts, and has the facts (and the step after them) carry what they need. */
export class Measures {
  readonly #facts: Facts;
  readonly #aliases: Aliases;
  readonly #flags = new Map<string, LastFlag>();

  constructor(facts: Facts, aliases: Aliases) {
    this.#facts = facts;
    this.#aliases = aliases;
  }

  /** The flags of last periods, which need a step of their own between facts and groups. */
  get lastFlags(): readonly string[] {
    return [...this.#flags.values()].map(({ expression, alias }) => `${expression} AS ${alias}`);
  }

  /** The value of `metric` in rows grouped by `dimensions`. */
  value({ measures }: ResolvedMetric, dimensions: readonly ResolvedDimension[]): string {
    const [first, divisor] = measures.map((each) => this.#aggregate(each, dimensions));
    return divisor === undefined ? `${first}` : `${first} / nullif(${divisor}, 0)`;
  }

  /** The condition of the rows that `metric` rests on when grouped by `dimensions`; empty where that is all rows. */
  rows({ measures }: ResolvedMetric, dimensions: readonly ResolvedDimension[]): string {
    const conditions = measures.map((each) => this.#condition(each, dimensions));
    if (conditions.includes('')) return '';
    const [first = '', ...rest] = [...new Set(conditions)];
    return rest.length === 0 ? first : [first, ...rest].map((each) => `(${each})`).join(' OR ');
  }

  #aggregate(measure: ResolvedMeasure, dimensions: readonly ResolvedDimension[]): string {
    const condition = this.#condition(measure, dimensions);
    const filter = condition === '' ? '' : ` FILTER (WHERE ${condition})`;
    const { measure: what, column } = measure;
    if (what.op === 'count' || !column) return `count(*)${filter}`;
    const input = this.#facts.column(this.#facts.value(column), column.field.name);
    const exact = column.field.type === 'integer';
    switch (what.op) {
      case 'distinct':
        return `count(DISTINCT ${input})${filter}`;
      case 'quantile':
        return `quantile_cont(${input}, ${numberLiteral(what.p)})${filter}`;
      case 'mean':
        return `avg(${input})${filter}`;
      case 'median':
        return `median(${input})${filter}`;
      case 'variance':
        return `var_samp(${input})${filter}`;
      case 'stddev':
        return `stddev_samp(${input})${filter}`;
      case 'sum':
      case 'min':
      case 'max': {
        const aggregate = `${what.op}(${input})${filter}`;
        return exact ? `CAST(${aggregate} AS BIGINT)` : aggregate;
      }
    }
  }

  #condition({ metric, where, last }: ResolvedMeasure, dimensions: readonly ResolvedDimension[]): string {
    const kept = this.#kept(where, `in ${metric.code}`);
    const flags = last.flatMap((column) => {
      const deciding = where.filter((each) => each.at.column.field['lantu:role'] === 'dimension');
      return this.#last(column, metric.code, this.#kept(deciding, `periods of ${metric.code}`), dimensions) ?? [];
    });
    return [kept, ...flags].filter(Boolean).join(' AND ');
  }

  #kept(where: readonly ResolvedFilter[], wanted: string): string {
    if (where.length === 0) return '';
    return this.#facts.column(where.map((each) => this.#facts.condition(each)).join(' AND '), wanted);
  }

  #last(
    column: ResolvedColumn,
    code: string,
    decides: string,
    dimensions: readonly ResolvedDimension[],
  ): string | undefined {
    const buckets = dimensions.filter((each) => each.column.id === column.id);
    if (buckets.some((each) => !each.coarsened)) return undefined;
    const period = this.#facts.column(this.#facts.value(column), column.field.name);
    const filter = decides === '' ? '' : ` FILTER (WHERE ${decides})`;
    const by = buckets.map((each) => this.#facts.dimension(each));
    const window = by.length === 0 ? '' : `PARTITION BY ${by.join(', ')}`;
    const expression = `${period} IS NOT DISTINCT FROM max(${period})${filter} OVER (${window})`;
    const known = this.#flags.get(expression);
    if (known) return known.alias;
    const alias = this.#aliases.take(`last for ${code}`);
    this.#flags.set(expression, { alias, expression });
    return alias;
  }
}
