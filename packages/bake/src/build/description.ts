import { AREA_LEVELS, foreignKeySchema, localizedTextSchema } from '@lantu/spec';
import * as v from 'valibot';

const name = v.pipe(v.string(), v.minLength(1));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens'));

/** Totals that are published beside a dataset, as a dataset of their own. */
export const totalsSchema = v.pipe(
  v.strictObject({
    name: v.pipe(slug, v.description('The name of the dataset of totals.')),
    title: localizedTextSchema,
    over: v.pipe(name, v.description('The dimension field that is added up over.')),
    to: v.exactOptional(
      v.pipe(
        v.picklist(AREA_LEVELS),
        v.description('For areas: the level whose totals these are. Left out: the field falls away.'),
      ),
    ),
  }),
  v.description('Sums over one dimension, hidden together with their parts.'),
);
export type Totals = v.InferOutput<typeof totalsSchema>;

export const disclosureSchema = v.pipe(
  v.strictObject({
    measure: v.pipe(name, v.description('The field whose cells are hidden where the rule says so.')),
    rule: v.variant('kind', [
      v.pipe(
        v.strictObject({ kind: v.literal('count'), minimum: v.pipe(v.number(), v.integer(), v.minValue(2)) }),
        v.description(
          'Counts of residents’ cases: 1 to minimum − 1 are hidden. Ten for cases of illness, conflict and need; five elsewhere.',
        ),
      ),
      v.pipe(
        v.strictObject({
          kind: v.literal('money'),
          contributors: v.pipe(v.number(), v.integer(), v.minValue(2)),
          dominance: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
          contributorsField: v.pipe(
            name,
            v.description('The field that counts who stands behind a cell. It is not published.'),
          ),
          largestField: v.pipe(
            name,
            v.description('The field with the largest single part of a cell. It is not published.'),
          ),
        }),
        v.description(
          'Sums of money: hidden with fewer contributors, or where one makes up more than the share `dominance`.',
        ),
      ),
    ]),
    where: v.exactOptional(
      v.pipe(
        v.record(name, v.pipe(v.array(v.string()), v.minLength(1))),
        v.description('The rule is for rows with these values alone: {"kind": ["errands"]}.'),
      ),
    ),
    totals: v.array(totalsSchema),
  }),
  v.description('What is hidden before data are written.'),
);
export type Disclosure = v.InferOutput<typeof disclosureSchema>;

/** A folder of sources that `lantu data build` makes a package of: `lantu.json`. */
export const buildSchema = v.pipe(
  v.strictObject({
    $schema: v.exactOptional(v.string()),
    name: slug,
    version: v.string(),
    title: localizedTextSchema,
    areas: v.exactOptional(
      v.pipe(
        name,
        v.description('The package with the dataset of areas, from this folder. Needed where a dataset has areas.'),
      ),
    ),
    datasets: v.pipe(
      v.array(
        v.strictObject({
          file: v.pipe(name, v.description('The file, from this folder: a workbook, CSV, Parquet, Arrow or JSON.')),
          mapping: v.pipe(
            name,
            v.description('Its mapping, as `lantu data import` proposes one; all questions answered.'),
          ),
          foreignKeys: v.exactOptional(v.array(foreignKeySchema)),
          disclosure: v.exactOptional(disclosureSchema),
        }),
      ),
      v.minLength(1),
    ),
  }),
  v.title('Lantu package sources'),
  v.description('The sources of a package and what is done to them before they are published.'),
);
