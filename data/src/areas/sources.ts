import { Problems, parseCsv } from '@lantu/bake';
import { readSource } from '../source/files.ts';
import { RowReader } from '../source/row-reader.ts';
import type { Division } from './divisions.ts';

/** A place on the schematic grid, counted from 0 at the north-west corner. */
export interface Tile {
  readonly col: number;
  readonly row: number;
}

/** Names in other languages than Chinese. */
export interface Names {
  readonly bo?: string;
  readonly en?: string;
}

/** What our own files say of the divisions, by code. */
export interface AreaSources {
  readonly names: ReadonlyMap<string, Names>;
  readonly tiles: ReadonlyMap<string, Tile>;
  /** The codes that a county had in older lists. */
  readonly formerCodes: ReadonlyMap<string, readonly string[]>;
}

const NAME_SOURCES = ['common usage', 'SASM/GNC', 'pinyin'] as const;

/**
 * `names.csv`, `tiles.csv` and `crosswalk.csv`, checked against the list of divisions: every code is one of it (in the crosswalk,
 * every former code is not), a Chinese name is the list's, every name says where it is from, every county has one cell of its own.
 *
 * @param read gives the text of a file under `sources/`
 * @throws {LantuError} `data/import` with all faults
 */
export function readAreaSources(
  divisions: readonly Division[],
  read: (file: string) => string = readSource,
): AreaSources {
  const problems = new Problems();
  const known = new Map(divisions.map((each) => [each.code, each]));
  const sources = {
    names: namesFrom(read, known, problems),
    tiles: tilesFrom(read, known, problems),
    formerCodes: crosswalkFrom(read, known, problems),
  };
  problems.throwIfAny();
  return sources;
}

type Read = (file: string) => string;
type Known = ReadonlyMap<string, Division>;

function namesFrom(read: Read, known: Known, problems: Problems): Map<string, Names> {
  const file = 'areas/names.csv';
  const names = new Map<string, Names>();
  for (const row of parseCsv(read(file), file, ['code', 'zh', 'bo', 'bo_from', 'en', 'en_from'])) {
    const cell = new RowReader(file, row, problems);
    const { code, zh } = row.cells;
    const division = known.get(code);
    if (!division) cell.fault('code', 'no division of the list', code);
    else if (division.name !== zh) cell.fault('zh', 'another name than the list has', zh, division.name);
    if (names.has(code)) cell.fault('code', 'a division that is named twice', code);
    const bo = cell.optional('bo');
    const en = cell.optional('en');
    if (bo) cell.oneOf('bo_from', NAME_SOURCES);
    if (en) cell.oneOf('en_from', NAME_SOURCES);
    if (bo && !/^[\u0F40-\u0FBC\u0F0B]+$/.test(bo)) {
      cell.fault('bo', 'not a bare Tibetan name', bo, 'Tibetan letters and tshegs, without a closing mark');
    }
    names.set(code, { ...(bo && { bo }), ...(en && { en }) });
  }
  return names;
}

function tilesFrom(read: Read, known: Known, problems: Problems): Map<string, Tile> {
  const file = 'areas/tiles.csv';
  const tiles = new Map<string, Tile>();
  const taken = new Map<string, string>();
  for (const row of parseCsv(read(file), file, ['code', 'col', 'row'])) {
    const cell = new RowReader(file, row, problems);
    const { code } = row.cells;
    const tile = { col: cell.number('col') ?? -1, row: cell.number('row') ?? -1 };
    const place = `${tile.col},${tile.row}`;
    const occupant = taken.get(place);
    if (known.get(code)?.level !== 'county') cell.fault('code', 'no county of the list', code);
    if (tiles.has(code)) cell.fault('code', 'a county with two cells', code);
    if (occupant) cell.fault('col', `a cell that ${occupant} has already`, place, 'a cell of its own for every county');
    tiles.set(code, tile);
    taken.set(place, code);
  }
  for (const { code, name, level } of known.values()) {
    if (level !== 'county' || tiles.has(code)) continue;
    problems.add({ file, column: 'code', problem: 'a county without a cell', received: `${code} ${name}` });
  }
  return tiles;
}

function crosswalkFrom(read: Read, known: Known, problems: Problems): Map<string, string[]> {
  const file = 'areas/crosswalk.csv';
  const former = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const row of parseCsv(read(file), file, ['former', 'former_name', 'current', 'current_name', 'last_listed'])) {
    const cell = new RowReader(file, row, problems);
    const { former: old, current, current_name: name, last_listed: date } = row.cells;
    const division = known.get(current);
    if (known.has(old)) cell.fault('former', 'a code that is in use', old, 'codes that the list no longer has');
    if (seen.has(old)) cell.fault('former', 'a former code that is given twice', old);
    if (!division) cell.fault('current', 'no division of the list', current);
    else if (division.name !== name) cell.fault('current_name', 'another name than the list has', name, division.name);
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) cell.fault('last_listed', 'no day', date, 'a day such as 2022-10-31');
    cell.required('former_name');
    seen.add(old);
    former.set(current, [...(former.get(current) ?? []), old]);
  }
  return former;
}
