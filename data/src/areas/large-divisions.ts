import { type Division, readDivisions } from './divisions.ts';

const ALL = '';
const FIRST = '54';

/**
 * The divisions of China with `villages` villages: Xizang's first, then the others by code. Beyond the list its villages come
 * again, in the same townships, under their code with the number of the repetition behind it: `540102002001-2`.
 */
export function largeDivisions(villages: number): Division[] {
  const listed = readDivisions(ALL);
  const above = listed.filter((each) => each.level !== 'village');
  const ofCounties = listed.filter((each) => each.level === 'village' && each.within.county !== null);
  const first = (each: Division) => each.code.startsWith(FIRST);
  const ordered = [...ofCounties.filter(first), ...ofCounties.filter((each) => !first(each))];
  const chosen = Array.from({ length: villages }, (_, index) => {
    const village = ordered[index % ordered.length] as Division;
    const round = Math.floor(index / ordered.length);
    return round === 0 ? village : { ...village, code: `${village.code}-${round + 1}` };
  });
  const needed = new Set(chosen.flatMap(({ within }) => Object.values(within)));
  return [...above.filter((each) => needed.has(each.code)), ...chosen];
}
