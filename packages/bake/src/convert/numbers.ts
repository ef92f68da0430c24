import { EXACTNESSES, type Exactness } from '@lantu/spec';
import { isMissingMarker } from '../cell/missing.ts';
import { parseNumber, scaled } from '../cell/number.ts';
import { writtenUnit } from '../cell/unit.ts';
import type { ColumnMapping } from '../mapping/mapping.ts';
import type { Cell } from '../package/table.ts';
import type { RawColumn, RawValue } from '../read/source.ts';
import { columnName, type Findings } from './findings.ts';
import { magnitudeDoubt, type SampleNumber } from './magnitude.ts';

/** A column of numbers, and of how exact each is where some cells say so (300余). */
export interface NumberColumn {
  readonly cells: readonly Cell[];
  readonly exactness?: readonly Exactness[];
}

interface Written {
  readonly digits: string;
  readonly power?: number;
  readonly exactness: Exactness;
}

/**
 * The numbers of a column in the unit that its mapping says. Where the unit is in doubt the question is put, and the column is
 * converted as the mapping has it only so that other faults come to light: nothing is written while a question is open.
 */
export function convertNumbers(
  raw: RawColumn,
  mapping: ColumnMapping,
  findings: Findings,
  skipped: ReadonlySet<number>,
): NumberColumn {
  const written = raw.values.map((value, index) =>
    skipped.has(index) ? undefined : writtenIn(raw, mapping, value, index, findings),
  );
  const scale = scaleOf(raw, mapping, written, findings);
  const isWhole = mapping.type === 'integer';
  const cells = written.map((each, index): Cell => {
    if (!each) return null;
    const value = scaled(each.digits, each.power ?? scale(Number(each.digits)));
    if (Number.isFinite(value) && (!isWhole || (Number.isInteger(value) && Math.abs(value) < 2 ** 31))) return value;
    findings.bad(
      raw,
      index,
      isWhole ? 'no whole number' : 'no number',
      raw.values[index] ?? null,
      isWhole ? 'a whole number within 32 bits, or the type number' : 'a finite number',
    );
    return null;
  });
  const inexact = written.some((each) => each && each.exactness !== 'exact');
  return { cells, ...(inexact && { exactness: written.map((each) => each?.exactness ?? 'exact') }) };
}

function writtenIn(
  raw: RawColumn,
  mapping: ColumnMapping,
  value: RawValue,
  index: number,
  findings: Findings,
): Written | undefined {
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return undefined;
  if (typeof value === 'number' || typeof value === 'bigint') return { digits: String(value), exactness: 'exact' };
  const allowed = `a number${mapping.unit ? ` in ${mapping.unit}` : ''}, or ${mapping.missing.length > 0 ? mapping.missing.map((each) => JSON.stringify(each)).join(', ') : 'a blank'} where it is missing`;
  if (typeof value === 'string') {
    if (value.trim() === '' || mapping.missing.includes(value)) return undefined;
    const number = parseNumber(value);
    if (number && (number.unit === undefined || number.unit === mapping.unit)) {
      const power = number.unit === 'percent' ? -2 : number.power;
      return { digits: number.digits, exactness: number.exactness, ...(power !== undefined && { power }) };
    }
    const problem = number
      ? `a number in ${number.unit}`
      : isMissingMarker(value)
        ? 'a marker that the mapping does not list as missing'
        : 'no number';
    findings.bad(raw, index, problem, value, allowed);
    return undefined;
  }
  findings.bad(raw, index, 'no number', value, allowed);
  return undefined;
}

type Scale = (number: number) => number;

/** The power of ten for cells that name no unit of their own. */
function scaleOf(
  raw: RawColumn,
  mapping: ColumnMapping,
  written: readonly (Written | undefined)[],
  findings: Findings,
): Scale {
  const bare: SampleNumber[] = [];
  const own = new Map<number, number[]>();
  for (const [index, each] of written.entries()) {
    if (!each) continue;
    const row = findings.rowNumber(index);
    if (each.power === undefined) bare.push({ number: Number(each.digits), row });
    else own.set(each.power, [...(own.get(each.power) ?? []).slice(0, 4), row]);
  }
  const said = mapping.multiplier === undefined ? undefined : Math.log10(mapping.multiplier);
  if (mapping.unit === 'CNY') mixedUnits(raw, mapping, own, bare, said, findings);
  if (bare.length === 0 || (mapping.unit !== 'CNY' && mapping.unit !== 'percent')) return () => said ?? 0;
  const doubt = magnitudeDoubt(mapping.unit, said, bare, raw.percent);
  if (!doubt) return () => said ?? 0;
  const answer = findings.ask({
    key: `unit:${mapping.field}`,
    question: `Column ${columnName(raw)}: ${doubt.question}`,
    evidence: doubt.evidence,
    choices: doubt.choices,
  });
  const split = answer === undefined ? undefined : /^below (\S+) (\S+), else (\S+)$/.exec(answer);
  if (split) {
    const [, threshold, low, high] = split;
    return (number) => (Math.abs(number) < Number(threshold) ? powerOf(low) : powerOf(high));
  }
  if (answer === 'ratio') return () => 0;
  if (answer === 'percent') return () => -2;
  return answer === undefined ? () => said ?? 0 : () => powerOf(answer);
}

function powerOf(unit: string | undefined): number {
  return writtenUnit(unit ?? '')?.power ?? 0;
}

const POWER_NAMES: Readonly<Record<number, string>> = { 0: '元', 3: '千元', 4: '万元', 6: '百万元', 8: '亿元' };

/** Cells that name another unit than the header or than each other do. */
function mixedUnits(
  raw: RawColumn,
  mapping: ColumnMapping,
  own: ReadonlyMap<number, readonly number[]>,
  bare: readonly SampleNumber[],
  said: number | undefined,
  findings: Findings,
): void {
  const powers = new Set(own.keys());
  if (bare.length > 0 && powers.size > 0) powers.add(said ?? 0);
  if (powers.size < 2) return;
  const evidence = [...own].map(
    ([power, rows]) =>
      `${POWER_NAMES[power] ?? `10^${power}`} in rows ${rows.join(', ')}${rows.length === 5 ? ' …' : ''}`,
  );
  if (bare.length > 0)
    evidence.push(
      `${bare.length} cells without a unit, read as ${POWER_NAMES[said ?? 0] ?? `10^${said}`}, the first in row ${bare[0]?.row}`,
    );
  findings.ask({
    key: `units-in-cells:${mapping.field}`,
    question: `Column ${columnName(raw)}: its cells are in several units. Is each in the unit it names?`,
    evidence,
    choices: [
      { answer: 'as-written', means: 'yes: each cell by the unit it names, those without by the column’s multiplier' },
    ],
  });
}

/** The categories of a field that says how exact another is. */
export const EXACTNESS_CATEGORIES = EXACTNESSES.map((value) => ({ value, label: value }));
