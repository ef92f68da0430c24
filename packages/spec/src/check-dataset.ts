import type { Catalog, Dataset, Field } from './dataset.ts';
import { recordedTimeGrain } from './period.ts';
import { foldCase, hasControl, type Problem, quoted, repeated, unknown, unspeakable } from './problem.ts';

/** What is wrong in the description of one dataset. */
export function datasetIn(dataset: Dataset, catalog: Catalog): Problem[] {
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

/** True where no two rows of the dataset can have the same value in the field `name`. */
export function isUnique({ schema }: Dataset, name: string): boolean {
  const field = schema.fields.find((each) => each.name === name);
  return field?.constraints?.unique === true || (schema.primaryKey?.length === 1 && schema.primaryKey[0] === name);
}

/** What a path may not do: leave the folder, or mean something else in an address than in a file system. */
function pathIn(at: string, path: string): Problem[] {
  const parts = path.split('/');
  const inside = !/[\\:?#%]/.test(path) && !hasControl(path) && parts.every((each) => !['', '.', '..'].includes(each));
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
