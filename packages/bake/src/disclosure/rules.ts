/** A count of residents' cases: a cell of 1 to `minimum` − 1 is hidden. 0 is shown: nobody can be found in it. */
export interface CountRule {
  readonly kind: 'count';
  readonly minimum: number;
}

/**
 * A sum of money: a cell is hidden where fewer than `contributors` stand behind it, or where the largest of them makes up more
 * than `dominance` (0…1) of it.
 */
export interface MoneyRule {
  readonly kind: 'money';
  readonly contributors: number;
  readonly dominance: number;
}

/** What a cell is made of, as far as rules ask. */
export interface Contribution {
  /** How many persons, households or firms stand behind the cell. */
  readonly contributors: number;
  /** The largest single part of it, as a number of the cell's own unit. */
  readonly largest: number;
}

/** Ten for residents' cases; five where the field's own rule says so. */
export const RESIDENT_CASES: CountRule = { kind: 'count', minimum: 10 };

export type DisclosureReason = 'small-count' | 'few-contributors' | 'dominant-contributor' | 'complementary';

/** Why a cell must be hidden by itself, or null where it may be shown. A missing value hides nothing and is never hidden. */
export function primaryReason(
  value: number | null,
  rule: CountRule | MoneyRule,
  contribution?: Contribution,
): Exclude<DisclosureReason, 'complementary'> | null {
  if (value === null) return null;
  if (rule.kind === 'count') return value > 0 && value < rule.minimum ? 'small-count' : null;
  if (!contribution)
    throw new RangeError('a rule for money needs to know the contributors of each cell; received none');
  if (contribution.contributors > 0 && contribution.contributors < rule.contributors) return 'few-contributors';
  return value > 0 && contribution.largest > rule.dominance * value ? 'dominant-contributor' : null;
}
