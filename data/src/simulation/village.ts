import { Random } from './random.ts';

/** A village or community with the codes of all it lies in: the key of everything simulated. */
export interface Village {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly county: string;
  readonly prefecture: string;
}

/** Whether the village lies in the region that the transcribed figures speak of: Xizang. */
export function isCalibrated({ code }: Village): boolean {
  return code.startsWith('54');
}

/** What stays the same of a village through all years: its size, wealth, and what it lives on. */
export interface Profile {
  readonly households: number;
  /** Logarithm of how much richer it is than the middle village. */
  readonly wealth: number;
  /** Logarithm of its own growth a year beside the common one. */
  readonly growth: number;
  readonly economy: Economy;
  /** How well its collective is run: moves profit and loss, punctual reports, complete files. About standard normal. */
  readonly management: number;
}

export const ECONOMIES = ['farming', 'herding', 'town'] as const;
export type Economy = (typeof ECONOMIES)[number];

/** How rich a prefecture's middle village is beside the region's, as a logarithm, and the part of its villages that herd. */
const PREFECTURES: Readonly<Record<string, { wealth: number; herding: number }>> = {
  '5401': { wealth: 0.5, herding: 0.15 },
  '5402': { wealth: -0.1, herding: 0.3 },
  '5403': { wealth: -0.15, herding: 0.35 },
  '5404': { wealth: 0.35, herding: 0.1 },
  '5405': { wealth: 0.15, herding: 0.2 },
  '5406': { wealth: -0.1, herding: 0.85 },
  '5425': { wealth: 0.05, herding: 0.75 },
};

/** The profile of a village: the same for the same seed and code, whatever other villages there are. */
export function profileOf(seed: number, village: Village): Profile {
  const prefecture = PREFECTURES[village.prefecture] ?? { wealth: 0, herding: 0.25 };
  const county = new Random(seed, 'county', village.county);
  const own = new Random(seed, 'village', village.code);
  const town = /社区|居委会|居民委员会/.test(village.name);
  const economy: Economy = town ? 'town' : own.chance(prefecture.herding) ? 'herding' : 'farming';
  const countyWealth = 0.35 * county.normal();
  const countyManagement = 0.5 * county.normal();
  return {
    households: Math.max(12, Math.round(own.lognormal(town ? 260 : economy === 'herding' ? 62 : 85, 0.5))),
    wealth: prefecture.wealth + countyWealth + (town ? 0.5 : 0) + 0.85 * own.normal(),
    growth: 0.05 * own.normal(),
    economy,
    management: countyManagement + 0.85 * own.normal(),
  };
}
