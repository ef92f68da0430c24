import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { blueprintSchema } from '../src/blueprint.ts';
import { catalogSchema } from '../src/dataset.ts';
import { querySchema } from '../src/query.ts';
import { rollupSchema } from '../src/rollup.ts';
import { Descriptions, type JsonSchema } from './descriptions.ts';

const SOURCES = ['text', 'metric', 'query', 'dataset', 'blueprint', 'rollup'].map(
  (name) => new URL(`../src/${name}.ts`, import.meta.url),
);
const SCHEMAS = {
  catalog: catalogSchema,
  query: querySchema,
  blueprint: blueprintSchema,
  rollup: rollupSchema,
} as const;
type Name = keyof typeof SCHEMAS;

const descriptions = new Descriptions(SOURCES);

function jsonSchema(name: Name): JsonSchema {
  const schema = toJsonSchema(SCHEMAS[name], {
    target: 'draft-2020-12',
    ignoreActions: ['finite'],
  }) as unknown as JsonSchema;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Lantu ${name}`,
    ...descriptions.describe(schema, `${name}Schema`),
  };
}

const validatorOf = (name: Name) => new Ajv2020({ strict: true, allowUnionTypes: true }).compile(jsonSchema(name));

describe.each(Object.keys(SCHEMAS) as Name[])('the JSON Schema of the %s', (name) => {
  it('is the file that is published; `pnpm --filter @lantu/spec generate` writes it', async () => {
    const text = `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../schemas/${name}.schema.json`);
  });

  it('begins by saying what it describes', () => {
    expect(jsonSchema(name).description).toMatch(/\w/);
  });
});

describe('the JSON Schemas', () => {
  it('accept and refuse blueprints as the checks do', () => {
    const validate = validatorOf('blueprint');
    const right = {
      version: 1,
      id: 'income',
      title: { 'zh-CN': '集体经济收入' },
      query: { dataset: 'figures', metrics: [{ metric: 'figures.income' }] },
      chart: { type: 'bar' },
    };
    expect(validate(right)).toBe(true);
    expect(validate({ ...right, id: 'In come' })).toBe(false);
    expect(validate({ ...right, chart: { type: 'bar', orientation: 'diagonal' } })).toBe(false);
    expect(validate({ ...right, query: { dataset: 'figures', metrics: [] } })).toBe(false);
  });

  it('say of a property what its doc comment says', () => {
    const limit = jsonSchema('query').properties?.['limit'];
    expect(limit?.description).toBe(
      'The first rows only; or the `top` values of one dimension by a metric, and, with `others`, one more group of all the rest.',
    );
  });

  it('are such that a validator for the catalog can be made of them', () => {
    expect(validatorOf('catalog')({})).toBe(false);
    expect(validatorOf('query')({ dataset: 'figures', metrics: [{ metric: 'a' }] })).toBe(true);
  });
});
