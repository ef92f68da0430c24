import { type Catalog, type Dataset, Model, type Rollup } from '@lantu/spec';

/** As much of a catalog as rollups speak of: the datasets that they were read from, and what their questions name. */
export function excerptOf(catalog: Catalog, rollups: readonly Rollup[]): Catalog {
  const metrics = metricsOf(catalog, new Set(rollups.flatMap(({ query }) => query.metrics.map((each) => each.metric))));
  const datasets = new Set([...rollups.flatMap((each) => namesIn(each.vintage)), ...ruledIn(catalog, metrics)]);
  const resources = catalog.resources.filter((each) => datasets.has(each.name)).map((each) => within(each, datasets));
  const fields = resources.flatMap((each) => each.schema.fields);
  const dimensions = new Set(fields.map((each) => each['lantu:dimension']));
  const units = new Set([...metrics.map((each) => each.unit), ...fields.map((each) => each['lantu:unit'])]);
  const origins = new Set(resources.flatMap((each) => each['lantu:origins']));
  return {
    name: catalog.name,
    version: catalog.version,
    resources,
    'lantu:title': catalog['lantu:title'],
    'lantu:origins': catalog['lantu:origins'].filter((each) => origins.has(each.id)),
    'lantu:units': catalog['lantu:units'].filter((each) => units.has(each.code)),
    'lantu:dimensions': catalog['lantu:dimensions'].filter(
      (each) => dimensions.has(each.name) && (each.kind !== 'area' || datasets.has(each.dataset)),
    ),
    'lantu:metrics': metrics,
  };
}

/** Keys to datasets that are not there would lead nowhere. */
function within({ schema, 'lantu:description': _, ...rest }: Dataset, datasets: ReadonlySet<string>): Dataset {
  const { foreignKeys, ...table } = schema;
  const kept = foreignKeys?.filter((each) => datasets.has(each.reference.resource)) ?? [];
  return { ...rest, schema: { ...table, ...(kept.length > 0 && { foreignKeys: kept }) } };
}

function metricsOf(catalog: Catalog, asked: ReadonlySet<string>): Catalog['lantu:metrics'] {
  const parts = catalog['lantu:metrics'].flatMap(({ code, measure }) =>
    asked.has(code) && measure.op === 'ratio' ? [measure.numerator, measure.denominator] : [],
  );
  return catalog['lantu:metrics'].filter((each) => asked.has(each.code) || parts.includes(each.code));
}

/** The parents that rules of adding up speak of: a question cannot be understood without them. */
function ruledIn(catalog: Catalog, metrics: Catalog['lantu:metrics']): string[] {
  const model = new Model(catalog);
  return metrics.flatMap(({ dataset, additivity = {} }) =>
    Object.keys(additivity).flatMap((name) => model.column(dataset, name).path.map((join) => join.dataset)),
  );
}

function namesIn(vintage: string): string[] {
  return vintage.split(' ').map((each) => decodeURIComponent(each.slice(0, each.lastIndexOf(':'))));
}
