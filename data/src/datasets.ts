import { areasTable } from './areas/areas.ts';
import { type Division, readDivisions } from './areas/divisions.ts';
import { readAreaSources } from './areas/sources.ts';
import { DIMENSIONS } from './dimensions.ts';
import { figuresTable, readFigures } from './figures/figures.ts';
import { type PackageFiles, packageFiles } from './package/package.ts';
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
  const units = readUnits();
  const divisions = readDivisions(XIZANG);
  const areaSources = readAreaSources(divisions);
  const transcription = readFigures(divisions, areaSources, units);
  const simulated = simulatedTables(villagesOf(divisions), transcription.figures);
  const files = packageFiles(
    {
      name: 'lantu-xizang-villages',
      version: '0.1.0',
      title: texts('西藏驻村工作与集体经济数据', undefined, 'Village work and collective income in Xizang'),
      units: [...units.values()].map(({ written, ...unit }) => unit),
      dimensions: DIMENSIONS,
    },
    [areasTable(divisions, areaSources), figuresTable(transcription), ...simulated.tables],
  );
  return new Map([
    ...files,
    [SUPPRESSIONS, new TextEncoder().encode(`${JSON.stringify(simulated.suppressions, null, 2)}\n`)],
  ]);
}

/** The villages of counties, with what they lie in; what stands under a zone is in no county and left out. */
export function villagesOf(divisions: readonly Division[]): Village[] {
  return divisions.flatMap(({ level, code, name, within: { township, county, prefecture } }) =>
    level === 'village' && township && county && prefecture ? [{ code, name, township, county, prefecture }] : [],
  );
}
