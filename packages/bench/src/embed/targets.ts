import { ratio } from '../statistics.ts';
import { alive, type Row, type Sample, samplesOf } from './summary.ts';

/** What a page of Lantu is to hold, and what it held. */
export interface Verdict {
  readonly chart: string;
  readonly link: string;
  readonly page: string;
  readonly target: string;
  readonly atMost: number;
  readonly measured: number;
  readonly isHeld: boolean;
}

interface Target {
  readonly says: string;
  readonly atMost: number;
  /** Of which pages it is asked; left out: of all of Lantu. */
  readonly of?: readonly string[];
  /** Undefined where what it compares with was not measured. */
  measure(row: Row, samples: readonly Sample[]): number | undefined;
}

const WITH_PICTURE = ['lantu-inline', 'lantu-frozen', 'lantu-linked'];
/** Their picture comes with the page; a linked one is a request more, and nobody can point at it before. */
const WITH_PICTURE_IN_THE_CODE = ['lantu-inline', 'lantu-frozen'];

const TARGETS: readonly Target[] = [
  {
    says: 'painted / static',
    atMost: 1.15,
    of: WITH_PICTURE_IN_THE_CODE,
    measure: (row) => row.paintedToStatic.median,
  },
  {
    says: 'alive / static',
    atMost: 2,
    of: [...WITH_PICTURE_IN_THE_CODE, 'lantu-bare'],
    measure: (row) => row.aliveToStatic.median,
  },
  { says: 'alive / ECharts, bars only', atMost: 1 / 2, measure: aliveTo('echarts') },
  { says: 'alive / ECharts, all of it', atMost: 1 / 2, measure: aliveTo('echarts-whole') },
  { says: 'alive / Mosaic vgplot', atMost: 1 / 10, measure: aliveTo('mosaic') },
  { says: 'script and data, bytes gzip', atMost: 45_000, measure: (row) => row.scriptAndDataBytes },
  { says: 'bytes of the engine', atMost: 0, measure: (row) => row.engineBytes },
  { says: 'layout shift', atMost: 0, of: WITH_PICTURE, measure: (row) => row.shift },
];

/** Every target that the samples can tell about. */
export function verdicts(rows: readonly Row[], samples: readonly Sample[]): readonly Verdict[] {
  return rows
    .filter(({ page }) => page.startsWith('lantu-'))
    .flatMap((row) =>
      TARGETS.filter(({ of = [row.page] }) => of.includes(row.page)).flatMap(({ says, atMost, measure }) => {
        const measured = measure(row, samples);
        if (measured === undefined) return [];
        const { chart, link, page } = row;
        return [{ chart, link, page, target: says, atMost, measured, isHeld: measured <= atMost }];
      }),
    );
}

function aliveTo(page: string): Target['measure'] {
  return ({ chart, link, page: own }, samples) => {
    const others = samplesOf(samples, { chart, link, page });
    if (others.length === 0) return undefined;
    return ratio(samplesOf(samples, { chart, link, page: own }).map(alive), others.map(alive)).median;
  };
}
