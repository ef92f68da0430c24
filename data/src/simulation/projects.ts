import { Random } from './random.ts';
import { shareOut } from './share-out.ts';
import type { Targets } from './targets.ts';
import { type Economy, profileOf, type Village } from './village.ts';

export const INDUSTRIES = [
  'livestock',
  'crops',
  'greenhouse',
  'processing',
  'handicraft',
  'incense',
  'trade-logistics',
  'photovoltaic',
  'tourism',
] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** How far a project has come, in this order; a withdrawn one was given up before it was completed. */
export const STAGES = ['filed', 'approved', 'under-way', 'completed', 'withdrawn'] as const;
export type Stage = (typeof STAGES)[number];

export interface ProjectRow {
  readonly id: string;
  readonly village: string;
  readonly industry: Industry;
  readonly stage: Stage;
  readonly filedOn: string;
  readonly approvedOn: string | null;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly budgetCny: number;
  readonly jobs: number;
  readonly households: number;
}

/** The day on which the ledgers of projects and funds were closed. */
export const CLOSED_ON = '2025-12-31';

const INDUSTRY_WEIGHTS: Readonly<Record<Economy, readonly (readonly [Industry, number])[]>> = {
  farming: weights(16, 22, 20, 14, 8, 2, 6, 6, 6),
  herding: weights(46, 4, 6, 16, 12, 1, 5, 6, 4),
  town: weights(6, 5, 10, 16, 16, 5, 26, 4, 12),
};

const MEDIAN_BUDGET_CNY: Readonly<Record<Industry, number>> = {
  livestock: 380_000,
  crops: 240_000,
  greenhouse: 420_000,
  processing: 620_000,
  handicraft: 210_000,
  incense: 260_000,
  'trade-logistics': 560_000,
  photovoltaic: 340_000,
  tourism: 780_000,
};

/** Filed mostly before the building season; few in the months of frost. */
const MONTH_WEIGHTS = [3, 4, 13, 17, 14, 9, 7, 8, 10, 7, 5, 3] as const;

/** What the source names as the community's own trades. */
const NAMED: readonly Industry[] = ['incense', 'handicraft', 'trade-logistics'];

/** Projects filed in the years of the target, in Xizang exactly as many as it says, in the order of their day and village. */
export function simulateProjects(seed: number, villages: readonly Village[], targets: Targets): ProjectRow[] {
  const named = targets.projectsOfVillage;
  const isNamed = (village: Village) => village.code === named.village;
  const namedCount = villages.some(isNamed) ? named.count : 0;
  const counts = shareOut(
    targets.projects.count - namedCount,
    villages.map((village) => ({ village, weight: isNamed(village) ? 0 : appetite(seed, village) })),
  );
  const rows = villages.flatMap((village, index) => {
    const count = isNamed(village) ? namedCount : (counts[index] ?? 0);
    return Array.from({ length: count }, (_, which) =>
      projectOf(seed, village, which, targets, isNamed(village) ? NAMED[which % NAMED.length] : undefined),
    );
  });
  rows.sort((a, b) => compare(a.filedOn, b.filedOn) || compare(a.village, b.village) || a.budgetCny - b.budgetCny);
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const year = row.filedOn.slice(0, 4);
    const serial = (seen.get(year) ?? 0) + 1;
    seen.set(year, serial);
    return { ...row, id: `${year}-${String(serial).padStart(5, '0')}` };
  });
}

function weights(...values: readonly number[]): (readonly [Industry, number])[] {
  return INDUSTRIES.map((industry, index) => [industry, values[index] ?? 0]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Large and well-run villages file more, whole counties more than others. */
function appetite(seed: number, village: Village): number {
  const profile = profileOf(seed, village);
  const county = new Random(seed, 'projects', village.county);
  return (
    Math.exp(0.4 * county.normal() + 0.35 * profile.management) *
    Math.sqrt(profile.households) *
    new Random(seed, 'projects', village.code).lognormal(1, 0.6)
  );
}

function projectOf(
  seed: number,
  village: Village,
  which: number,
  { projects }: Targets,
  named: Industry | undefined,
): ProjectRow {
  const own = new Random(seed, 'project', village.code, which);
  const profile = profileOf(seed, village);
  const industry = named ?? own.pick(INDUSTRY_WEIGHTS[profile.economy]);
  const year = own.integer(projects.from, projects.to);
  const month = own.pick(MONTH_WEIGHTS.map((weight, index) => [index, weight] as const));
  const filedOn = day(Date.UTC(year, month, own.integer(1, 28)));
  const budgetCny = Math.round(own.lognormal(MEDIAN_BUDGET_CNY[industry], 0.6) / 1000) * 1000;
  const jobs = Math.max(1, Math.round((budgetCny / 90_000) * own.lognormal(1, 0.4)));
  const households = Math.min(
    profile.households,
    Math.max(2, Math.round(profile.households * own.lognormal(0.22, 0.6))),
  );
  return {
    id: '',
    village: village.code,
    industry,
    filedOn,
    budgetCny,
    jobs,
    households,
    ...progress(own, filedOn, named === undefined && own.chance(0.04)),
  };
}

/** The later steps as far as they came before the ledgers were closed. */
function progress(
  own: Random,
  filedOn: string,
  withdrawn: boolean,
): Pick<ProjectRow, 'stage' | 'approvedOn' | 'startedOn' | 'completedOn'> {
  const approvedOn = later(filedOn, own.integer(20, 120));
  const startedOn = later(approvedOn, own.integer(10, 150));
  const completedOn = later(startedOn, own.integer(60, 420));
  const reached = (date: string) => (date <= CLOSED_ON ? date : null);
  if (withdrawn) return { stage: 'withdrawn', approvedOn: reached(approvedOn), startedOn: null, completedOn: null };
  const stage =
    completedOn <= CLOSED_ON
      ? 'completed'
      : startedOn <= CLOSED_ON
        ? 'under-way'
        : approvedOn <= CLOSED_ON
          ? 'approved'
          : 'filed';
  return { stage, approvedOn: reached(approvedOn), startedOn: reached(startedOn), completedOn: reached(completedOn) };
}

/** `date` moved by whole days. */
export function later(date: string, days: number): string {
  return day(Date.parse(date) + days * 86_400_000);
}

function day(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}
