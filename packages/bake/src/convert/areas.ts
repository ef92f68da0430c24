import type { Area, AreaIndex, AreaMatch } from '../area/index-of-areas.ts';
import { isMissingMarker } from '../cell/missing.ts';
import type { ColumnMapping } from '../mapping/mapping.ts';
import type { Cell } from '../package/table.ts';
import type { RawColumn, RawValue } from '../read/source.ts';
import { columnName, type Findings } from './findings.ts';

/** A column that says what the areas of another lie in. */
export interface ParentColumn {
  readonly raw: RawColumn;
  readonly mapping: ColumnMapping;
}

/** The answer that takes a cell for missing. */
const MISSING = 'missing';
const SHOWN_NOTES = 5;

/**
 * The codes of the areas that a column names. A name that several areas have, within the parents that the row names, and a name
 * that none has are asked about, once for each combination; none is chosen.
 */
export function convertAreas(
  raw: RawColumn,
  mapping: ColumnMapping,
  parents: readonly ParentColumn[],
  areas: AreaIndex,
  findings: Findings,
  skipped: ReadonlySet<number>,
): Cell[] {
  const codes = new Map<string, Cell>();
  const matches = new Map<AreaMatch, Map<string, Area>>();
  const cells = raw.values.map((value, index): Cell => {
    if (skipped.has(index)) return null;
    const text = textOf(value);
    if (text === undefined || mapping.missing.includes(text) || isMissingMarker(text)) return null;
    const named = parents.map((parent) => textOf(parent.raw.values[index] ?? null) ?? '');
    const key = [text, ...named.toReversed()].join(' < ');
    const known = codes.get(key);
    if (known !== undefined) return known;
    const code = resolve(text, named, index, key);
    codes.set(key, code);
    return code;
  });
  reportMatches(raw, matches, findings);
  return cells;

  function resolve(text: string, named: readonly string[], index: number, key: string): Cell {
    const within = parentCodes(named, parents, areas);
    const found = areas.resolve(text, { within, ...(mapping.level && { level: mapping.level }) });
    if (found.kind === 'found') {
      const byKind = matches.get(found.by) ?? new Map<string, Area>();
      matches.set(found.by, byKind.set(text, found.area));
      return found.area.code;
    }
    const candidates = found.kind === 'ambiguous' ? found.candidates : found.nearest;
    const answer = findings.ask({
      key: `area:${mapping.field}:${key}`,
      question:
        found.kind === 'ambiguous'
          ? `Column ${columnName(raw)}, row ${findings.rowNumber(index)}: ${candidates.length} areas are called ${JSON.stringify(text)}${named.some(Boolean) ? ` in ${named.filter(Boolean).join(' ')}` : ''}. Which is meant?`
          : `Column ${columnName(raw)}, row ${findings.rowNumber(index)}: no area is called ${JSON.stringify(text)}${named.some(Boolean) ? ` in ${named.filter(Boolean).join(' ')}` : ''}. Which is meant?`,
      choices: [
        ...candidates.map((area) => ({ answer: area.code, means: areas.fullName(area) })),
        { answer: MISSING, means: 'none: the cell is taken for missing' },
      ],
      allowed: 'the code of any area of the dataset of areas',
      accepts: (code) => areas.byCode(code) !== undefined,
    });
    return answer === undefined || answer === MISSING ? null : answer;
  }
}

/** For each parent that the row names, the codes that it may have, each within those before it. Unknown ones narrow nothing. */
function parentCodes(named: readonly string[], parents: readonly ParentColumn[], areas: AreaIndex): string[][] {
  const within: string[][] = [];
  for (const [index, name] of named.entries()) {
    if (name === '') continue;
    const level = parents[index]?.mapping.level;
    const found = areas.resolve(name, { within, ...(level && { level }) }, false);
    if (found.kind === 'found') within.push([found.area.code]);
    if (found.kind === 'ambiguous') within.push(found.candidates.map((each) => each.code));
  }
  return within;
}

function textOf(value: RawValue): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function reportMatches(
  raw: RawColumn,
  matches: ReadonlyMap<AreaMatch, ReadonlyMap<string, Area>>,
  findings: Findings,
): void {
  const words: Partial<Record<AreaMatch, string>> = {
    'former-code': 'codes of older lists, taken for their present ones',
    'other-ending': 'names with another ending than the list has',
  };
  for (const [kind, found] of matches) {
    const says = words[kind];
    if (says === undefined) continue;
    const shown = [...found].slice(0, SHOWN_NOTES).map(([text, area]) => `${text} → ${area.code} ${area.name}`);
    findings.note(
      `column ${columnName(raw)}: ${found.size} ${says}: ${shown.join('; ')}${found.size > SHOWN_NOTES ? '; …' : ''}`,
    );
  }
}
