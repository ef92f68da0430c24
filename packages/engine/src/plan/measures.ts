import type {
  ResolvedColumn,
  ResolvedDimension,
  ResolvedFilter,
  ResolvedMeasure,
  ResolvedMetric,
  ResolvedQuery,
} from '@lantu/spec';
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
  readonly #about: string;

  constructor(resolved: ResolvedQuery, facts: Facts, aliases: Aliases) {
    this.#facts = facts;
    this.#aliases = aliases;
    this.#about = aboutOf(resolved, facts);
    if (this.#about !== '') facts.keepOnly(this.#about);
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

  /**
   * The condition of the rows that `metric` rests on when grouped by `dimensions`; empty where that is all rows. A row rests in it
   * even where a threshold of the metric leaves it out or cannot be told: a suppressed income is part of the count of low ones.
   */
  rows({ measures }: ResolvedMetric, dimensions: readonly ResolvedDimension[]): string {
    const conditions = measures.map((each) => this.#condition(each, onDimensions(each), dimensions));
    if (conditions.includes('')) return '';
    const [first = '', ...rest] = [...new Set(conditions)];
    return rest.length === 0 ? first : [first, ...rest].map((each) => `(${each})`).join(' OR ');
  }

  /** True where `metric` rests on all rows of its groups. */
  restsOnAll({ measures }: ResolvedMetric): boolean {
    return measures.some((each) => onDimensions(each).length === 0 && each.last.length === 0);
  }

  #aggregate(measure: ResolvedMeasure, dimensions: readonly ResolvedDimension[]): string {
    const condition = this.#condition(measure, measure.where, dimensions);
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

  #condition(
    measure: ResolvedMeasure,
    where: readonly ResolvedFilter[],
    dimensions: readonly ResolvedDimension[],
  ): string {
    const { code } = measure.metric;
    const flags = measure.last.flatMap((column) => {
      const decides = this.#kept(onDimensions(measure), `of ${code}`);
      return this.#last(column, code, decides, dimensions) ?? [];
    });
    return [this.#kept(where, `in ${code}`), ...flags].filter(Boolean).join(' AND ');
  }

  #kept(where: readonly ResolvedFilter[], wanted: string): string {
    const condition = allOf(where, this.#facts);
    return condition === '' || condition === this.#about ? '' : this.#facts.column(condition, wanted);
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

/** The filters of a measure that pick its rows; the others, on measures, are thresholds. */
function onDimensions({ where }: ResolvedMeasure): readonly ResolvedFilter[] {
  return where.filter((each) => each.at.column.field['lantu:role'] === 'dimension');
}

/**
 * The condition of the rows that a query is about, where its metrics pick rows by dimensions (an indicator) and none of them counts:
 * other rows would only make groups without a number. Empty where it is about all rows.
 */
function aboutOf({ metrics }: ResolvedQuery, facts: Facts): string {
  const measures = metrics.flatMap((each) => each.measures);
  const counts = metrics.some(({ metric: { measure } }) => measure.op === 'count' || measure.op === 'distinct');
  if (counts || measures.some((each) => onDimensions(each).length === 0)) return '';
  const conditions = [...new Set(measures.map((each) => allOf(onDimensions(each), facts)))];
  const [first = '', ...others] = conditions;
  return others.length === 0 ? first : `(${conditions.map((each) => `(${each})`).join(' OR ')})`;
}

function allOf(filters: readonly ResolvedFilter[], facts: Facts): string {
  return filters.map((each) => facts.condition(each)).join(' AND ');
}
