import { later } from './projects.ts';
import { Random } from './random.ts';
import type { Targets } from './targets.ts';
import { profileOf, type Village } from './village.ts';

/** One line of the checklist: configuration, so that other lists need no other code. */
export interface ChecklistItem {
  readonly code: string;
  /** `transfer`: something is handed over. `explanation`: something is explained face to face. */
  readonly kind: 'transfer' | 'explanation';
}

export const HANDOVER_STATES = ['done', 'rectified', 'outstanding'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** One item of the checklist of one team at one handover. */
export interface HandoverRow {
  readonly team: string;
  readonly village: string;
  readonly batch: string;
  readonly item: string;
  readonly state: HandoverState;
  readonly handedOverOn: string | null;
  readonly filingComplete: boolean | null;
  readonly ledgerMatches: boolean | null;
  readonly rectifiedOn: string | null;
}

/** A row a team and item. In the target's prefecture there are as many teams as it says and no item is outstanding. */
export function simulateHandover(
  seed: number,
  villages: readonly Village[],
  checklist: readonly ChecklistItem[],
  batch: string,
  targets: Targets,
): HandoverRow[] {
  const withTeam = new Set(teamVillages(seed, villages, targets));
  return villages
    .filter((village) => withTeam.has(village))
    .flatMap((village) => {
      const settled = village.prefecture === targets.teams.prefecture;
      return checklist.map((item) => itemOf(seed, village, item, batch, settled));
    });
}

/** One team a village; where the target counts fewer teams than villages, the smallest villages share their neighbours'. */
function teamVillages(seed: number, villages: readonly Village[], { teams }: Targets): Village[] {
  const inside = villages
    .filter((village) => village.prefecture === teams.prefecture)
    .map((village) => ({ village, households: profileOf(seed, village).households }))
    .sort((a, b) => b.households - a.households || (a.village.code < b.village.code ? -1 : 1));
  if (inside.length < teams.count) {
    throw new RangeError(
      `${teams.count} teams are needed in ${teams.prefecture}, which has only ${inside.length} villages`,
    );
  }
  return [
    ...villages.filter((village) => village.prefecture !== teams.prefecture),
    ...inside.slice(0, teams.count).map((each) => each.village),
  ];
}

function itemOf(seed: number, village: Village, item: ChecklistItem, batch: string, settled: boolean): HandoverRow {
  const visit = new Random(seed, 'handover', batch, village.code);
  const own = new Random(seed, 'handover', batch, village.code, item.code);
  const slack = Math.exp(-0.6 * profileOf(seed, village).management);
  const date = later('2026-03-02', visit.integer(0, 70));
  const outstanding = !settled && own.chance(0.018 * slack);
  const faulty = !outstanding && own.chance(0.05 * slack);
  const papers = item.kind === 'transfer';
  return {
    team: `T${village.code}`,
    village: village.code,
    batch,
    item: item.code,
    state: outstanding ? 'outstanding' : faulty ? 'rectified' : 'done',
    handedOverOn: outstanding ? null : date,
    filingComplete: papers && !outstanding ? !faulty || own.chance(0.5) : papers ? false : null,
    ledgerMatches: item.code === 'funds-assets' ? !outstanding && !faulty : null,
    rectifiedOn: faulty ? later(date, own.integer(1, 18)) : null,
  };
}
