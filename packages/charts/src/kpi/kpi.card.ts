import {
  type Answer,
  type DimensionColumn,
  type KpiSpec,
  LantuError,
  type MetricColumn,
  quoteValue,
} from '@lantu/spec';
import { isTimeGrain, periodNumber } from '../calendar/calendar.ts';
import { dimensionsOf, metricsOf } from '../figures/figures.ts';

/** A number at its period. */
export interface KpiPoint {
  /** The answer's row. */
  readonly row: number;
  /** ISO; null where the answer has no time. */
  readonly period: string | null;
  readonly value: number | null;
}

/** What a KPI card shows. */
export interface KpiCard {
  readonly metric: MetricColumn;
  readonly latest: KpiPoint;
  /** The period just before the latest, where the answer has it with a number and the latest has one too. */
  readonly before: { readonly period: string; readonly value: number } | null;
  /** All points in the order of time. */
  readonly points: readonly KpiPoint[];
}

/**
 * The card of an answer with at least one row: the number of its last row along time, or of its only row.
 *
 * @throws {LantuError} `chart/unsuited` where the answer lacks a named column, has no metric, or has more than one number a period
 */
export function cardOf(answer: Answer, spec: KpiSpec): KpiCard {
  const metric = metricOf(answer, spec.y);
  const time = timeOf(answer, spec.x);
  const grain = time?.grain;
  const at = ({ period }: KpiPoint): number =>
    period !== null && isTimeGrain(grain) ? periodNumber(period, grain) : Number.NEGATIVE_INFINITY;
  const points = Array.from({ length: answer.rowCount }, (_, row): KpiPoint => {
    const period = time?.values[row] ?? null;
    return { row, period: period === null ? null : String(period), value: metric.values[row] ?? null };
  }).sort((a, b) => at(a) - at(b));
  const [before, latest] = [points.at(-2), points.at(-1)];
  if (!latest || (before && at(before) === at(latest))) {
    throw new LantuError('chart/unsuited', 'a KPI shows one number a period, and the answer has several', {
      where: 'query.dimensions',
      received:
        dimensionsOf(answer)
          .map(({ name }) => quoteValue(name))
          .join(', ') || 'no dimension, and several rows',
      allowed: 'one time dimension, or none and a single row; filter other dimensions to one value each',
    });
  }
  const next = before && at(before) === at(latest) - 1 && latest.value !== null;
  return { metric, latest, before: next && isDated(before) ? before : null, points };
}

function isDated(point: KpiPoint): point is KpiPoint & KpiCard['before'] {
  return point.period !== null && point.value !== null;
}

function metricOf(answer: Answer, name: string | undefined): MetricColumn {
  const metrics = metricsOf(answer);
  const found = name === undefined ? metrics[0] : metrics.find((each) => each.name === name);
  return found ?? lacks(name, 'y', metrics);
}

function timeOf(answer: Answer, name: string | undefined): DimensionColumn | undefined {
  const times = dimensionsOf(answer).filter((each) => each.type === 'time');
  if (name === undefined) return times[0];
  return times.find((each) => each.name === name) ?? lacks(name, 'x', times);
}

function lacks(name: string | undefined, channel: string, columns: readonly { readonly name: string }[]): never {
  const kind = channel === 'y' ? 'metric' : 'time dimension';
  throw new LantuError('chart/unsuited', `the answer has no such ${kind}`, {
    where: `chart.${channel}`,
    ...(name === undefined ? {} : { received: quoteValue(name) }),
    allowed: columns.map((each) => quoteValue(each.name)).join(', ') || `none: the answer has no ${kind}`,
  });
}
