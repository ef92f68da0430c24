import type { Formatter } from '@lantu/spec/locale';
import { type BlockOptions, textBlock } from '../frame/block.ts';
import type { Setting } from '../frame/setting.ts';
import type { TextItem } from '../scene.ts';
import { lineBox } from '../text/measure.ts';
import type { KpiCard } from './kpi.card.ts';
import type { KpiChangeWords, KpiValueWords } from './kpi.words.ts';

/** Texts set below each other or side by side. */
export interface TextRow {
  readonly texts: readonly TextItem[];
  readonly bottom: number;
  /** Where the widest line ends. */
  readonly end: number;
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** The number is set so much larger than its unit, and smaller where it would not fit. */
const MAGNIFIED = 2;
/** Between the number and its unit, in em of the unit; Chinese writes no space there. */
const NARROWEST_GAP = 0.15;

interface Part {
  readonly id: string;
  readonly role: string;
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 600;
}

/** The period of the number; no text where it has none. */
export function periodTexts({ latest }: KpiCard, format: Formatter, setting: Setting, room: Room): TextRow {
  if (latest.period === null) return { texts: [], bottom: room.top, end: room.left };
  const text = format.period(latest.period);
  return block({ id: 'period', role: 'lt-caption', text, fontSize: setting.type.small }, setting, room);
}

/** The number large between its unit and the words of its exactness, on one baseline; or, for want of a number, why. */
export function valueTexts(value: KpiValueWords | string, setting: Setting, room: Room): TextRow {
  const size = setting.type.title;
  if (typeof value === 'string') {
    return block({ id: 'value', role: 'lt-missing', text: value, fontSize: size }, setting, room);
  }
  const { prefix, number, unit, position, separator, suffix } = value;
  const [before, after] = position === 'before' ? [prefix + unit, suffix] : [prefix, unit + suffix];
  const all: readonly Part[] = [
    { id: 'value-before', role: 'lt-name', text: before, size, weight: 400 },
    { id: 'value', role: 'lt-title', text: number, size: MAGNIFIED * size, weight: 600 },
    { id: 'value-after', role: 'lt-name', text: after, size, weight: 400 },
  ];
  const parts = all.filter(({ text }) => text !== '');
  const gap = Math.max(NARROWEST_GAP * size, setting.measure(separator, { fontSize: size }));
  const widths = parts.map(({ text, size: fontSize, weight }) => setting.measure(text, { fontSize, weight }));
  const width = widths.reduce((sum, each) => sum + each, gap * (parts.length - 1));
  const scale = Math.min(1, (room.right - room.left) / width);
  const boxes = parts.map(({ text, size: fontSize }) => lineBox(text, fontSize * scale));
  const ascent = Math.max(...boxes.map((box) => box.ascent));
  const descent = Math.max(...boxes.map((box) => box.descent));
  let x = room.left;
  const texts = parts.map(({ id, role, text, size: each }, index): TextItem => {
    const item = { id, role, x, y: room.top + ascent, anchor: 'start', lines: [text] } as const;
    x += ((widths[index] ?? 0) + gap) * scale;
    return { ...item, lineHeight: ascent + descent, fontSize: Math.floor(each * scale * 10) / 10 };
  });
  return row(texts, room.top + ascent + descent, room.left + width * scale);
}

/** The signed percentage and the phrase that says it in full, side by side where both fit. */
export function changeTexts({ signed, phrase }: KpiChangeWords, setting: Setting, room: Room): TextRow {
  const { name, small } = setting.type;
  const said = { id: 'change', role: 'lt-name', text: phrase, fontSize: name } as const;
  if (signed === null) return block(said, setting, room);
  const sign = block({ id: 'signed', role: 'lt-total', text: signed, fontSize: name, weight: 600 }, setting, room);
  const left = sign.end + 0.75 * small;
  if (left + setting.measure(phrase, { fontSize: name }) <= room.right) {
    const beside = block(said, setting, { ...room, left });
    return row([...level(sign, beside), ...level(beside, sign)], Math.max(sign.bottom, beside.bottom), beside.end);
  }
  const below = block(said, setting, { ...room, top: sign.bottom });
  return row([...sign.texts, ...below.texts], below.bottom, Math.max(sign.end, below.end));
}

/** The texts of `one` on the lower of both baselines: Tibetan needs more room above its line than digits. */
function level(one: TextRow, other: TextRow): TextItem[] {
  const baseline = Math.max(...[...one.texts, ...other.texts].map(({ y }) => y));
  return one.texts.map((text) => ({ ...text, y: baseline }));
}

function row(texts: readonly TextItem[], bottom: number, end: number): TextRow {
  return { texts, bottom, end };
}

type Text = Pick<BlockOptions, 'id' | 'role' | 'text' | 'fontSize' | 'weight'>;

function block(text: Text, { measure }: Setting, { left, right, top }: Room): TextRow {
  const { item, width, height } = textBlock({ ...text, x: left, top, maxWidth: right - left, maxLines: 4, measure });
  return row([item], top + height, left + width);
}
