import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Catalog, checkCatalog, type Dataset, type Field, LantuError } from '@lantu/spec';
import { type Table as ArrowTable, DataType, tableFromIPC, type Vector } from 'apache-arrow';
import { type Area, AreaIndex } from '../area/index-of-areas.ts';
import type { Cell, Table } from './table.ts';

/** A package on disk: its catalog and the folder that the paths in it start from. */
export interface PackageFolder {
  readonly file: string;
  readonly folder: string;
  readonly catalog: Catalog;
}

/**
 * The package whose descriptor is at `path`, or in the folder `path`.
 *
 * @throws {LantuError} `catalog/missing` where there is none; `catalog/invalid` where it does not hold together.
 */
export function openPackage(path: string): PackageFolder {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? join(path, 'datapackage.json') : path;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new LantuError('catalog/missing', 'the package cannot be read', {
      where: file,
      received: reason(cause),
      allowed: 'a datapackage.json, or the folder it is in',
      cause,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new LantuError('catalog/invalid', 'the descriptor is no JSON', {
      where: file,
      received: reason(cause),
      cause,
    });
  }
  return { file, folder: dirname(file), catalog: checkCatalog(value, file) };
}

/** The bytes of a dataset's file. @throws {LantuError} `data/not-found` */
export function datasetBytes({ folder }: PackageFolder, dataset: Dataset): Uint8Array {
  const file = join(folder, dataset.path);
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new LantuError('data/not-found', 'the file of the dataset cannot be read', {
      where: file,
      received: reason(cause),
      cause,
    });
  }
}

/** `bytes` as Arrow. @throws {LantuError} `data/corrupt` */
export function arrowTable(bytes: Uint8Array, file: string): ArrowTable {
  try {
    return tableFromIPC(bytes);
  } catch (cause) {
    throw new LantuError('data/corrupt', 'the file is no Arrow stream', {
      where: file,
      received: reason(cause),
      cause,
    });
  }
}

/** The cells of a column as tables hold them: days as ISO texts, months as `2024-03`, years as numbers. */
export function cellsOf(vector: Vector, type: Field['type']): Cell[] {
  const cells: Cell[] = [];
  const isDay = DataType.isDate(vector.type);
  const length = type === 'yearmonth' ? 7 : 10;
  for (const value of vector) {
    if (value === null || value === undefined) cells.push(null);
    else if (isDay) cells.push(new Date(Number(value)).toISOString().slice(0, length));
    else cells.push(typeof value === 'bigint' ? Number(value) : (value as Cell));
  }
  return cells;
}

/** One dataset of a package as the table it was made of. @throws {LantuError} as {@link datasetBytes}, {@link arrowTable}; `data/lacks-field` */
export function tableOf(from: PackageFolder, dataset: Dataset): Table {
  const { catalog, folder } = from;
  const file = join(folder, dataset.path);
  const arrow = arrowTable(datasetBytes(from, dataset), file);
  const columns = dataset.schema.fields.map((field): [string, Cell[]] => {
    const vector = arrow.getChild(field.name);
    if (!vector)
      throw new LantuError('data/lacks-field', 'the file lacks a field of its description', {
        where: file,
        received: field.name,
      });
    return [field.name, cellsOf(vector, field.type)];
  });
  const [nature] = dataset['lantu:natures'];
  const [status] = dataset['lantu:statuses'];
  const { 'lantu:provenance': provenance, 'lantu:description': description = dataset['lantu:title'] } = dataset;
  return {
    name: dataset.name,
    title: dataset['lantu:title'],
    description,
    fields: dataset.schema.fields,
    columns: Object.fromEntries(columns),
    primaryKey: dataset.schema.primaryKey ?? [],
    ...(dataset.schema.foreignKeys && { foreignKeys: dataset.schema.foreignKeys }),
    origins: catalog['lantu:origins'].filter((each) => dataset['lantu:origins'].includes(each.id)),
    asOf: dataset['lantu:asOf'],
    ...(nature && { nature }),
    ...(status && { status }),
    ...(provenance && { provenance }),
    metrics: catalog['lantu:metrics'].filter((each) => each.dataset === dataset.name),
  };
}

/** The areas of a package with the table they stand in; undefined where it has no dimension of areas. @throws {LantuError} as {@link tableOf} */
export function areasOf(from: PackageFolder): { readonly index: AreaIndex; readonly table: Table } | undefined {
  const dimension = from.catalog['lantu:dimensions'].find((each) => each.kind === 'area');
  const dataset = from.catalog.resources.find((each) => each.name === dimension?.dataset);
  if (!dimension || !dataset) return undefined;
  const table = tableOf(from, dataset);
  const column = (name: string) => table.columns[name] ?? [];
  const parents = ['region', 'prefecture', 'county', 'township'].map(column);
  const [levels, names, former] = [column(dimension.level), column(dimension.names['zh-CN']), column('former_codes')];
  const areas = column(dimension.key).map(
    (code, index): Area => ({
      code: String(code),
      level: levels[index] as Area['level'],
      name: String(names[index] ?? ''),
      within: [
        ...new Set([
          ...parents.flatMap((each) => (typeof each[index] === 'string' ? [each[index]] : [])),
          String(code),
        ]),
      ],
      formerCodes: String(former[index] ?? '')
        .split(' ')
        .filter(Boolean),
    }),
  );
  return { index: new AreaIndex(areas), table };
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
