import { AREA_LEVELS, FIELD_TYPES, licenceSchema, localizedTextSchema, NATURES, unitSchema } from '@lantu/spec';
import * as v from 'valibot';

const name = v.pipe(v.string(), v.minLength(1));
const isoDay = v.pipe(v.string(), v.isoDate());

/** What becomes of a column: a field of the dataset; a parent (county, township) that tells areas of the same name apart; nothing. */
export const COLUMN_USES = ['field', 'within', 'ignore'] as const;

export const columnMappingSchema = v.pipe(
  v.strictObject({
    column: v.pipe(name, v.description('The header in the file; several header rows are joined by " / ".')),
    position: v.pipe(
      v.string(),
      v.description('The letter or number of the column, for reading only: the header is what counts.'),
    ),
    use: v.pipe(
      v.picklist(COLUMN_USES),
      v.description(
        'field: it becomes a field. within: a parent (county, township) by which areas of one name are told apart; the dataset of areas says it already. ignore: it is left out.',
      ),
    ),
    field: v.pipe(name, v.description('The name of the field.')),
    type: v.picklist(FIELD_TYPES),
    role: v.picklist(['dimension', 'measure', 'attribute']),
    title: v.exactOptional(localizedTextSchema),
    dimension: v.exactOptional(
      v.pipe(name, v.description('The shared dimension whose values the field holds: area, period.')),
    ),
    level: v.exactOptional(
      v.pipe(
        v.picklist(AREA_LEVELS),
        v.description('The level of every area in the column; left out where levels are mixed.'),
      ),
    ),
    unit: v.exactOptional(
      v.pipe(
        name,
        v.description('The code of the unit that values are stored in: CNY is 元. percent is stored as 0…1.'),
      ),
    ),
    multiplier: v.exactOptional(
      v.pipe(
        v.number(),
        v.gtValue(0),
        v.description(
          'What a number in the file is multiplied by: 10000 where the file is in 万元 and the unit is CNY; 0.01 where 54.3 means 54.3 %. A cell that names its own unit goes by that.',
        ),
      ),
    ),
    aggregation: v.exactOptional(
      v.pipe(
        v.picklist(['sum', 'mean']),
        v.description('How a measure is asked for over several rows: added up, or averaged.'),
      ),
    ),
    missing: v.pipe(
      v.array(v.string()),
      v.description('Texts that stand for a missing value in this column. A blank cell always does.'),
    ),
    required: v.exactOptional(v.pipe(v.boolean(), v.description('true where a missing value is a fault.'))),
  }),
  v.description('How one column of the file is read.'),
);
export type ColumnMapping = v.InferOutput<typeof columnMappingSchema>;

export const questionSchema = v.pipe(
  v.strictObject({
    key: v.pipe(name, v.description('What is asked, by kind and field. Answers are found by it.')),
    question: v.string(),
    evidence: v.exactOptional(v.array(v.string())),
    choices: v.exactOptional(v.array(v.strictObject({ answer: v.string(), means: v.string() }))),
    allowed: v.exactOptional(
      v.pipe(v.string(), v.description('What may be answered where the choices are not all there is.')),
    ),
    answer: v.pipe(v.nullable(v.string()), v.description('null while the question is open.')),
  }),
  v.description('Something that the data do not say, or say in two ways. Nothing is imported while one is open.'),
);
export type Question = v.InferOutput<typeof questionSchema>;

/** How a file becomes a dataset: proposed by `lantu data import FILE`, completed by its user, taken with `--mapping`. */
export const mappingSchema = v.pipe(
  v.strictObject({
    $schema: v.exactOptional(v.string()),
    version: v.literal(1),
    source: v.strictObject({
      file: v.pipe(
        name,
        v.description(
          'The file that the mapping was proposed for; another file of the same columns may be read by it.',
        ),
      ),
      sheet: v.exactOptional(name),
      totals: v.exactOptional(
        v.pipe(
          v.picklist(['leave-out', 'keep']),
          v.description(
            'What becomes of rows that say 合计, 小计, total: left out by default, for they would be counted twice.',
          ),
        ),
      ),
      headerRows: v.exactOptional(
        v.pipe(
          v.tuple([v.number(), v.number()]),
          v.description('First and last row of the header, as the spreadsheet counts them, where they were given.'),
        ),
      ),
    }),
    dataset: v.strictObject({
      name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens')),
      title: localizedTextSchema,
      description: v.exactOptional(localizedTextSchema),
      nature: v.pipe(
        v.nullable(v.picklist(NATURES)),
        v.description(
          'official: published by an authority. transcribed: copied from a publication. derived: computed from other data. simulated: made up. null while nobody has said.',
        ),
      ),
      asOf: v.pipe(v.nullable(isoDay), v.description('The day up to which the data speak.')),
      primaryKey: v.pipe(v.array(name), v.description('The fields that together tell one row from another.')),
      origin: v.strictObject({
        producer: v.pipe(
          v.nullable(localizedTextSchema),
          v.description('Who produced the figures. null while nobody has said.'),
        ),
        title: localizedTextSchema,
        url: v.exactOptional(v.string()),
        datePublished: v.exactOptional(v.string()),
        licence: v.exactOptional(licenceSchema),
      }),
    }),
    columns: v.array(columnMappingSchema),
    units: v.exactOptional(
      v.pipe(
        v.array(unitSchema),
        v.description('Units that columns name and neither Lantu nor the package of areas knows.'),
      ),
    ),
    questions: v.array(questionSchema),
  }),
  v.title('Lantu mapping'),
  v.description(
    'How a file becomes a dataset: which column is what, in which unit, and the questions that only a person can answer.',
  ),
);
export type Mapping = v.InferOutput<typeof mappingSchema>;

/** The answers of a mapping by key; open questions have none. */
export function answersOf(mapping: Mapping): ReadonlyMap<string, string> {
  return new Map(mapping.questions.flatMap(({ key, answer }) => (answer === null ? [] : [[key, answer] as const])));
}
