import type { Unit } from '@lantu/spec';

/** A unit as it was written: 万元 is CNY, times 10⁴. */
export interface WrittenUnit {
  readonly code: string;
  readonly power: number;
  readonly written: string;
}

interface KnownUnit extends Unit {
  readonly words: readonly string[];
}

/** Units that headers and cells name; a package's own units have precedence over these titles. */
export const KNOWN_UNITS: readonly KnownUnit[] = [
  {
    code: 'CNY',
    kind: 'money',
    title: { 'zh-CN': '元', en: 'yuan' },
    words: ['元', '圆', '人民币', '人民币元', 'rmb', 'cny', 'yuan', '¥'],
  },
  { code: 'percent', kind: 'ratio', title: { 'zh-CN': '百分比', en: 'percent' }, words: ['%', '百分比'] },
  { code: 'person', kind: 'count', title: { 'zh-CN': '人', en: 'people' }, words: ['人', '名'] },
  { code: 'person-time', kind: 'count', title: { 'zh-CN': '人次', en: 'visits' }, words: ['人次'] },
  { code: 'household', kind: 'count', title: { 'zh-CN': '户', en: 'households' }, words: ['户'] },
  { code: 'time', kind: 'count', title: { 'zh-CN': '次', en: 'times' }, words: ['次'] },
  { code: 'item', kind: 'count', title: { 'zh-CN': '项', en: 'items' }, words: ['项', '个', '件'] },
  { code: 'mu', kind: 'quantity', title: { 'zh-CN': '亩', en: 'mu' }, words: ['亩'] },
  { code: 'kilowatt', kind: 'quantity', title: { 'zh-CN': '千瓦', en: 'kW' }, words: ['千瓦', 'kw'] },
  { code: 'number', kind: 'quantity', title: { 'zh-CN': '数值', en: 'number' }, words: [] },
];

const POWERS: Readonly<Record<string, number>> = {
  '': 0,
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};
const SCALED = /^((?:十|百|千|万)?(?:万|亿)|十|百|千|万|亿)?(.*)$/;

/** The unit that a text names wholly (万元, 亿元, %, 人次, 万人); undefined where it names none. 千瓦 is a unit of its own. */
export function writtenUnit(text: string): WrittenUnit | undefined {
  const word = text.trim().toLowerCase();
  const whole = unitOf(word);
  if (whole) return { code: whole.code, power: 0, written: text.trim() };
  const [, scale = '', rest = ''] = SCALED.exec(word) ?? [];
  const unit = unitOf(rest);
  const power = POWERS[scale];
  return unit && scale !== '' && power !== undefined ? { code: unit.code, power, written: text.trim() } : undefined;
}

/** The power of ten that a bare scale says: 万 → 4; undefined for any other text. */
export function barePower(text: string): number | undefined {
  return text === '' ? undefined : POWERS[text];
}

function unitOf(word: string): KnownUnit | undefined {
  return word === '' ? undefined : KNOWN_UNITS.find((each) => each.words.includes(word));
}

/** A header apart from its unit: 收入（万元） → 收入 and 万元. The last bracket or part that names a unit is it. */
export function headerUnit(header: string): {
  readonly title: string;
  readonly unit?: WrittenUnit;
  readonly scale?: number;
} {
  const text = header.normalize('NFKC');
  for (const form of HEADER_FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const [whole, inner = ''] = match;
    const named = inner.replace(/^单位\s*[::]?\s*/, '');
    const unit = writtenUnit(named);
    const title = text
      .replace(whole, '')
      .replaceAll(/\s+/g, ' ')
      .replace(/[\s/_:-]+$/, '')
      .trim();
    if (unit) return { title: title || text, unit };
    const scale = barePower(named.trim());
    if (scale !== undefined) return { title: title || text, scale };
  }
  return { title: header.trim() };
}

const HEADER_FORMS = [
  /\(([^()]*)\)\s*$/,
  /\[([^[\]]*)\]\s*$/,
  /\(([^()]*)\)/,
  /\s\/\s([^/]+)$/,
  /[/_:]\s*([^/_:]+)$/,
  /(?:^|\s)([百千万亿]+元)$/,
  /([百千万亿]+元)$/,
];

/** The unit that a caption above the table names for all of it: 单位：万元. */
export function captionUnit(captions: readonly string[]): WrittenUnit | undefined {
  for (const caption of captions) {
    const named = /(?:金额)?单位\s*:\s*([^\s,、;)]+)/.exec(caption.normalize('NFKC'))?.[1];
    const unit = named === undefined ? undefined : writtenUnit(named);
    if (unit) return unit;
  }
  return undefined;
}
