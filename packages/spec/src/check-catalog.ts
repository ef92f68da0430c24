import { parseAs } from './check.ts';
import { levelField, valueTypeOf } from './column.ts';
import { AREA_LEVELS, type Catalog, catalogSchema, type Dataset, type Dimension, type Field } from './dataset.ts';
import { LantuError, quoteValue } from './error.ts';
import type { Metric } from './metric.ts';
import { Model } from './model.ts';
import { allowedNames } from './nearest.ts';
import { recordedTimeGrain } from './period.ts';
import { measuresOf } from './resolve.ts';

const CONTROL = /\p{Cc}/u;

/** Something wrong in a catalog. */
interface Problem {
  readonly at: string;
  readonly problem: string;
  readonly received?: string;
  readonly allowed?: string;
}

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
  const structure = [...namesIn(catalog), ...catalog.resources.flatMap((each) => datasetIn(each, catalog))];
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

function datasetIn(dataset: Dataset, catalog: Catalog): Problem[] {
  const at = `dataset ${quoted(dataset.name)}`;
  const { fields, primaryKey = [], foreignKeys = [] } = dataset.schema;
  const names = fields.map((each) => each.name);
  const held = fields.flatMap((each) => each['lantu:dimension'] ?? []);
  const origins = catalog['lantu:origins'].map((each) => each.id);
  const provenance = Object.entries(dataset['lantu:provenance'] ?? {});
  return [
    ...pathIn(at, dataset.path),
    ...repeated(`${at}, fields`, names, foldCase),
    ...repeated(`${at}, shared dimensions that its fields hold`, held),
    ...fields.flatMap((each) => fieldIn(`${at}, field ${quoted(each.name)}`, each, catalog)),
    ...primaryKey.flatMap((each) => unknown(`${at}, primaryKey`, each, names)),
    ...foreignKeys.flatMap((each) => foreignKeyIn(at, dataset, each, catalog)),
    ...dataset['lantu:origins'].flatMap((each) => unknown(`${at}, lantu:origins`, each, origins)),
    ...provenance.flatMap(([part, name]) => unknown(`${at}, lantu:provenance.${part}`, name, names)),
    ...fields
      .filter((each) => each.type !== 'string' && provenance.some(([, name]) => name === each.name))
      .map((each) => ({
        at,
        problem: `the provenance field ${quoted(each.name)} is not a string`,
        received: each.type,
      })),
  ];
}

function fieldIn(at: string, field: Field, catalog: Catalog): Problem[] {
  const problems = [...unspeakable(at, field.name)];
  const units = catalog['lantu:units'].map((each) => each.code);
  const dimensions = catalog['lantu:dimensions'];
  const dimension = dimensions.find((each) => each.name === field['lantu:dimension']);
  if (field['lantu:unit'] !== undefined) problems.push(...unknown(`${at}, lantu:unit`, field['lantu:unit'], units));
  if (field['lantu:dimension'] !== undefined) {
    const known = dimensions.map((each) => each.name);
    problems.push(...unknown(`${at}, lantu:dimension`, field['lantu:dimension'], known));
  } else if (dimensions.some((each) => each.name === field.name)) {
    problems.push({
      at,
      problem: 'the field has the name of a shared dimension and does not hold it',
      allowed: `"lantu:dimension": ${quoted(field.name)}, or another name`,
    });
  }
  if (dimension?.kind === 'area' && field.type !== 'string') {
    problems.push({ at, problem: 'a field of areas holds their codes', received: field.type, allowed: 'string' });
  }
  if (dimension?.kind === 'time' && !recordedTimeGrain(field.type)) {
    problems.push({ at, problem: 'a field of time', received: field.type, allowed: 'date, yearmonth or year' });
  }
  if (field['lantu:level'] !== undefined && dimension?.kind !== 'area') {
    problems.push({ at, problem: 'only a field that holds areas has a level', received: field['lantu:level'] });
  }
  if (field.categories) {
    if (field.type !== 'string') {
      problems.push({ at, problem: 'only a string has categories', received: field.type, allowed: 'string' });
    }
    problems.push(
      ...repeated(
        `${at}, categories`,
        field.categories.map((each) => each.value),
      ),
    );
  }
  return problems;
}

function foreignKeyIn(
  at: string,
  dataset: Dataset,
  { fields: key, reference }: NonNullable<Dataset['schema']['foreignKeys']>[number],
  catalog: Catalog,
): Problem[] {
  const where = `${at}, foreign key ${quoted(key)}`;
  const parent = catalog.resources.find((each) => each.name === reference.resource);
  const own = dataset.schema.fields.find((each) => each.name === key);
  const missing = [
    ...unknown(
      where,
      key,
      dataset.schema.fields.map((each) => each.name),
    ),
    ...unknown(
      where,
      reference.resource,
      catalog.resources.map((each) => each.name),
    ),
    ...(parent
      ? unknown(
          where,
          reference.fields,
          parent.schema.fields.map((each) => each.name),
        )
      : []),
  ];
  if (missing.length > 0 || !parent || !own) return missing;
  const referred = parent.schema.fields.find((each) => each.name === reference.fields);
  const problems: Problem[] = [];
  if (!isUnique(parent, reference.fields)) {
    problems.push({
      at: where,
      problem: 'the field it refers to may hold a value twice, so that rows would be counted twice',
      received: quoted(reference.fields),
      allowed: 'a primary key of one field, or a field with constraints.unique',
    });
  }
  if (referred && referred.type !== own.type) {
    problems.push({
      at: where,
      problem: 'the key and what it refers to are of different types',
      received: own.type,
      allowed: referred.type,
    });
  }
  return problems;
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

function isUnique({ schema }: Dataset, name: string): boolean {
  const field = schema.fields.find((each) => each.name === name);
  return field?.constraints?.unique === true || (schema.primaryKey?.length === 1 && schema.primaryKey[0] === name);
}

/** What a path may not do: leave the folder, or mean something else in an address than in a file system. */
function pathIn(at: string, path: string): Problem[] {
  const parts = path.split('/');
  const inside =
    !/[\\:?#%]/.test(path) && !CONTROL.test(path) && parts.every((each) => !['', '.', '..'].includes(each));
  return inside
    ? []
    : [
        {
          at: `${at}, path`,
          problem: "the path may lead out of the catalog's folder",
          received: quoted(path),
          allowed: 'a relative path such as "built/areas.arrow", without .. and any of \\ : ? # %',
        },
      ];
}

function unspeakable(at: string, name: string): Problem[] {
  return CONTROL.test(name)
    ? [
        {
          at,
          problem: 'a name has a control character',
          received: quoted(name),
          allowed: 'names that can be written in a line of SQL',
        },
      ]
    : [];
}

function repeated(at: string, names: readonly string[], fold: (name: string) => string = (name) => name): Problem[] {
  const folded = names.map(fold);
  return names
    .filter((_, index) => folded.indexOf(folded[index] ?? '') !== index)
    .map((name) => ({
      at,
      problem: 'a name is given twice',
      received: quoted(name),
      allowed: fold === foldCase ? 'names that differ by more than upper and lower case' : 'different names',
    }));
}

/** SQL does not tell upper from lower case in names. */
function foldCase(name: string): string {
  return name.toLowerCase();
}

function unknown(at: string, name: string, known: readonly string[]): Problem[] {
  return known.includes(name)
    ? []
    : [{ at, problem: 'a name that is defined nowhere', received: quoted(name), allowed: allowedNames(known, name) }];
}

function quoted(value: string): string {
  return quoteValue(value);
}
