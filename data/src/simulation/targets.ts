/** The transcribed figures that the simulation has to reproduce, as far as they bear on it. */
export interface Targets {
  /** Villages' collective incomes that are known, in CNY. */
  readonly incomes: readonly { readonly village: string; readonly year: number; readonly incomeCny: number }[];
  /** Villages of a prefecture at or above a threshold in a year. */
  readonly incomeAtLeast: {
    readonly prefecture: string;
    readonly year: number;
    readonly thresholdCny: number;
    readonly villages: number;
  };
  /** More villages than this went from below to above the threshold between the two years. */
  readonly lifted: {
    readonly from: number;
    readonly to: number;
    readonly thresholdCny: number;
    readonly moreThan: number;
  };
  /** More villages than this turned from loss to profit between the two years. */
  readonly turnedProfitable: { readonly from: number; readonly to: number; readonly moreThan: number };
  readonly projects: { readonly from: number; readonly to: number; readonly count: number };
  readonly projectsOfVillage: { readonly village: string; readonly count: number };
  readonly workFunding: { readonly from: number; readonly to: number; readonly amountCny: number };
  /** The teams of a prefecture, every one of them handed over. */
  readonly teams: { readonly prefecture: string; readonly count: number };
  /** What one place did is the least that the area around it did: counts by kind of service from a month on. */
  readonly servicesAtLeast: readonly {
    readonly area: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly count: number;
  }[];
}

/** A transcribed figure as far as targets need it. */
export interface TargetFigure {
  readonly id: string;
  readonly area: string;
  readonly value: number;
}

/**
 * Targets out of the transcribed figures, by their ids.
 *
 * "三年来" (the last three years) is read as the years 2023 to 2025, so that what changed "in" them is compared between the
 * ends of 2022 and 2025. What a community did in 2026 up to its report is put into January to May, its township's months.
 *
 * @throws {RangeError} naming a figure that is missing: a calibration must not quietly lose its anchor.
 */
export function targetsFrom(figures: readonly TargetFigure[]): Targets {
  const figure = (id: string): TargetFigure => {
    const found = figures.find((each) => each.id === id);
    if (!found)
      throw new RangeError(
        `the simulation is calibrated to the figure ${JSON.stringify(id)}, which is not among those transcribed`,
      );
    return found;
  };
  const income = (id: string, year: number) => ({ village: figure(id).area, year, incomeCny: figure(id).value });
  const service = (id: string, kind: string, from = '2026-01', to = '2026-05') => ({
    area: figure(id).area.length === 12 ? figure(id).area.slice(0, 9) : figure(id).area,
    kind,
    from,
    to,
    count: figure(id).value,
  });
  return {
    incomes: [income('income-zharinanmucuo-2023', 2023), income('income-zharinanmucuo-2024', 2024)],
    incomeAtLeast: {
      prefecture: figure('income-lhasa-2025').area,
      year: 2025,
      thresholdCny: 1_000_000,
      villages: figure('income-lhasa-2025').value,
    },
    lifted: { from: 2022, to: 2025, thresholdCny: 50_000, moreThan: figure('lifted-xizang').value },
    turnedProfitable: { from: 2022, to: 2025, moreThan: figure('profitable-xizang').value },
    projects: { from: 2023, to: 2025, count: figure('projects-filed-xizang').value },
    projectsOfVillage: {
      village: figure('projects-zharinanmucuo').area,
      count: figure('projects-zharinanmucuo').value,
    },
    workFunding: { from: 2023, to: 2025, amountCny: figure('work-funding-xizang').value },
    teams: { prefecture: figure('teams-qamdo').area, count: figure('teams-rotated-qamdo').value },
    servicesAtLeast: [
      service('errands-zharinanmucuo', 'errands'),
      service('medical-zharinanmucuo', 'accompanied-medical-visits'),
      service('disputes-zharinanmucuo', 'disputes-mediated'),
      service('hazards-zharinanmucuo', 'hazards-rectified'),
      service('disputes-kading', 'disputes-mediated', '2025-01', '2025-12'),
      { ...service('canteen-motuo', 'canteen-meals', '2026-05', '2026-05'), count: figure('canteen-motuo').value * 31 },
    ],
  };
}
