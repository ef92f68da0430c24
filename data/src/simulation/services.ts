import { apportion } from './apportion.ts';
import { Random } from './random.ts';
import type { Targets } from './targets.ts';
import { type Profile, profileOf, type Village } from './village.ts';

export const SERVICE_KINDS = [
  'errands',
  'accompanied-medical-visits',
  'home-visits',
  'canteen-meals',
  'classes',
  'disputes-mediated',
  'hazards-found',
  'hazards-rectified',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** How often one kind of service was given in one township in one month; null where no report came in. */
export interface ServiceRow {
  readonly township: string;
  readonly month: string;
  readonly kind: ServiceKind;
  readonly count: number | null;
}

export const SERVICE_MONTHS: readonly string[] = Array.from({ length: 41 }, (_, index) => {
  const year = 2023 + Math.floor(index / 12);
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
});

/** Times a month and hundred households, and how the year moves it: January to December. */
const KINDS: Readonly<Record<ServiceKind, { rate: number; season: readonly number[]; growth: number }>> = {
  errands: { rate: 6, season: [1.4, 1.3, 1.1, 1, 0.9, 0.8, 0.8, 0.8, 0.9, 1, 1.2, 1.4], growth: 0.1 },
  'accompanied-medical-visits': {
    rate: 1.6,
    season: [1.3, 1.2, 1.1, 1, 0.9, 0.9, 0.8, 0.8, 0.9, 1, 1.1, 1.3],
    growth: 0.08,
  },
  'home-visits': { rate: 22, season: [1.5, 1.6, 1.1, 0.9, 0.8, 0.8, 0.9, 0.9, 1, 1, 1, 1.2], growth: 0.04 },
  'canteen-meals': { rate: 60, season: [1.1, 0.8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.1], growth: 0.15 },
  classes: { rate: 1.4, season: [0.7, 0.5, 1.2, 1.3, 1.2, 1, 0.8, 0.8, 1.1, 1.2, 1.1, 1], growth: 0.12 },
  'disputes-mediated': { rate: 0.7, season: [0.9, 0.8, 1, 1.1, 1.5, 1.4, 1, 0.9, 0.9, 0.9, 0.8, 0.8], growth: -0.06 },
  'hazards-found': { rate: 2.6, season: [1, 0.8, 0.9, 1, 1.1, 1.5, 1.7, 1.6, 1, 0.8, 0.8, 0.9], growth: -0.05 },
  'hazards-rectified': { rate: 0, season: [], growth: 0 },
};

/** A row a township, month and kind, townships in the order in which their first village comes. */
export function simulateServices(seed: number, villages: readonly Village[], targets: Targets): ServiceRow[] {
  const townships = new Map<string, Village[]>();
  for (const village of villages)
    townships.set(village.township, [...(townships.get(village.township) ?? []), village]);
  return [...townships].flatMap(([township, members]) => {
    const profiles = members.map((village) => profileOf(seed, village));
    const rows = countsOf(seed, township, profiles);
    for (const target of targets.servicesAtLeast) {
      if (
        township.startsWith(target.area) &&
        (target.area.length === township.length || isFirstOf(townships, township, target.area))
      )
        raise(rows, target);
    }
    return rows;
  });
}

/** A county's target is met by the first of its townships, so that one place and no more is moved. */
function isFirstOf(townships: ReadonlyMap<string, unknown>, township: string, area: string): boolean {
  return [...townships.keys()].find((each) => each.startsWith(area)) === township;
}

function countsOf(
  seed: number,
  township: string,
  profiles: readonly Profile[],
): { -readonly [K in keyof ServiceRow]: ServiceRow[K] }[] {
  const households = profiles.reduce((sum, each) => sum + each.households, 0);
  const own = new Random(seed, 'services', township);
  const care = own.lognormal(1, 0.35);
  const canteen = own.chance(0.35);
  return SERVICE_MONTHS.flatMap((month) => {
    const draw = new Random(seed, 'services', township, month);
    const missing = draw.chance(0.012);
    const year = Number(month.slice(0, 4)) - 2023;
    const season = Number(month.slice(5)) - 1;
    const means = SERVICE_KINDS.map((kind) => {
      const { rate, season: seasons, growth } = KINDS[kind];
      return (
        ((rate * households) / 100) *
        care *
        (seasons[season] ?? 0) *
        (1 + growth * year) *
        (kind === 'canteen-meals' && !canteen ? 0 : 1)
      );
    });
    const counts = means.map((mean) => draw.poisson(mean * draw.lognormal(1, 0.15)));
    const found = counts[SERVICE_KINDS.indexOf('hazards-found')] ?? 0;
    counts[SERVICE_KINDS.indexOf('hazards-rectified')] = Math.min(
      found,
      Math.round(found * (0.82 + 0.2 * draw.uniform())),
    );
    return SERVICE_KINDS.map((kind, index) => ({
      township,
      month,
      kind,
      count: missing ? null : Math.min(32_767, counts[index] ?? 0),
    }));
  });
}

/** Lifts the counts of one kind so that the months of the target together reach it; what was rectified had first to be found. */
function raise(
  rows: { township: string; month: string; kind: ServiceKind; count: number | null }[],
  target: Targets['servicesAtLeast'][number],
): void {
  const inside = rows.filter((row) => row.kind === target.kind && row.month >= target.from && row.month <= target.to);
  const lacking = Math.ceil(target.count * 1.15) - inside.reduce((sum, row) => sum + (row.count ?? 0), 0);
  if (lacking <= 0) return;
  const extra = apportion(
    lacking,
    inside.map(() => 1),
  );
  for (const [index, row] of inside.entries()) {
    row.count = (row.count ?? 0) + (extra[index] ?? 0);
    if (row.kind !== 'hazards-rectified') continue;
    const found = rows.find((each) => each.kind === 'hazards-found' && each.month === row.month);
    if (found) found.count = Math.max(found.count ?? 0, row.count);
  }
}
