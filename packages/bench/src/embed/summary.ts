import { type Estimate, ratio, type Spread, spread } from '../statistics.ts';
import type { Weight } from './traffic.ts';

/** One cold load. */
export interface Sample extends Weight {
  readonly chart: string;
  readonly link: string;
  readonly page: string;
  /** From 1. */
  readonly round: number;
  readonly paintedMs: number;
  readonly aliveMs: number;
  readonly keysMs: number;
  readonly wholeMs: number;
  readonly shift: number;
}

/** All rounds of one page over one link. */
export interface Row {
  readonly chart: string;
  readonly link: string;
  readonly page: string;
  readonly paintedMs: Spread;
  readonly aliveMs: Spread;
  readonly keysMs: Spread;
  /** When what answers is what stays. */
  readonly wholeMs: Spread;
  /** How many times the static page's time, round by round. */
  readonly paintedToStatic: Estimate;
  readonly aliveToStatic: Estimate;
  readonly keysToStatic: Estimate;
  readonly wholeToStatic: Estimate;
  readonly scriptAndDataBytes: number;
  readonly htmlBytes: number;
  readonly pictureBytes: number;
  readonly engineBytes: number;
  readonly requests: number;
  /** The worst of all rounds. */
  readonly shift: number;
}

/** A page that every other is compared with. */
export const REFERENCE = 'static';

/** A row for each page, in the order in which the samples first name them. */
export function summarize(samples: readonly Sample[]): readonly Row[] {
  const keys = new Map(samples.map((each) => [`${each.chart} ${each.link} ${each.page}`, each]));
  return [...keys.values()].map(({ chart, link, page }) => {
    const own = samplesOf(samples, { chart, link, page });
    const toStatic = (time: Time) => ratioTo(REFERENCE, samples, { chart, link, page }, time);
    const most = (value: (sample: Sample) => number) => Math.max(...own.map(value));
    return {
      chart,
      link,
      page,
      paintedMs: spread(own.map((each) => each.paintedMs)),
      aliveMs: spread(own.map((each) => each.aliveMs)),
      keysMs: spread(own.map((each) => each.keysMs)),
      wholeMs: spread(own.map((each) => each.wholeMs)),
      paintedToStatic: toStatic('paintedMs'),
      aliveToStatic: toStatic('aliveMs'),
      keysToStatic: toStatic('keysMs'),
      wholeToStatic: toStatic('wholeMs'),
      scriptAndDataBytes: most(({ bytes }) => bytes.script + bytes.data),
      htmlBytes: most(({ bytes }) => bytes.html),
      pictureBytes: most(({ bytes }) => bytes.picture + bytes.font),
      engineBytes: most(({ bytes }) => bytes.engine),
      requests: most(({ requests }) => requests),
      shift: most(({ shift }) => shift),
    };
  });
}

/** The moments of a load that pages are compared by. */
export type Time = 'paintedMs' | 'aliveMs' | 'keysMs' | 'wholeMs';

type Place = Pick<Sample, 'chart' | 'link' | 'page'>;

/**
 * How many times as long a page takes as `other`, a page with the same chart over the same link, in the rounds that both were loaded in.
 *
 * @throws {RangeError} where there is no such round
 */
export function ratioTo(other: string, samples: readonly Sample[], place: Place, time: Time): Estimate {
  const others = new Map(samplesOf(samples, { ...place, page: other }).map((each) => [each.round, each[time]]));
  const pairs = samplesOf(samples, place).flatMap((each) => {
    const beside = others.get(each.round);
    return beside === undefined ? [] : [[each[time], beside] as const];
  });
  return ratio(
    pairs.map(([own]) => own),
    pairs.map(([, beside]) => beside),
  );
}

/** Of one page with one chart over one link. */
export function samplesOf(samples: readonly Sample[], { chart, link, page }: Place): readonly Sample[] {
  return samples.filter((each) => each.chart === chart && each.link === link && each.page === page);
}
