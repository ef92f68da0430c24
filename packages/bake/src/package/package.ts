import { createHash } from 'node:crypto';
import {
  type Catalog,
  checkCatalog,
  type Dataset,
  type Dimension,
  type LocalizedText,
  NATURES,
  OBSERVATION_STATUSES,
  type Origin,
  type Unit,
} from '@lantu/spec';
import { arrowStream, rowCount } from './stream.ts';
import type { Table } from './table.ts';

/** What belongs to all tables of a package together. */
export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly title: LocalizedText;
  readonly units: readonly Unit[];
  readonly dimensions: readonly Dimension[];
}

/** The files of a package by name. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/**
 * The tables as Arrow files and their catalog, `datapackage.json`: the same bytes for the same tables.
 *
 * @throws {LantuError} `data/import` for a table that does not fit its own fields; `catalog/invalid` where the catalog does not
 * hold together
 */
export function packageFiles(info: PackageInfo, tables: readonly Table[]): PackageFiles {
  const files = new Map<string, Uint8Array>();
  const resources = tables.map((table) => {
    const bytes = arrowStream(table);
    const path = `${table.name}.arrow`;
    files.set(path, bytes);
    return describe(table, path, bytes);
  });
  const catalog: Catalog = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: info.name,
    version: info.version,
    title: info.title['zh-CN'],
    resources,
    'lantu:title': info.title,
    'lantu:origins': distinctOrigins(tables),
    'lantu:units': [...info.units],
    'lantu:dimensions': [...info.dimensions],
    'lantu:metrics': tables.flatMap((table) => table.metrics),
  };
  checkCatalog(catalog, 'datapackage.json');
  files.set('datapackage.json', new TextEncoder().encode(`${JSON.stringify(catalog, null, 2)}\n`));
  return files;
}

function describe(table: Table, path: string, bytes: Uint8Array): Dataset {
  const { name, fields, primaryKey, foreignKeys, provenance } = table;
  return {
    name,
    path,
    format: 'arrow',
    mediatype: 'application/vnd.apache.arrow.stream',
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    schema: { fields: [...fields], primaryKey: [...primaryKey], ...(foreignKeys && { foreignKeys }) },
    'lantu:title': table.title,
    'lantu:description': table.description,
    'lantu:rows': rowCount(table),
    'lantu:natures': occurring(NATURES, table, provenance?.nature, table.nature),
    'lantu:statuses': occurring(OBSERVATION_STATUSES, table, provenance?.status, table.status),
    'lantu:origins': table.origins.map((each) => each.id),
    'lantu:asOf': table.asOf,
    ...(provenance && { 'lantu:provenance': provenance }),
  };
}

function occurring<Value extends string>(
  list: readonly Value[],
  { columns }: Table,
  field: string | undefined,
  everywhere: Value | undefined,
): Value[] {
  const held = new Set(field === undefined ? [everywhere] : columns[field]);
  return list.filter((each) => held.has(each));
}

function distinctOrigins(tables: readonly Table[]): Origin[] {
  return [...new Map(tables.flatMap((table) => table.origins).map((origin) => [origin.id, origin])).values()];
}
