import { quoteValue } from '@lantu/spec';

/** A number as the file has it, and its row. */
export interface SampleNumber {
  readonly number: number;
  readonly row: number;
}

/** Why a column's unit is in doubt, with what speaks for it. */
export interface Doubt {
  readonly question: string;
  readonly evidence: readonly string[] & string[];
  readonly choices: { answer: string; means: string }[];
}

const MONEY_UNITS = [
  ['元', 0],
  ['万元', 4],
  ['亿元', 8],
] as const;

/**
 * The medians (of numbers other than 0, as the file has them) that money of villages, townships and counties has in a unit:
 * outside, the unit is asked about. A village earns thousands to millions of yuan a year; a slip by 10⁴ leaves this range.
 */
const PLAUSIBLE: Readonly<Record<number, readonly [low: number, high: number]>> = {
  0: [1_000, 1e10],
  3: [1, 1e7],
  4: [0.1, 10_000],
  6: [0.001, 1_000],
  8: [0.000_01, 1_000],
};

/** Neighbouring sizes (sorted) that differ by this factor are two scales in one column. */
const GAP = 1_000;

/**
 * What makes the unit of a column doubtful: nobody says it; its numbers are too large or too small for the one that is said; they
 * fall into two groups a thousandfold apart. Undefined where nothing does.
 *
 * @param power of ten, as the header or the mapping says; undefined where neither does.
 */
export function magnitudeDoubt(
  unit: 'CNY' | 'percent',
  power: number | undefined,
  sample: readonly SampleNumber[],
  percentShown: boolean,
): Doubt | undefined {
  const sizes = sample
    .filter(({ number }) => number !== 0)
    .map((each) => ({ ...each, number: Math.abs(each.number) }))
    .sort((a, b) => a.number - b.number);
  const [least] = sizes;
  const most = sizes.at(-1);
  const median = sizes[Math.floor(sizes.length / 2)]?.number;
  if (!least || !most || median === undefined) return undefined;
  if (unit === 'percent') return percentDoubt(power, most, percentShown);
  const range = `numbers from ${written(least.number)} (row ${least.row}) to ${written(most.number)} (row ${most.row}), median ${written(median)}`;
  const choices = MONEY_UNITS.map(([name, each]) => ({
    answer: name as string,
    means: `every number is in ${name}: ${written(median)} is ${written(median * 10 ** each)} 元`,
  }));
  if (power === undefined)
    return { question: 'it holds money and nothing says in which unit. Which is it?', evidence: [range], choices };
  const said = MONEY_UNITS.find(([, each]) => each === power)?.[0] ?? `10^${power} 元`;
  const gap = largestGap(sizes);
  if (gap) {
    const threshold = roundBetween(gap.below.number, gap.above.number);
    return {
      question: `its numbers are said to be in ${said} and fall into two groups of different scale. Which unit are they in?`,
      evidence: [
        range,
        `none between ${written(gap.below.number)} (row ${gap.below.row}) and ${written(gap.above.number)} (row ${gap.above.row})`,
      ],
      choices: [
        ...choices,
        {
          answer: `below ${threshold} 万元, else 元`,
          means: `numbers below ${written(threshold)} are in 万元, the others in 元`,
        },
      ],
    };
  }
  const [low, high] = PLAUSIBLE[power] ?? [0, Number.POSITIVE_INFINITY];
  if (median >= low && median < high) return undefined;
  return {
    question: `its numbers are said to be in ${said} and are unusually ${median < low ? 'small' : 'large'} for that. Which unit are they in?`,
    evidence: [range, `in ${said} the median is ${written(median * 10 ** power)} 元`],
    choices,
  };
}

function percentDoubt(power: number | undefined, most: SampleNumber, percentShown: boolean): Doubt | undefined {
  if (percentShown || (power === 0 && most.number <= 1)) return undefined;
  if (power !== undefined && power < 0 && most.number > 1) return undefined;
  return {
    question:
      power === undefined
        ? 'it holds shares and nothing says whether they are in percent. Are they?'
        : 'it holds shares that do not fit the unit. Are they in percent?',
    evidence: [`the largest is ${written(most.number)} (row ${most.row})`],
    choices: [
      { answer: 'percent', means: `${written(most.number)} is ${written(most.number)} %` },
      { answer: 'ratio', means: `${written(most.number)} is ${written(most.number * 100)} %` },
    ],
  };
}

function largestGap(sizes: readonly SampleNumber[]): { below: SampleNumber; above: SampleNumber } | undefined {
  let found: { below: SampleNumber; above: SampleNumber } | undefined;
  for (const [index, above] of sizes.entries()) {
    const below = sizes[index - 1];
    if (!below || above.number / below.number < GAP) continue;
    if (!found || above.number / below.number > found.above.number / found.below.number) found = { below, above };
  }
  return found;
}

/** A power of ten between two numbers. */
function roundBetween(low: number, high: number): number {
  return 10 ** Math.floor((Math.log10(low) + Math.log10(high)) / 2 + 0.5);
}

function written(number: number): string {
  return Number.isFinite(number)
    ? Number(number.toPrecision(12)).toLocaleString('en-US', { maximumFractionDigits: 6 })
    : quoteValue(number);
}
