import {
  type ColumnAtGrain,
  type Filter,
  firstDayAfter,
  firstDayOf,
  type Join,
  levelField,
  type Model,
  type ResolvedColumn,
  type ResolvedDimension,
  type ResolvedFilter,
  type ResolvedQuery,
  type TimeGrain,
  timeGrainOf,
} from '@lantu/spec';
import { type Aliases, identifier, numberLiteral, type Select, stringLiteral } from './sql.ts';

type Scalar = string | number | boolean;

/**
 * The first step of every plan: the dataset's rows that pass the query's filters, with the columns that later steps ask for.
 * Columns of parents and coarser areas come by many-to-one joins, which leave the number of rows as it is.
 */
export class Facts {
  readonly #model: Model;
  readonly #resolved: ResolvedQuery;
  readonly #aliases: Aliases;
  readonly #joinAliases: Aliases;
  readonly #joins = new Map<string, { readonly alias: string; readonly text: string }>();
  /** Expressions by alias. */
  readonly #columns = new Map<string, string>();
  readonly #dimensions = new Map<ResolvedDimension, string>();
  readonly #conditions: string[] = [];
  readonly #tables = new Set<string>();

  constructor(model: Model, resolved: ResolvedQuery, aliases: Aliases, joinAliases: Aliases) {
    this.#model = model;
    this.#resolved = resolved;
    this.#aliases = aliases;
    this.#joinAliases = joinAliases;
    this.#tables.add(resolved.dataset.name);
  }

  /** The names of the tables read so far. */
  get tables(): readonly string[] {
    return [...this.#tables];
  }

  /** Has `expression` among the columns, and gives its alias: one that it already has, or one like `wanted`. */
  column(expression: string, wanted: string): string {
    const known = [...this.#columns].find(([, each]) => each === expression);
    return known ? known[0] : this.#add(expression, wanted);
  }

  /** Has `dimension` among the columns. It gets an alias of its own even where another has the same values. */
  dimension(dimension: ResolvedDimension): string {
    const known = this.#dimensions.get(dimension);
    if (known !== undefined) return known;
    const alias = this.#add(this.#binned(dimension), dimension.name);
    this.#dimensions.set(dimension, alias);
    return alias;
  }

  /** The expression of a column as recorded. */
  value({ path, field }: ResolvedColumn): string {
    let source = 'fact';
    let passed = '';
    for (const join of path) {
      passed = passed === '' ? join.field : `${passed}.${join.field}`;
      source = this.#join(source, join, passed);
    }
    return `${source}.${identifier(field.name)}`;
  }

  /** The expression of a column at a grain. */
  at(at: ColumnAtGrain): string {
    const value = this.value(at.column);
    if (!at.coarsened || !at.grain) return value;
    if (at.area) return this.#areaAt(at, at.area, value);
    return firstDay(value, timeGrainOf(at));
  }

  /** The condition of a filter: never NULL where it keeps or drops missing values on purpose. */
  condition({ at, filter }: ResolvedFilter): string {
    if (filter.op === 'range') return this.#range(at, filter);
    const value = this.at(at);
    const missing = at.type === 'time' ? this.value(at.column) : value;
    const listed = filter.values.filter((each) => each !== null);
    const withNull = listed.length < filter.values.length;
    const list = `(${listed.map((each) => literalAt(each, at)).join(', ')})`;
    if (filter.op === 'in') {
      if (listed.length === 0) return `${missing} IS NULL`;
      return withNull ? `(${value} IN ${list} OR ${missing} IS NULL)` : `${value} IN ${list}`;
    }
    if (listed.length === 0) return `${missing} IS NOT NULL`;
    return withNull ? `${value} NOT IN ${list}` : `(${value} NOT IN ${list} OR ${missing} IS NULL)`;
  }

  /** Drops the rows that do not meet `condition`, beside those that the query's filters drop. */
  keepOnly(condition: string): void {
    this.#conditions.push(condition);
  }

  /** The step itself, with the columns asked for until now. */
  select(): Select {
    const where = [...this.#resolved.filters.map((each) => this.condition(each)), ...this.#conditions];
    const columns = [...this.#columns].map(([alias, expression]) => `${expression} AS ${alias}`);
    return {
      columns: columns.length > 0 ? columns : ['1 AS one'],
      from: `${identifier(this.#resolved.dataset.name)} AS fact`,
      joins: [...this.#joins.values()].map((each) => each.text),
      where,
    };
  }

  /** Bounds of a coarser period become days, so that the column itself is compared. */
  #range(at: ColumnAtGrain, { gte, gt, lte, lt }: Extract<Filter, { op: 'range' }>): string {
    const inDays = at.type === 'time' && at.coarsened;
    const value = inDays ? this.value(at.column) : this.at(at);
    const from = (bound: string | number) =>
      inDays ? dayLiteral(firstDayOf(`${bound}`, timeGrainOf(at))) : literalAt(bound, at);
    const after = (bound: string | number) => dayLiteral(firstDayAfter(`${bound}`, timeGrainOf(at)));
    const bounds = [
      gte === undefined ? '' : `${value} >= ${from(gte)}`,
      gt === undefined ? '' : inDays ? `${value} >= ${after(gt)}` : `${value} > ${from(gt)}`,
      lte === undefined ? '' : inDays ? `${value} < ${after(lte)}` : `${value} <= ${from(lte)}`,
      lt === undefined ? '' : `${value} < ${from(lt)}`,
    ].filter(Boolean);
    return bounds.length > 0 ? bounds.join(' AND ') : `${value} IS NOT NULL`;
  }

  #binned(dimension: ResolvedDimension): string {
    const value = this.at(dimension);
    if (!dimension.bin) return value;
    const { width, origin } = dimension.bin;
    const from = numberLiteral(origin);
    const by = numberLiteral(width);
    return origin === 0
      ? `floor(${value}::DOUBLE / ${by}) * ${by}`
      : `floor((${value}::DOUBLE - ${from}) / ${by}) * ${by} + ${from}`;
  }

  #add(expression: string, wanted: string): string {
    const alias = this.#aliases.take(wanted);
    this.#columns.set(alias, expression);
    return alias;
  }

  #areaAt(at: ColumnAtGrain, area: NonNullable<ColumnAtGrain['area']>, value: string): string {
    const areas = this.#model.dataset(area.dataset);
    const level = at.grain as Parameters<typeof levelField>[1];
    const hierarchy = this.#joinOn(value, { field: '', dataset: area.dataset, key: area.key }, `${area.name} levels`);
    const field = levelField(areas, level);
    if (field) return `${hierarchy}.${identifier(field.name)}`;
    const own = `${hierarchy}.${identifier(area.key)}`;
    return `CASE WHEN ${hierarchy}.${identifier(area.level)} = ${stringLiteral(level)} THEN ${own} END`;
  }

  #join(source: string, join: Join, wanted: string): string {
    return this.#joinOn(`${source}.${identifier(join.field)}`, join, wanted);
  }

  #joinOn(value: string, { dataset, key }: Join, wanted: string): string {
    const id = JSON.stringify([value, dataset, key]);
    const known = this.#joins.get(id);
    if (known) return known.alias;
    const alias = this.#joinAliases.take(wanted);
    this.#tables.add(dataset);
    this.#joins.set(id, {
      alias,
      text: `LEFT JOIN ${identifier(dataset)} AS ${alias} ON ${alias}.${identifier(key)} = ${value}`,
    });
    return alias;
  }
}

/**
 * The first day of the period that `day` is in; of a year, its number. Not by date_trunc: DuckDB 1.4 takes its result never to be
 * NULL, so that `date_trunc('month', day) IS NULL` finds nothing (duckdb/duckdb#20371).
 */
function firstDay(day: string, grain: TimeGrain): string {
  switch (grain) {
    case 'year':
      return `year(${day})`;
    case 'quarter':
      return `make_date(year(${day}), 3 * quarter(${day}) - 2, 1)`;
    case 'month':
      return `make_date(year(${day}), month(${day}), 1)`;
    case 'day':
      return day;
  }
}

function literalAt(value: Scalar, at: ColumnAtGrain): string {
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (at.type !== 'time') return stringLiteral(value);
  const grain = timeGrainOf(at);
  if (grain === 'year') return String(Number(value));
  return dayLiteral(firstDayOf(value, grain));
}

function dayLiteral(day: string | undefined): string {
  if (day === undefined) throw new RangeError('a filter of a resolved query has a period that is none');
  return `DATE '${day}'`;
}
