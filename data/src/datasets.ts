import { areasTable } from './areas/areas.ts';
import { readDivisions } from './areas/divisions.ts';
import { readAreaSources } from './areas/sources.ts';
import { DIMENSIONS } from './dimensions.ts';
import { figuresTable, readFigures } from './figures/figures.ts';
import { type PackageFiles, packageFiles } from './package/package.ts';
import { texts } from './source/texts.ts';
import { readUnits } from './units.ts';

const XIZANG = '54';

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
  return packageFiles(
    {
      name: 'lantu-xizang-villages',
      version: '0.1.0',
      title: texts('西藏驻村工作与集体经济数据', undefined, 'Village work and collective income in Xizang'),
      units: [...units.values()].map(({ written, ...unit }) => unit),
      dimensions: DIMENSIONS,
    },
    [areasTable(divisions, areaSources), figuresTable(transcription)],
  );
}
