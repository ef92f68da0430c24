import type { Exactness } from '@lantu/spec';
import { plainText } from './missing.ts';
import { barePower, writtenUnit } from './unit.ts';

/** A number as a text writes it. */
export interface WrittenNumber {
  /** The digits as a decimal literal, without grouping: what is multiplied is this, so that no binary fraction creeps in. */
  readonly digits: string;
  /** The unit's code where the text names one. */
  readonly unit?: string;
  /** The power of ten that the text's own unit or scale says: 4 for 万元; undefined where it says none. */
  readonly power?: number;
  readonly exactness: Exactness;
}

const AFTER: readonly (readonly [RegExp, Exactness])[] = [
  [/^(余|多)/, 'more-than'],
  [/(余|多)$/, 'more-than'],
  [/(以上)$/, 'at-least'],
  [/(左右|上下)$/, 'about'],
];
const BEFORE: readonly (readonly [RegExp, Exactness])[] = [
  [/^(超过|超|逾|>)/, 'more-than'],
  [/^(不足|不到|低于|<)/, 'less-than'],
  [/^(至少|≥)/, 'at-least'],
  [/^(约|大约|近|~|≈)/, 'about'],
];
const NUMBER = /^([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(e[-+]?\d+)?(.*)$/i;

/**
 * The number that `text` writes: `1,400,000`, `（12）` for −12, `54.3%`, `140万元`, `300余`, in half- or full-width signs; undefined
 * where it is anything else. Digits with a leading zero (00501) are a code and no number.
 */
export function parseNumber(text: string): WrittenNumber | undefined {
  let rest = plainText(text).replace(/^[¥$]/, '');
  let exactness: Exactness = 'exact';
  for (const [form, says] of BEFORE) {
    if (!form.test(rest)) continue;
    rest = rest.replace(form, '');
    exactness = says;
    break;
  }
  const bracketed = /^\(([\d.,]+)\)$/.exec(rest);
  if (bracketed?.[1]) rest = `-${bracketed[1]}`;
  const [, sign = '', grouped = '', exponent = '', tail = ''] = NUMBER.exec(rest) ?? [];
  if (grouped === '' || /^0\d/.test(grouped)) return undefined;
  let unit = tail.trim();
  for (const [form, says] of AFTER) {
    if (!form.test(unit)) continue;
    unit = unit.replace(form, '');
    exactness = says;
  }
  const inner = /^(.*[万亿])(余|多)(.*)$/.exec(unit);
  if (inner) {
    unit = `${inner[1]}${inner[3]}`;
    exactness = 'more-than';
  }
  const digits = `${sign === '-' ? '-' : ''}${grouped.replaceAll(',', '')}${exponent}`;
  if (unit === '') return { digits, exactness };
  const power = barePower(unit);
  if (power !== undefined) return { digits, power, exactness };
  const written = writtenUnit(unit);
  return written && { digits, unit: written.code, power: written.power, exactness };
}

/** `digits` times ten to `power`, rounded once: 216.35 and 4 give 2163500 exactly. */
export function scaled(digits: string, power: number): number {
  if (power === 0) return Number(digits);
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) + power}`);
}
