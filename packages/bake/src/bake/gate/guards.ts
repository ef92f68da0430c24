import { type Metric, Model, type Query, type ResolvedMeasure, resolveQuery, type Statistic } from '@lantu/spec';

/** What keeps the cells of one metric from being published. */
export interface Guard {
  /** The metric whose rule it is. */
  readonly metric: Metric;
  /** A cell may rest on no case, or on at least so many. */
  readonly minimum: number;
  /** What is looked at: the metric's own measure, or a part of a ratio. */
  readonly measure: ResolvedMeasure;
  /** Counts the cases that a cell of it rests on. */
  readonly cases: Statistic;
}

/**
 * What guards the numbers of `query`: the minimum counts of its metrics, and of the parts of its ratios.
 *
 * Cases are what a count counts, and what adds up in a sum of counts; of any other measure, the rows that have a value.
 *
 * @throws {LantuError} as `resolveQuery` does
 */
export function guardsOf(model: Model, query: Query): Guard[] {
  const guards = resolveQuery(model, query).metrics.flatMap(({ metric, measures }) =>
    measures.flatMap((measure) =>
      [...new Set([metric, measure.metric])].flatMap((each) => {
        const { minimumCount: minimum } = each;
        return minimum === undefined ? [] : [guardOf(model, each, minimum, measure)];
      }),
    ),
  );
  return [...new Map(guards.map((each) => [JSON.stringify([each.metric.code, each.cases]), each])).values()];
}

/** The model with the guards' counts of cases among its metrics, by the codes that {@link guardCode} gives. */
export function guardedModel(model: Model, guards: readonly Guard[]): Model {
  const counts = guards.map(({ measure: { metric }, cases }, index): Metric => {
    const { minimumCount: _, ...rest } = metric;
    return { ...rest, code: guardCode(index), measure: cases };
  });
  return new Model({ ...model.catalog, 'lantu:metrics': [...model.catalog['lantu:metrics'], ...counts] });
}

/** The same without the rules of adding up, for cells that are finer or coarser than anyone may ask for. */
export function withoutRules({ catalog }: Model): Model {
  const metrics = catalog['lantu:metrics'].map(({ additivity: _, ...each }) => each);
  return new Model({ ...catalog, 'lantu:metrics': metrics });
}

/** The code and the column of a guard's count of cases. */
export function guardCode(index: number): string {
  return `guard:${index}`;
}

function guardOf(model: Model, metric: Metric, minimum: number, resolved: ResolvedMeasure): Guard {
  const { measure } = resolved;
  const isCount = measure.op === 'count' || (countsIn(measure) && model.unit(resolved.metric.unit).kind === 'count');
  return {
    metric,
    minimum,
    measure: resolved,
    cases: isCount ? measure : rowsWithValue(measure),
  };
}

/** True where a number of the measure is one of cases, if its field is. */
function countsIn({ op }: Statistic): boolean {
  return op === 'sum' || op === 'min' || op === 'max';
}

function rowsWithValue(measure: Statistic): Statistic {
  if (measure.op === 'count') return measure;
  return { op: 'count', where: [...(measure.where ?? []), { field: measure.field, op: 'not-in', values: [null] }] };
}
