import type { AreaLevel } from '@lantu/spec';
import { plainText } from '../cell/missing.ts';

/** What the name of a division at a level may end in; the longer first. Old and new, formal and everyday endings stand for each other. */
const SUFFIXES: Readonly<Record<AreaLevel, readonly string[]>> = {
  village: [
    '社区居民委员会',
    '村村民委员会',
    '社区居委会',
    '村民委员会',
    '居民委员会',
    '村委会',
    '居委会',
    '社区',
    '村',
  ],
  township: ['街道办事处', '街道办', '民族乡', '街道', '乡', '镇'],
  county: ['自治县', '县', '区', '市'],
  prefecture: ['自治州', '地区', '市', '州', '盟'],
  region: ['自治区', '省', '市'],
};

/** What `name` is without the ending that its level gives it: 扎日南木措社区居委会 → 扎日南木措. A name that is nothing else stays. */
export function stem(name: string, level: AreaLevel): string {
  const suffix = SUFFIXES[level].find((each) => name.endsWith(each) && name.length > each.length);
  return suffix === undefined ? name : name.slice(0, -suffix.length);
}

/** True where `name` ends as divisions of that level do. */
export function hasSuffix(name: string, level: AreaLevel): boolean {
  return stem(name, level) !== name;
}

/** `text` as names are compared: half-width, without blanks. */
export function comparableName(text: string): string {
  return plainText(text).replaceAll(/\s+/g, '');
}

/** `code` without the zeros that pad it to the length of a finer level: 540528000000 → 540528; undefined where it is no code. */
export function comparableCode(text: string): string | undefined {
  const code = plainText(text);
  if (!/^\d{2}$|^\d{4}$|^\d{6}$|^\d{9}$|^\d{12}$/.test(code)) return undefined;
  return code
    .replace(/^(\d{9})000$/, '$1')
    .replace(/^(\d{6})000$/, '$1')
    .replace(/^(\d{4})00$/, '$1')
    .replace(/^(\d{2})00$/, '$1');
}
