import type { TimeGrain } from '../dataset.ts';
import type { Grain } from '../query.ts';

/** A period of the calendar in parts. What is undefined is finer than the period's grain. */
export interface Period {
  readonly year: number;
  readonly quarter?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** `long` stands in a sentence or a table; `axis` is short and leaves out the year of a month, quarter or day. */
export type PeriodForm = 'long' | 'axis';

const FORM = /^(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?$/;

/**
 * The parts of an ISO period (`2024`, `2024-Q1`, `2024-03`, `2024-03-15`), coarsened to `grain` where that is coarser.
 *
 * @throws {RangeError} where `iso` is not such a period, or `grain` is a level of areas.
 */
export function parsePeriod(iso: string, grain?: Grain): Period {
  const [whole, ...parts] = FORM.exec(iso) ?? [];
  const [year = 0, quarter, month, day] = parts.map((part) => (part === undefined ? undefined : Number(part)));
  if (!whole || !exists(year, month, day)) {
    throw new RangeError(`not a period: ${JSON.stringify(iso)}; allowed are 2024, 2024-Q1, 2024-03 and 2024-03-15`);
  }
  return coarsened({ year, quarter, month, day }, grain);
}

function exists(year: number, month: number | undefined, day: number | undefined): boolean {
  if (month === undefined) return true;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day ?? 1);
  return date.getUTCMonth() === month - 1;
}

function coarsened(period: Period, grain: Grain | undefined): Period {
  const { year, quarter, month } = period;
  const to: Partial<Record<Grain, Period>> & Record<TimeGrain, Period> = {
    day: period,
    month: { year, quarter, month },
    quarter: { year, quarter: quarter ?? (month && Math.ceil(month / 3)) },
    year: { year },
  };
  const result = grain === undefined ? period : to[grain];
  if (!result) throw new RangeError(`not a grain of the calendar: ${grain}; allowed are ${Object.keys(to).join(', ')}`);
  return result;
}
