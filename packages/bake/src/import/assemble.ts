import { type Catalog, type Dimension, LantuError, type Metric, type Origin, quoteValue, type Unit } from '@lantu/spec';
import { KNOWN_UNITS } from '../cell/unit.ts';
import type { Converted } from '../convert/convert.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { type PackageFiles, packageFiles } from '../package/package.ts';
import type { Table } from '../package/table.ts';

/** What an imported dataset is put together from. */
export interface Parts {
  readonly mapping: Mapping;
  readonly converted: Converted;
  /** The SHA-256 of the file, in hexadecimal digits. */
  readonly sha256: string;
  /** The package of areas, where the dataset has areas: its table goes into the new package. */
  readonly areas: { readonly catalog: Catalog; readonly table: Table } | undefined;
}

const PERIOD: Dimension = { kind: 'time', name: 'period', title: { 'zh-CN': '时期', en: 'Period' } };

/**
 * The files of a package of the one dataset, with the dataset of areas beside it where it has areas.
 *
 * @throws {LantuError} `data/import` where the provenance is not complete or a unit is known nowhere; `catalog/invalid`
 */
export function assemblePackage(parts: Parts): PackageFiles {
  const table = assembleTable(parts);
  const { mapping, areas } = parts;
  const tables = areas ? [areas.table, table] : [table];
  return packageFiles(
    {
      name: mapping.dataset.name,
      version: '1.0.0',
      title: mapping.dataset.title,
      units: unitsOf(tables, mapping, areas?.catalog),
      dimensions: dimensionsOf(tables, areas?.catalog),
    },
    tables,
  );
}

/** The dataset as a table, described by its mapping. @throws {LantuError} `data/import` where the provenance is not complete */
export function assembleTable({ mapping, converted, sha256 }: Omit<Parts, 'areas'>): Table {
  const { dataset } = mapping;
  const { fields, columns, provenance, exactness } = converted;
  const { nature, producer, asOf } = provenance;
  if (nature === undefined || producer === null || asOf === undefined) {
    throw new LantuError('data/import', 'the provenance is not complete', {
      where: 'mapping, dataset',
      allowed: 'a nature, a producer and a day',
    });
  }
  const { producer: _, ...named } = dataset.origin;
  const origin: Origin = {
    id: dataset.name,
    producer,
    ...named,
    citation: { 'zh-CN': `${producer['zh-CN']}：${named.title['zh-CN']}` },
    sha256,
  };
  return {
    name: dataset.name,
    title: dataset.title,
    description: dataset.description ?? dataset.title,
    fields,
    columns,
    primaryKey: dataset.primaryKey,
    origins: [origin],
    asOf,
    nature,
    status: 'A',
    ...(exactness !== undefined && { provenance: { exactness } }),
    metrics: metricsOf(mapping, converted),
  };
}

function metricsOf({ dataset, columns }: Mapping, { fields }: Converted): Metric[] {
  const measures = columns.filter(
    ({ use, role, aggregation }) => use === 'field' && role === 'measure' && aggregation !== undefined,
  );
  return measures.flatMap(({ field, aggregation, unit = 'number', title }): Metric[] => {
    const own = fields.find((each) => each.name === field);
    if (!own || !aggregation) return [];
    const decimals = unit === 'percent' ? 1 : own.type === 'integer' && aggregation === 'sum' ? 0 : 2;
    return [
      {
        code: `${dataset.name}.${field}`,
        dataset: dataset.name,
        title: title ?? { 'zh-CN': field },
        unit,
        decimals,
        measure: { op: aggregation, field },
      },
    ];
  });
}

/** The units that the tables name, from the mapping, the package of areas, or Lantu's own. @throws {LantuError} `data/import` */
export function unitsOf(
  tables: readonly Table[],
  mapping: Pick<Mapping, 'units'>,
  catalog: Catalog | undefined,
): Unit[] {
  const codes = new Set(
    tables.flatMap(({ fields, metrics }) => [
      ...fields.flatMap((each) => each['lantu:unit'] ?? []),
      ...metrics.map((each) => each.unit),
    ]),
  );
  const known: readonly Unit[] = [
    ...(mapping.units ?? []),
    ...(catalog?.['lantu:units'] ?? []),
    ...KNOWN_UNITS.map(({ code, title, kind }) => ({ code, title, kind })),
  ];
  return [...codes].map((code) => {
    const unit = known.find((each) => each.code === code);
    if (unit) return unit;
    throw new LantuError('data/import', 'a unit that is known nowhere', {
      where: 'mapping',
      received: quoteValue(code),
      allowed: `${[...new Set(known.map((each) => each.code))].join(', ')}, or one described under "units"`,
    });
  });
}

/** The shared dimensions that the tables' fields hold. */
export function dimensionsOf(tables: readonly Table[], catalog: Catalog | undefined): Dimension[] {
  const held = new Set(tables.flatMap(({ fields }) => fields.flatMap((each) => each['lantu:dimension'] ?? [])));
  const known = [...(catalog?.['lantu:dimensions'] ?? []), PERIOD];
  return [...held].flatMap((name) => known.find((each) => each.name === name) ?? []);
}
