import type { Estimate } from '../statistics.ts';
import { REFERENCE, type Row, ratioTo, type Sample, samplesOf, type Time } from './summary.ts';

/** `open`: more rounds could tell it either way. */
export type Outcome = 'held' | 'missed' | 'open';

/** What a page of Lantu is to hold, and what it held. */
export interface Verdict {
  readonly chart: string;
  readonly link: string;
  readonly page: string;
  readonly target: string;
  readonly atMost: number;
  readonly measured: number;
  /** Of a time: the median is known to lie here, see {@link Estimate}. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly outcome: Outcome;
  /** The page whose time it is compared with. */
  readonly beside?: string;
}

interface Target {
  readonly says: string;
  readonly atMost: number;
  /** Of which pages it is asked; left out: of all of Lantu. */
  readonly of?: readonly string[];
  /** A time, as many times that of the page `beside`; or a number that is the same in every round. */
  readonly measure: { readonly time: Time; readonly beside: string } | ((row: Row) => number);
}

const WITH_PICTURE = ['lantu-inline', 'lantu-frozen', 'lantu-linked'];
/** Their picture comes with the page; a linked one is a request more, and nobody can point at it before. */
const WITH_PICTURE_IN_THE_CODE = ['lantu-inline', 'lantu-frozen'];
const SOON = [...WITH_PICTURE_IN_THE_CODE, 'lantu-bare', 'lantu-ahead'];

const TARGETS: readonly Target[] = [
  {
    says: 'painted / static',
    atMost: 1.15,
    of: WITH_PICTURE_IN_THE_CODE,
    measure: { time: 'paintedMs', beside: REFERENCE },
  },
  {
    says: 'alive / static',
    atMost: 2,
    of: SOON,
    measure: { time: 'aliveMs', beside: REFERENCE },
  },
  // To be alive is to be so for every reader. Of the rivals, which answer no key, only a pointer can be asked.
  {
    says: 'alive by keys / static',
    atMost: 2,
    of: SOON,
    measure: { time: 'keysMs', beside: REFERENCE },
  },
  { says: 'alive / ECharts, bars only', atMost: 1 / 2, measure: { time: 'aliveMs', beside: 'echarts' } },
  { says: 'alive / ECharts, all of it', atMost: 1 / 2, measure: { time: 'aliveMs', beside: 'echarts-whole' } },
  { says: 'alive / Mosaic vgplot', atMost: 1 / 10, measure: { time: 'aliveMs', beside: 'mosaic' } },
  { says: 'script and data, bytes gzip', atMost: 45_000, measure: (row) => row.scriptAndDataBytes },
  { says: 'bytes of the engine', atMost: 0, measure: (row) => row.engineBytes },
  { says: 'layout shift', atMost: 0, of: WITH_PICTURE, measure: (row) => row.shift },
];

/** Every target that the samples can tell about. */
export function verdicts(rows: readonly Row[], samples: readonly Sample[]): readonly Verdict[] {
  return rows
    .filter(({ page }) => page.startsWith('lantu-'))
    .flatMap((row) =>
      TARGETS.filter(({ of = [row.page] }) => of.includes(row.page)).flatMap((target) => judge(target, row, samples)),
    );
}

/** None where what it compares with was not measured. */
function judge({ says, atMost, measure }: Target, row: Row, samples: readonly Sample[]): readonly Verdict[] {
  const { chart, link, page } = row;
  const head = { chart, link, page, target: says, atMost };
  if (typeof measure === 'function') {
    const measured = measure(row);
    return [{ ...head, measured, outcome: measured <= atMost ? 'held' : 'missed' }];
  }
  const { time, beside } = measure;
  if (samplesOf(samples, { chart, link, page: beside }).length === 0) return [];
  const estimate = ratioTo(beside, samples, row, time);
  const { median: measured, low, high } = estimate;
  return [{ ...head, measured, low, high, outcome: outcomeOf(estimate, atMost), beside }];
}

function outcomeOf({ low, high }: Estimate, atMost: number): Outcome {
  if (low === undefined || high === undefined) return 'open';
  if (high <= atMost) return 'held';
  return low > atMost ? 'missed' : 'open';
}
