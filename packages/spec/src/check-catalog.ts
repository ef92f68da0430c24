import { parseAs } from './check.ts';
import { datasetIn, isUnique } from './check-dataset.ts';
import { levelField, valueTypeOf } from './column.ts';
import { AREA_LEVELS, type Catalog, catalogSchema, type Dimension, datasetSchema, fieldSchema } from './dataset.ts';
import { LantuError } from './error.ts';
import type { Metric } from './metric.ts';
import { Model } from './model.ts';
import { recordedTimeGrain } from './period.ts';
import { foldCase, type Problem, quoted, repeated, unknown, unspeakable } from './problem.ts';
import { measuresOf } from './resolve.ts';

/**
 * `value`, known to be a catalog that holds together: it fits the schema, no name is given twice, every name that one part
 * uses is defined by another, keys lead to one row, metrics are of fields that can be measured, and every path stays inside the
 * catalog's folder.
 *
 * @param where names the document in messages: a file, an address.
 * @throws {LantuError} `catalog/invalid` for the first fault; the message counts the others and `cause` lists them all.
 */
export function checkCatalog(value: unknown, where: string): Catalog {
  const catalog = parseAs(catalogSchema, value, where, 'catalog/invalid');
  const structure = [
    ...strayWordsIn(value as Catalog),
    ...namesIn(catalog),
    ...catalog.resources.flatMap((each) => datasetIn(each, catalog)),
  ];
  const problems = [...structure, ...catalog['lantu:dimensions'].flatMap((each) => dimensionIn(each, catalog))];
  if (problems.length === 0) {
    const model = new Model(catalog);
    problems.push(...catalog['lantu:metrics'].flatMap((each) => metricIn(each, model)));
  }
  const [first, ...others] = problems;
  if (!first) return catalog;
  throw new LantuError(
    'catalog/invalid',
    others.length > 0 ? `${first.problem} (and ${others.length} more)` : first.problem,
    {
      where: `${where}, ${first.at}`,
      cause: problems,
      ...(first.received !== undefined && { received: first.received }),
      ...(first.allowed !== undefined && { allowed: first.allowed }),
    },
  );
}

/** Other keys than Lantu's own are whoever's who added them, and pass; a misspelt one of Lantu's would silently do nothing. */
function strayWordsIn(raw: Catalog): Problem[] {
  const strays = (at: string, value: object, known: object) =>
    Object.keys(value)
      .filter((key) => key.startsWith('lantu:') && !(key in known))
      .flatMap((key) =>
        unknown(
          at,
          key,
          Object.keys(known).filter((each) => each.startsWith('lantu:')),
        ),
      );
  return [
    ...strays('the top level', raw, catalogSchema.entries),
    ...raw.resources.flatMap((dataset) => [
      ...strays(`dataset ${quoted(dataset.name)}`, dataset, datasetSchema.entries),
      ...dataset.schema.fields.flatMap((field) =>
        strays(`dataset ${quoted(dataset.name)}, field ${quoted(field.name)}`, field, fieldSchema.entries),
      ),
    ]),
  ];
}

function namesIn(catalog: Catalog): Problem[] {
  const { resources } = catalog;
  return [
    ...repeated(
      'datasets',
      resources.map((each) => each.name),
      foldCase,
    ),
    ...repeated(
      'lantu:origins',
      catalog['lantu:origins'].map((each) => each.id),
    ),
    ...repeated(
      'lantu:units',
      catalog['lantu:units'].map((each) => each.code),
    ),
    ...repeated(
      'lantu:dimensions',
      catalog['lantu:dimensions'].map((each) => each.name),
    ),
    ...repeated(
      'lantu:metrics',
      catalog['lantu:metrics'].map((each) => each.code),
    ),
    ...resources.flatMap((each) => unspeakable(`dataset ${quoted(each.name)}`, each.name)),
  ];
}

function dimensionIn(dimension: Dimension, catalog: Catalog): Problem[] {
  if (dimension.kind !== 'area') return [];
  const at = `dimension ${quoted(dimension.name)}`;
  const areas = catalog.resources.find((each) => each.name === dimension.dataset);
  if (!areas)
    return unknown(
      `${at}, dataset`,
      dimension.dataset,
      catalog.resources.map((each) => each.name),
    );
  const names = areas.schema.fields.map((each) => each.name);
  const used = [dimension.key, dimension.level, ...Object.values(dimension.names)];
  const texts = [...used, ...AREA_LEVELS.filter((level) => levelField(areas, level))];
  const problems = used.flatMap((each) => unknown(at, each, names));
  for (const field of areas.schema.fields) {
    if (texts.includes(field.name) && field.type !== 'string') {
      problems.push({ at, problem: `${quoted(field.name)} is not a string`, received: field.type, allowed: 'string' });
    }
  }
  if (names.includes(dimension.key) && !isUnique(areas, dimension.key)) {
    problems.push({
      at,
      problem: 'its key may hold a value twice',
      received: quoted(dimension.key),
      allowed: 'the primary key',
    });
  }
  return problems;
}

function metricIn(metric: Metric, model: Model): Problem[] {
  const at = `metric ${quoted(metric.code)}`;
  try {
    model.unit(metric.unit);
    const owner = model.dataset(metric.dataset);
    const { measure } = metric;
    const parts = measuresOf(model, metric);
    if (measure.op === 'ratio') {
      return metric.additivity
        ? [
            {
              at,
              problem: 'a ratio adds up as its parts do',
              received: 'additivity',
              allowed: 'additivity of the numerator and the denominator',
            },
          ]
        : [];
    }
    const problems: Problem[] = [];
    if (measure.op !== 'count' && measure.op !== 'distinct') {
      const [{ column }] = parts;
      if (column && (column.owner !== owner || column.path.length > 0)) {
        problems.push({
          at,
          problem: 'a parent has one value for many rows, and would be counted once for each',
          received: quoted(measure.field),
          allowed: `a field of ${quoted(owner.name)}`,
        });
      } else if (column && valueTypeOf(column.field) !== 'number') {
        problems.push({
          at,
          problem: `a ${measure.op} of what are no numbers`,
          received: column.field.type,
          allowed: 'integer or number',
        });
      }
    }
    for (const { field } of parts[0].last) {
      if (!recordedTimeGrain(field.type)) {
        problems.push({
          at,
          problem: 'only time has a last period',
          received: `additivity "last" over ${quoted(field.name)}`,
          allowed: 'sum or none',
        });
      }
    }
    return problems;
  } catch (error) {
    if (!(error instanceof LantuError)) throw error;
    const { problem, where, received, allowed } = error;
    return [
      {
        at: where === undefined ? at : `${at}, ${where}`,
        problem,
        ...(received && { received }),
        ...(allowed && { allowed }),
      },
    ];
  }
}
