import { dirname, join } from 'node:path';
import { LantuError, parseAs } from '@lantu/spec';
import { assembleTable, dimensionsOf, unitsOf } from '../import/assemble.ts';
import { convertFile, type ImportReport } from '../import/import.ts';
import { type Mapping, mappingSchema } from '../mapping/mapping.ts';
import { type PackageFiles, packageFiles } from '../package/package.ts';
import { areasOf, openPackage } from '../package/read.ts';
import type { Table } from '../package/table.ts';
import type { Progress } from '../report/progress.ts';
import { buildSchema } from './description.ts';
import { type Suppression, suppress } from './suppress.ts';

/** Reads the files that a build names. */
export interface Sources {
  readonly bytes: (path: string) => Uint8Array;
  readonly json: (path: string) => unknown;
}

/** What came of a build: the files where every dataset was whole, else none. */
export interface BuildResult {
  readonly files: PackageFiles | undefined;
  readonly datasets: readonly ({ readonly name: string; readonly file: string } & Pick<
    ImportReport,
    'open' | 'problems' | 'notes' | 'rowCount'
  >)[];
  readonly suppressions: readonly Suppression[];
}

/**
 * Builds the package that the description `file` (`lantu.json`) is of: reads each source by its mapping, hides what must not be
 * published, and describes what is left. The same sources give the same bytes.
 *
 * @throws {LantuError} `data/import`, `data/disclosure`, `catalog/invalid`, `catalog/missing`
 */
export async function buildPackage(file: string, sources: Sources, progress: Progress): Promise<BuildResult> {
  const folder = dirname(file);
  const description = parseAs(buildSchema, sources.json(file), file, 'data/import');
  const from = description.areas === undefined ? undefined : openPackage(join(folder, description.areas));
  const areas = from && areasOf(from);
  const known = from && areas && { catalog: from.catalog, ...areas };
  const datasets: BuildResult['datasets'][number][] = [];
  const tables: Table[] = [];
  const suppressions: Suppression[] = [];
  const units: NonNullable<Mapping['units']> = [];
  let isReady = true;
  for (const source of description.datasets) {
    const given = sources.json(join(folder, source.mapping));
    const mapping = parseAs(mappingSchema, given, source.mapping, 'data/import');
    const { name } = mapping.dataset;
    const read = await convertFile({
      bytes: sources.bytes(join(folder, source.file)),
      file: source.file,
      dataset: name,
      mapping,
      areas: known,
      progress,
    });
    if (read.kind === 'sheets') {
      throw new LantuError('data/import', 'the workbook has several sheets and the mapping names none', {
        where: source.mapping,
        allowed: read.sheets.map((each) => JSON.stringify(each.name)).join(', '),
      });
    }
    const { open, problems, notes, rowCount } = read.report;
    datasets.push({ name, file: source.file, open, problems, notes, rowCount });
    isReady &&= read.isReady;
    units.push(...(mapping.units ?? []));
    if (!read.isReady) continue;
    const table = assembleTable({ ...read, mapping: read.report.mapping });
    const whole = source.foreignKeys ? { ...table, foreignKeys: source.foreignKeys } : table;
    const safe = source.disclosure
      ? suppress(whole, source.disclosure, areas?.index)
      : { tables: [whole], suppressions: [] };
    tables.push(...safe.tables);
    suppressions.push(...safe.suppressions);
  }
  if (!isReady) return { files: undefined, datasets, suppressions: [] };
  progress.step('writing Arrow');
  const holdsAreas = tables.some(({ fields }) => fields.some((each) => each['lantu:dimension'] === 'area'));
  const all = areas && holdsAreas ? [areas.table, ...tables] : tables;
  const { name, version, title } = description;
  const files = new Map(
    packageFiles(
      {
        name,
        version,
        title,
        units: unitsOf(all, { units }, from?.catalog),
        dimensions: dimensionsOf(all, from?.catalog),
      },
      all,
    ),
  );
  if (suppressions.length > 0)
    files.set('suppressions.json', new TextEncoder().encode(`${JSON.stringify(suppressions, null, 2)}\n`));
  return { files, datasets, suppressions };
}
