import { describe, expect, it } from 'vitest';
import { readSource } from '../source/files.ts';
import { readDivisions } from './divisions.ts';
import { readAreaSources, type Tile } from './sources.ts';

const divisions = readDivisions('54');
const { names, tiles, formerCodes } = readAreaSources(divisions);
const counties = divisions.filter((each) => each.level === 'county');

/** The message for sources of which one file has one text replaced. */
function faultOf(file: string, from: string, to: string): string {
  const read = (each: string) => (each === file ? replaced(readSource(each), from, to) : readSource(each));
  try {
    readAreaSources(divisions, read);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

function replaced(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

describe('names', () => {
  it('are given in English to every prefecture and county, in Tibetan to all but 色尼区', () => {
    const named = divisions.filter((each) => each.level !== 'township' && each.level !== 'village');
    expect(named.filter(({ code }) => !names.get(code)?.en)).toEqual([]);
    expect(named.filter(({ code }) => !names.get(code)?.bo).map((each) => each.name)).toEqual(['色尼区']);
    expect(names.get('5401')).toEqual({ bo: 'ལྷ་ས་གྲོང་ཁྱེར', en: 'Lhasa' });
  });

  it('differ from each other', () => {
    for (const language of ['bo', 'en'] as const) {
      const given = [...names.values()].flatMap((each) => each[language] ?? []);
      expect(new Set(given).size).toBe(given.length);
    }
  });

  it.each([
    [
      '540528,加查县',
      '540599,加查县',
      'areas/names.csv, row 62, column code: no division of the list; received 540599',
    ],
    ['540528,加查县', '540528,加查区', 'column zh: another name than the list has; received 加查区; allowed 加查县'],
    ['540528,加查县', '540529,隆子县', 'column code: a division that is named twice; received 540529'],
    ['Gyaca,SASM/GNC', 'Gyaca,hearsay', 'column en_from: a value that is not in the list; received "hearsay"'],
    ['རྒྱ་ཚ་རྫོང', 'རྒྱ་ཚ་རྫོང།', 'column bo: not a bare Tibetan name'],
  ])('are refused with %s as %s', (from, to, message) => {
    expect(faultOf('areas/names.csv', from, to)).toContain(message);
  });
});

describe('the tile grid', () => {
  const tilesOf = (prefecture: string): Tile[] =>
    counties.filter((each) => each.within.prefecture === prefecture).flatMap(({ code }) => tiles.get(code) ?? []);
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const centre = (prefecture: string) => ({
    col: mean(tilesOf(prefecture).map((each) => each.col)),
    row: mean(tilesOf(prefecture).map((each) => each.row)),
  });

  it('gives each of the 74 counties a cell of its own, from column and row 0 on', () => {
    expect([...tiles.keys()].sort()).toEqual(counties.map((each) => each.code).sort());
    expect(new Set([...tiles.values()].map(({ col, row }) => `${col},${row}`)).size).toBe(74);
    expect(Math.min(...[...tiles.values()].map((each) => each.col))).toBe(0);
    expect(Math.min(...[...tiles.values()].map((each) => each.row))).toBe(0);
  });

  it.each(['5401', '5402', '5403', '5404', '5405', '5406', '5425'])(
    'keeps the counties of %s together',
    (prefecture) => {
      const [start, ...rest] = tilesOf(prefecture);
      const reached = start ? [start] : [];
      let waiting = rest;
      for (const from of reached) {
        const touches = ({ col, row }: Tile) => Math.abs(col - from.col) + Math.abs(row - from.row) === 1;
        reached.push(...waiting.filter(touches));
        waiting = waiting.filter((each) => !touches(each));
      }
      expect(reached.length).toBeGreaterThan(0);
      expect(waiting).toEqual([]);
    },
  );

  it('lays the prefectures out as they lie: Ngari west, Nagqu north, Qamdo east, Lhasa in the middle, the others south', () => {
    const [lhasa, shigatse, qamdo, nyingchi, shannan, nagqu, ngari] = [
      '5401',
      '5402',
      '5403',
      '5404',
      '5405',
      '5406',
      '5425',
    ].map(centre);
    const cols = [ngari, shigatse, lhasa, shannan, nyingchi, qamdo].map((each) => each?.col ?? Number.NaN);
    expect(cols).toEqual([...cols].sort((a, b) => a - b));
    expect(nagqu!.row).toBeLessThan(lhasa!.row);
    expect(lhasa!.row).toBeLessThan(shannan!.row);
    expect(lhasa!.row).toBeLessThan(shigatse!.row);
    expect(qamdo!.row).toBeLessThan(nyingchi!.row);
  });

  it.each([
    ['540528,10,5', '540528,9,5', 'areas/tiles.csv, row 54, column col: a cell that 540525 has already; received 9,5'],
    ['540528,10,5\n', '', 'areas/tiles.csv, column code: a county without a cell; received 540528 加查县'],
    ['540528,10,5', '5405,10,5', 'column code: no county of the list; received 5405'],
    ['540528,10,5', '540528,10,5\n540528,30,30', 'column code: a county with two cells; received 540528'],
    ['540528,10,5', '540528,ten,5', 'column col: no number; received "ten"'],
  ])('is refused with %j as %j', (from, to, message) => {
    expect(faultOf('areas/tiles.csv', from, to)).toContain(message);
  });
});

describe('the crosswalk', () => {
  it('leads former codes to the current ones', () => {
    expect(formerCodes.get('540481')).toEqual(['540422']);
    expect(formerCodes.get('540581')).toEqual(['540530', '542232']);
    expect(formerCodes.get('540602')).toEqual(['542421']);
  });

  it.each([
    [
      '540422,米林县',
      '540423,米林县',
      'areas/crosswalk.csv, row 4, column former: a code that is in use; received 540423',
    ],
    ['540422,米林县', '540126,米林县', 'column former: a former code that is given twice; received 540126'],
    ['540481,米林市', '540499,米林市', 'column current: no division of the list; received 540499'],
    [
      '540481,米林市',
      '540481,米林县',
      'column current_name: another name than the list has; received 米林县; allowed 米林市',
    ],
    ['米林市,2022-10-31', '米林市,2022', 'column last_listed: no day; received 2022'],
  ])('is refused with %s as %s', (from, to, message) => {
    expect(faultOf('areas/crosswalk.csv', from, to)).toContain(message);
  });
});
