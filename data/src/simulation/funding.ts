import { CLOSED_ON, later, type ProjectRow } from './projects.ts';
import { Random } from './random.ts';
import { shareOut } from './share-out.ts';
import type { Targets } from './targets.ts';
import { profileOf, type Village } from './village.ts';

/** The kinds of ledger event, after IATI's transaction types: promised, paid out, spent by the receiver, given back. */
export const TRANSACTIONS = ['commitment', 'disbursement', 'expenditure', 'return'] as const;
export type Transaction = (typeof TRANSACTIONS)[number];

/** `work`: the teams' funds for their work in the villages. `project`: money for one project. */
export const STREAMS = ['work', 'project'] as const;
export type Stream = (typeof STREAMS)[number];

/** One event of the ledger. The amount is in whole yuan and never negative: its kind says which way the money went. */
export interface FundingRow {
  readonly village: string;
  readonly project: string | null;
  readonly stream: Stream;
  readonly transaction: Transaction;
  readonly date: string;
  readonly amountCny: number;
}

const STEP_CNY = 100;

/** All events in the order of their days. In Xizang the disbursements of work funds in the target's years add up to the target exactly. */
export function simulateFunding(
  seed: number,
  villages: readonly Village[],
  projects: readonly ProjectRow[],
  targets: Targets,
): FundingRow[] {
  const rows = [
    ...workFunds(seed, villages, targets),
    ...projects.flatMap((project) => [...projectEvents(seed, project)]),
  ];
  return rows
    .filter((row) => row.amountCny > 0 && row.date <= CLOSED_ON)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function* workFunds(seed: number, villages: readonly Village[], { workFunding }: Targets): Generator<FundingRow> {
  const years = Array.from({ length: workFunding.to - workFunding.from + 1 }, (_, index) => workFunding.from + index);
  const grants = villages.flatMap((village) =>
    years.map((year) => ({ village, year, weight: needOf(seed, village, year) })),
  );
  const units = shareOut(workFunding.amountCny / STEP_CNY, grants);
  for (const [index, { village, year }] of grants.entries()) {
    yield* grantEvents(
      new Random(seed, 'work-funds', village.code, year),
      village.code,
      year,
      (units[index] ?? 0) * STEP_CNY,
    );
  }
}

/** Every village gets a like sum; larger and poorer ones somewhat more, and each year a little more than the one before. */
function needOf(seed: number, village: Village, year: number): number {
  const profile = profileOf(seed, village);
  const growth = 1 + 0.04 * (year - 2023);
  return (
    growth *
    profile.households ** 0.25 *
    Math.exp(-0.1 * profile.wealth) *
    new Random(seed, 'need', village.code, year).lognormal(1, 0.12)
  );
}

function* grantEvents(own: Random, village: string, year: number, paidCny: number): Generator<FundingRow> {
  const event = (transaction: Transaction, date: string, amountCny: number): FundingRow => ({
    village,
    project: null,
    stream: 'work',
    transaction,
    date,
    amountCny,
  });
  yield event('commitment', `${year}-01-${pad(own.integer(8, 28))}`, paidCny);
  const first = Math.round((paidCny * (0.5 + 0.2 * own.uniform())) / STEP_CNY) * STEP_CNY;
  yield event('disbursement', `${year}-0${own.integer(3, 5)}-${pad(own.integer(1, 28))}`, first);
  yield event('disbursement', `${year}-${pad(own.integer(8, 10))}-${pad(own.integer(1, 28))}`, paidCny - first);
  const spentCny = Math.round((paidCny * Math.min(1, 0.86 + 0.16 * own.uniform())) / STEP_CNY) * STEP_CNY;
  yield event(
    'expenditure',
    `${year}-0${own.integer(6, 7)}-${pad(own.integer(1, 28))}`,
    Math.round((spentCny * 0.4) / STEP_CNY) * STEP_CNY,
  );
  yield event(
    'expenditure',
    `${year}-${pad(own.integer(11, 12))}-${pad(own.integer(1, 24))}`,
    spentCny - Math.round((spentCny * 0.4) / STEP_CNY) * STEP_CNY,
  );
  if (own.chance(0.15)) yield event('return', `${year}-12-${pad(own.integer(25, 31))}`, paidCny - spentCny);
}

/** Committed on approval, paid out in two parts as the work goes on, spent as it is done; what a withdrawn project had got comes back. */
function* projectEvents(seed: number, project: ProjectRow): Generator<FundingRow> {
  if (!project.approvedOn) return;
  const own = new Random(seed, 'project-funds', project.village, project.filedOn, project.budgetCny);
  const event = (transaction: Transaction, date: string, amountCny: number): FundingRow => ({
    village: project.village,
    project: project.id,
    stream: 'project',
    transaction,
    date,
    amountCny,
  });
  const grantCny = Math.round((project.budgetCny * (0.7 + 0.25 * own.uniform())) / STEP_CNY) * STEP_CNY;
  const first = Math.round((grantCny * 0.6) / STEP_CNY) * STEP_CNY;
  yield event('commitment', later(project.approvedOn, own.integer(3, 20)), grantCny);
  if (project.stage === 'withdrawn') {
    if (!own.chance(0.3)) return;
    yield event('disbursement', later(project.approvedOn, 30), first);
    yield event('return', later(project.approvedOn, own.integer(120, 300)), first);
    return;
  }
  if (!project.startedOn) return;
  yield event('disbursement', later(project.startedOn, own.integer(-8, 20)), first);
  yield event(
    'expenditure',
    later(project.startedOn, own.integer(25, 70)),
    Math.round((first * 0.9) / STEP_CNY) * STEP_CNY,
  );
  if (!project.completedOn) return;
  const spentCny = Math.round((grantCny * (0.93 + 0.07 * own.uniform())) / STEP_CNY) * STEP_CNY;
  yield event('disbursement', later(project.completedOn, own.integer(10, 45)), grantCny - first);
  yield event(
    'expenditure',
    later(project.completedOn, own.integer(46, 70)),
    spentCny - Math.round((first * 0.9) / STEP_CNY) * STEP_CNY,
  );
  if (own.chance(0.25)) yield event('return', later(project.completedOn, own.integer(75, 140)), grantCny - spentCny);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
