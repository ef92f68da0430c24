import type { Metric, ResolvedDimension, ResolvedMetric, ResolvedQuery, TimeGrain, Transform } from '@lantu/spec';
import { timeGrainOf } from '@lantu/spec';
import { PROVENANCE_PARTS, type ProvenancePart, wantsPart } from '../answer/parts.ts';
import { type Aliases, stringLiteral } from './sql.ts';

/** A dimension of the answer and its column in the groups. */
export interface GroupDimension {
  readonly dimension: ResolvedDimension;
  readonly alias: string;
}

/** What a metric's rows say of themselves: a list column for each part that the dataset records. */
export type ListAliases = Readonly<Partial<Record<ProvenancePart, string>>>;

/** A metric as computed in the groups, before any transform. */
export interface GroupMetric {
  readonly metric: Metric;
  /** The first column of the answer that is of this metric; any other has the same measures. */
  readonly resolved: ResolvedMetric;
  readonly alias: string;
  readonly lists: ListAliases;
}

/** A metric of the answer, transformed or not. */
export interface AnswerMetric {
  readonly resolved: ResolvedMetric;
  readonly base: GroupMetric;
  readonly alias: string;
  readonly lists: ListAliases;
}

/** The names of an answer's columns in SQL. */
export interface GroupColumns {
  readonly dimensions: readonly GroupDimension[];
  readonly base: readonly GroupMetric[];
  readonly metrics: readonly AnswerMetric[];
  /** The flag of the groups that stand for "all others"; undefined where the query asks for none. */
  readonly others?: { readonly alias: string; readonly of: ResolvedDimension };
}

/** Names the columns of the groups and of the answer. `dimensionAlias` gives the names that dimensions already have in the facts. */
export function groupColumns(
  resolved: ResolvedQuery,
  aliases: Aliases,
  dimensionAlias: (dimension: ResolvedDimension) => string,
): GroupColumns {
  const dimensions = resolved.dimensions.map((dimension) => ({ dimension, alias: dimensionAlias(dimension) }));
  const lists = (name: string, metric: ResolvedMetric): ListAliases =>
    Object.fromEntries(
      PROVENANCE_PARTS.filter((part) => wantsPart(resolved, metric, part)).map((part) => [
        part,
        aliases.take(`${part} of ${name}`),
      ]),
    );
  const base = new Map<string, GroupMetric>();
  const plainFirst = [...resolved.metrics].sort(
    (a, b) => Number(a.transform !== undefined) - Number(b.transform !== undefined),
  );
  for (const each of plainFirst) {
    const { metric, transform, name } = each;
    if (base.has(metric.code)) continue;
    const wanted = transform ? metric.code : name;
    base.set(metric.code, { metric, resolved: each, alias: aliases.take(wanted), lists: lists(wanted, each) });
  }
  const metrics = resolved.metrics.map((each): AnswerMetric => {
    const own = base.get(each.metric.code) as GroupMetric;
    const same = own.resolved === each && !each.transform;
    return same
      ? { resolved: each, base: own, alias: own.alias, lists: own.lists }
      : { resolved: each, base: own, alias: aliases.take(each.name), lists: lists(each.name, each) };
  });
  const { limit } = resolved;
  const others =
    limit && 'top' in limit && limit.others ? { alias: aliases.take('is others'), of: limit.of } : undefined;
  return { dimensions, base: [...base.values()], metrics, ...(others && { others }) };
}

/** The keys that put `value`, a column of `dimension`, in the order of its values: that of its categories, else their own. */
export function dimensionOrder(
  dimension: ResolvedDimension,
  value: string,
  direction: 'asc' | 'desc' = 'asc',
): string[] {
  const word = direction === 'desc' ? ' DESC' : '';
  const categories = dimension.coarsened ? undefined : dimension.column.field.categories;
  const natural = `${value}${word} NULLS LAST`;
  if (!categories || categories.length === 0) return [natural];
  const list = categories.map((each) => stringLiteral(each.value)).join(', ');
  return [`list_position([${list}], ${value})${word} NULLS LAST`, natural];
}

/** The one dimension of time that a change looks back along. */
export function timeDimension({ dimensions }: GroupColumns): GroupDimension {
  const time = dimensions.find((each) => each.dimension.type === 'time');
  if (time) return time;
  throw new RangeError('the query has no dimension of time');
}

/** The expression of the period that a change at `value`'s period looks back to. */
export function periodBefore(
  dimension: ResolvedDimension,
  value: string,
  to: Extract<Transform, { op: 'change' }>['to'],
): string {
  const grain: TimeGrain = timeGrainOf(dimension);
  if (grain === 'year') return `${value} - 1`;
  const step = { day: '1 DAY', month: '1 MONTH', quarter: '3 MONTH' }[grain];
  return `${value} - INTERVAL ${to === 'year-ago' ? '1 YEAR' : step}`;
}
