/** How {@link decimalText} writes a number. */
export interface DecimalOptions {
  /** The number is multiplied by 10 to this power first, without going through binary fractions. Default 0. */
  readonly shift?: number;
  /** Places after the point. */
  readonly decimals: number;
  /** Which zeros at the end are left out: none (default), all, or only a fraction that is nothing but zeros. */
  readonly trim?: 'none' | 'all' | 'whole';
  /** Writes `+` before what is above zero after rounding. */
  readonly sign?: boolean;
}

/** U+2212: as wide as a plus, does not break a line, and is read as "minus". */
const MINUS = '−';

/**
 * `value` in decimal digits, grouped by commas, with a point and a true minus sign.
 *
 * Rounds half away from zero on the shortest decimal that reads back as `value`, so that 1.005 becomes 1.01 and 2.5 becomes 3.
 * What rounds to zero has no sign.
 *
 * @throws {RangeError} where `value` is not finite.
 */
export function decimalText(
  value: number,
  { shift = 0, decimals, trim = 'none', sign = false }: DecimalOptions,
): string {
  const { digits, point } = decimalOf(value, shift);
  const kept = point + decimals;
  let rounded = kept > 0 ? digits.slice(0, kept).padEnd(kept, '0') : '0';
  if (kept >= 0 && (digits[kept] ?? '0') >= '5') rounded = String(BigInt(rounded) + 1n);
  rounded = rounded.padStart(decimals + 1, '0');
  const whole = rounded.slice(0, rounded.length - decimals).replace(/^0+(?=\d)/, '');
  let fraction = rounded.slice(rounded.length - decimals);
  if (decimals === 0 || (trim === 'whole' && /^0*$/.test(fraction))) fraction = '';
  if (trim === 'all') fraction = fraction.replace(/0+$/, '');
  const prefix = /^0+$/.test(rounded) ? '' : value < 0 ? MINUS : sign ? '+' : '';
  return `${prefix}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction && `.${fraction}`}`;
}

/** How many digits stand before the point of `value` × 10^`shift`: 3 for 216, 0 for 0.5, −1 for 0.05; 1 for zero. */
export function wholeDigits(value: number, shift = 0): number {
  return value === 0 ? 1 : decimalOf(value, shift).point;
}

function decimalOf(value: number, shift: number): { digits: string; point: number } {
  if (!Number.isFinite(value)) throw new RangeError(`only a finite number can be written; received ${value}`);
  const [mantissa = '', exponent] = Math.abs(value).toExponential().split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 + shift };
}
