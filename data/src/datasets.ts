import { type PackageFiles, type PackageInfo, packageFiles } from '@lantu/bake';
import { areasTable } from './areas/areas.ts';
import { type Division, readDivisions } from './areas/divisions.ts';
import { largeDivisions } from './areas/large-divisions.ts';
import { readAreaSources } from './areas/sources.ts';
import { DIMENSIONS } from './dimensions.ts';
import { figuresTable, readFigures } from './figures/figures.ts';
import { simulatedTables } from './simulated/index.ts';
import type { Village } from './simulation/village.ts';
import { texts } from './source/texts.ts';
import { readUnits } from './units.ts';

const XIZANG = '54';

/** What disclosure control hid: how many cells of which dataset and why, never which numbers. */
const SUPPRESSIONS = 'suppressions.json';

/**
 * All datasets and their catalog, built from `sources/` and the list of divisions: the same bytes every time.
 *
 * @throws {LantuError} `data/import` with all faults of the sources
 */
export function buildPackage(): PackageFiles {
  const { units, divisions, areaSources, transcription } = readSources();
  const simulated = simulatedTables(villagesOf(divisions), transcription.figures);
  const tables = [areasTable(divisions, areaSources), figuresTable(transcription), ...simulated.tables];
  return new Map([...packageFiles(packageInfo(units), tables), suppressionReport(simulated)]);
}

/**
 * The same for `villages` villages of all China: Xizang's first, then the others of the national list, then the list again under
 * codes of their own. Only Xizang is calibrated; elsewhere there are as many projects and as much money a village.
 *
 * @param onStep hears what is being made
 */
export function buildLargePackage(villages: number, onStep: (step: string) => void): PackageFiles {
  const { units, areaSources, transcription } = readSources();
  onStep('reading the national list of divisions');
  const divisions = largeDivisions(villages);
  onStep(`simulating ${villages} villages`);
  const simulated = simulatedTables(villagesOf(divisions), transcription.figures);
  onStep('writing Arrow streams');
  const areas = {
    ...areasTable(divisions, areaSources),
    title: texts('全国行政区划（规模测试）', undefined, 'Administrative divisions of China, for work on scale'),
    description: texts(
      '全国村级及以上行政区划，按需重复。',
      undefined,
      'Divisions down to villages, repeated as asked.',
    ),
  };
  const tables = [areas, figuresTable(transcription), ...simulated.tables];
  return new Map([...packageFiles(packageInfo(units), tables), suppressionReport(simulated)]);
}

function readSources() {
  const units = readUnits();
  const divisions = readDivisions(XIZANG);
  const areaSources = readAreaSources(divisions);
  return { units, divisions, areaSources, transcription: readFigures(divisions, areaSources, units) };
}

function packageInfo(units: ReturnType<typeof readUnits>): PackageInfo {
  return {
    name: 'lantu-xizang-villages',
    version: '0.1.0',
    title: texts('西藏驻村工作与集体经济数据', undefined, 'Village work and collective income in Xizang'),
    units: [...units.values()].map(({ written, ...unit }) => unit),
    dimensions: DIMENSIONS,
  };
}

function suppressionReport({ suppressions }: ReturnType<typeof simulatedTables>): [string, Uint8Array] {
  return [SUPPRESSIONS, new TextEncoder().encode(`${JSON.stringify(suppressions, null, 2)}\n`)];
}

/** The villages of counties, with what they lie in; what stands under a zone is in no county and left out. */
export function villagesOf(divisions: readonly Division[]): Village[] {
  return divisions.flatMap(({ level, code, name, within: { township, county, prefecture } }) =>
    level === 'village' && township && county && prefecture ? [{ code, name, township, county, prefecture }] : [],
  );
}
