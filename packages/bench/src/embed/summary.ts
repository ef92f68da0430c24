import { ratio, type Spread, spread } from '../statistics.ts';
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
  /** When what answers is what stays. */
  readonly wholeMs: Spread;
  /** How many times the static page's time, round by round. */
  readonly paintedToStatic: Spread;
  readonly aliveToStatic: Spread;
  readonly wholeToStatic: Spread;
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
    const reference = samplesOf(samples, { chart, link, page: REFERENCE });
    const most = (value: (sample: Sample) => number) => Math.max(...own.map(value));
    return {
      chart,
      link,
      page,
      paintedMs: spread(own.map((each) => each.paintedMs)),
      aliveMs: spread(own.map((each) => each.aliveMs)),
      wholeMs: spread(own.map((each) => each.wholeMs)),
      paintedToStatic: ratio(own.map(painted), reference.map(painted)),
      aliveToStatic: ratio(own.map(alive), reference.map(alive)),
      wholeToStatic: ratio(
        own.map((each) => each.wholeMs),
        reference.map((each) => each.wholeMs),
      ),
      scriptAndDataBytes: most(({ bytes }) => bytes.script + bytes.data),
      htmlBytes: most(({ bytes }) => bytes.html),
      pictureBytes: most(({ bytes }) => bytes.picture + bytes.font),
      engineBytes: most(({ bytes }) => bytes.engine),
      requests: most(({ requests }) => requests),
      shift: most(({ shift }) => shift),
    };
  });
}

const painted = (sample: Sample): number => sample.paintedMs;
export const alive = (sample: Sample): number => sample.aliveMs;

/** In the order of the rounds. */
export function samplesOf(
  samples: readonly Sample[],
  { chart, link, page }: Pick<Sample, 'chart' | 'link' | 'page'>,
): readonly Sample[] {
  return samples
    .filter((each) => each.chart === chart && each.link === link && each.page === page)
    .sort((a, b) => a.round - b.round);
}
