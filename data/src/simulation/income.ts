import { apportion, lowestReaching } from './apportion.ts';
import { Random } from './random.ts';
import type { Targets } from './targets.ts';
import { type Economy, isCalibrated, type Profile, profileOf, type Village } from './village.ts';

export const INCOME_YEARS = [2021, 2022, 2023, 2024, 2025] as const;
export const INCOME_KINDS = ['industry', 'leased-assets', 'services', 'photovoltaic', 'subsidies'] as const;

/** One village in one year. Amounts are whole yuan in steps of 100; all null together where no report came in (status L). */
export interface IncomeRow {
  readonly village: string;
  readonly year: number;
  readonly incomeCny: number | null;
  readonly costCny: number | null;
  /** By {@link INCOME_KINDS}; they add up to `incomeCny`. */
  readonly byKindCny: readonly number[] | null;
  readonly reportedOn: string | null;
  /** How often the report was corrected after it came in. */
  readonly corrections: number;
  readonly status: 'A' | 'E' | 'P' | 'L';
}

/** The middle village's income of 2022, from which some two in ten villages start below 50,000 yuan. */
const MEDIAN_2022_CNY = 105_000;
const STEP_CNY = 100;

const KIND_WEIGHTS: Readonly<Record<Economy, readonly number[]>> = {
  farming: [0.42, 0.2, 0.1, 0.08, 0.2],
  herding: [0.5, 0.12, 0.06, 0.06, 0.26],
  town: [0.28, 0.38, 0.22, 0.04, 0.08],
};

interface Course {
  readonly village: Village;
  readonly profile: Profile;
  /** A year's own ups and downs, by year, as logarithms. */
  readonly shocks: readonly number[];
  /** How well each year went for the collective's accounts; a loss where it falls below the year's mark. */
  readonly margins: readonly number[];
  readonly reports: readonly Report[];
}

type Report = Pick<IncomeRow, 'reportedOn' | 'corrections' | 'status'>;

/**
 * Collective incomes and costs, a row a village and year, villages in their given order.
 *
 * Incomes are log-normal around county and prefecture; their common growth, the level of one prefecture and the marks between
 * profit and loss are solved for, so that the counts of villages in `targets` come out. Villages outside Xizang follow the same
 * growth and marks.
 */
export function simulateIncome(seed: number, villages: readonly Village[], targets: Targets): IncomeRow[] {
  const courses = villages.map((village) => courseOf(seed, village));
  const anchored = courses.filter((each) => each.village.prefecture === targets.incomeAtLeast.prefecture);
  const free = courses.filter(
    (each) => isCalibrated(each.village) && each.village.prefecture !== targets.incomeAtLeast.prefecture,
  );
  const growth = solveGrowth(free, targets);
  const level = solveLevel(anchored, growth, targets);
  const marks = solveMarks([...anchored, ...free], targets);

  return courses.flatMap((course) => {
    const known = targets.incomes.filter((each) => each.village === course.village.code);
    return INCOME_YEARS.map((year, index) => {
      const own = new Random(seed, 'income', course.village.code, year);
      const scale = course.village.prefecture === targets.incomeAtLeast.prefecture ? level : 1;
      const nearest = nearestTo(year, known);
      const incomeCny = nearest ? throughKnown(nearest, year, course, growth) : incomeOf(course, index, growth, scale);
      const report = course.reports[index] as Report;
      if (report.status === 'L' && !nearest) {
        return { village: course.village.code, year, incomeCny: null, costCny: null, byKindCny: null, ...report };
      }
      const byKindCny = apportion(incomeCny / STEP_CNY, kindWeights(own, course, index)).map(
        (units) => units * STEP_CNY,
      );
      return {
        village: course.village.code,
        year,
        incomeCny,
        costCny: costOf(incomeCny, course, index, marks),
        byKindCny,
        ...report,
      };
    });
  });
}

type KnownIncome = Targets['incomes'][number];

function nearestTo(year: number, known: readonly KnownIncome[]): KnownIncome | undefined {
  return [...known].sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year))[0];
}

/** A known income as it is; in other years as the village's own course moves from the nearest known one, so that no year jumps. */
function throughKnown(known: KnownIncome, year: number, course: Course, growth: number): number {
  if (known.year === year) return known.incomeCny;
  const ratio = incomeOf(course, indexOf(year), growth, 1) / incomeOf(course, indexOf(known.year), growth, 1);
  return Math.round((known.incomeCny * ratio) / STEP_CNY) * STEP_CNY;
}

function courseOf(seed: number, village: Village): Course {
  const profile = profileOf(seed, village);
  const own = new Random(seed, 'course', village.code);
  return {
    village,
    profile,
    shocks: INCOME_YEARS.map(() => 0.16 * own.normal()),
    margins: INCOME_YEARS.map(() => 0.75 * profile.management + 0.65 * own.normal()),
    reports: INCOME_YEARS.map((year) => reportOf(own, profile, year)),
  };
}

function incomeOf(course: Course, yearIndex: number, growth: number, scale: number): number {
  const years = (INCOME_YEARS[yearIndex] ?? 0) - 2022;
  const log = course.profile.wealth + years * (growth + course.profile.growth) + (course.shocks[yearIndex] ?? 0);
  return Math.max(1, Math.round((MEDIAN_2022_CNY * scale * Math.exp(log)) / STEP_CNY)) * STEP_CNY;
}

/** A little beyond "more than n": whoever says 余 has seen some tens more. */
function beyond(moreThan: number): number {
  return Math.round(moreThan * 1.07);
}

function reported(course: Course, ...yearIndexes: readonly number[]): boolean {
  return yearIndexes.every((index) => course.reports[index]?.status !== 'L');
}

function indexOf(year: number): number {
  return (INCOME_YEARS as readonly number[]).indexOf(year);
}

function solveGrowth(courses: readonly Course[], { lifted }: Targets): number {
  const from = indexOf(lifted.from);
  const to = indexOf(lifted.to);
  return lowestReaching(beyond(lifted.moreThan), -0.1, 0.5, (growth) => {
    const crossed = courses
      .filter((each) => reported(each, from, to))
      .filter(
        (each) =>
          incomeOf(each, from, growth, 1) < lifted.thresholdCny && incomeOf(each, to, growth, 1) > lifted.thresholdCny,
      );
    return crossed.length;
  });
}

function solveLevel(courses: readonly Course[], growth: number, { incomeAtLeast }: Targets): number {
  const year = indexOf(incomeAtLeast.year);
  const counted = courses.filter((each) => reported(each, year));
  return lowestReaching(
    incomeAtLeast.villages,
    0.1,
    100,
    (level) => counted.filter((each) => incomeOf(each, year, growth, level) >= incomeAtLeast.thresholdCny).length,
  );
}

/** One village in eleven is in the red in the first year compared; the last year's mark lets as many turn as the target asks. */
function solveMarks(courses: readonly Course[], { turnedProfitable }: Targets): (yearIndex: number) => number {
  const from = indexOf(turnedProfitable.from);
  const to = indexOf(turnedProfitable.to);
  const sorted = courses.map((each) => each.margins[from] ?? 0).sort((a, b) => a - b);
  const first = sorted[Math.floor(sorted.length / 11)] ?? 0;
  const red = courses.filter((each) => reported(each, from, to) && (each.margins[from] ?? 0) < first);
  const last = -lowestReaching(
    beyond(turnedProfitable.moreThan),
    -6,
    6,
    (lowered) => red.filter((each) => (each.margins[to] ?? 0) >= -lowered).length,
  );
  return (yearIndex) => first + ((last - first) * (yearIndex - from)) / (to - from);
}

function costOf(incomeCny: number, course: Course, yearIndex: number, mark: (yearIndex: number) => number): number {
  const ahead = (course.margins[yearIndex] ?? 0) - mark(yearIndex);
  const cost = Math.round((incomeCny * Math.exp(-0.35 * ahead)) / STEP_CNY) * STEP_CNY;
  return ahead < 0 ? Math.max(cost, incomeCny + STEP_CNY) : Math.max(0, Math.min(cost, incomeCny - STEP_CNY));
}

function reportOf(own: Random, profile: Profile, year: number): Report {
  const slack = Math.exp(-0.5 * profile.management);
  if (own.chance(0.01 * slack)) return { reportedOn: null, corrections: 0, status: 'L' };
  const late = own.chance(0.08 * slack);
  const day = late ? own.integer(60, 170) : own.integer(5, 45);
  const reportedOn = new Date(Date.UTC(year + 1, 0, day)).toISOString().slice(0, 10);
  const corrections = own.chance(0.05 * slack) ? own.integer(1, 2) : 0;
  const status = late && own.chance(0.3) ? 'E' : year === INCOME_YEARS.at(-1) && late ? 'P' : 'A';
  return { reportedOn, corrections, status };
}

function kindWeights(own: Random, { village, profile }: Course, yearIndex: number): number[] {
  const station = new Random('photovoltaic', village.code).chance(0.3);
  return KIND_WEIGHTS[profile.economy].map((weight, kind) => {
    if (INCOME_KINDS[kind] === 'photovoltaic')
      return station ? own.lognormal(weight * 2 * (1 + 0.15 * yearIndex), 0.3) : 0;
    if (INCOME_KINDS[kind] === 'services' && profile.management < -0.8) return 0;
    return own.lognormal(weight, 0.45);
  });
}
