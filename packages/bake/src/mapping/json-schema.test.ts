import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../build/description.ts';
import { mappingSchema } from './mapping.ts';

const SCHEMAS: Readonly<Record<string, GenericSchema>> = { mapping: mappingSchema, sources: buildSchema };

describe.each(Object.entries(SCHEMAS))('the JSON Schema of %s', (name, schema) => {
  it('is the file that is published; `pnpm --filter @lantu/bake generate` writes it', async () => {
    const json = toJsonSchema(schema, { target: 'draft-2020-12', ignoreActions: ['finite'] });
    await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`../../schemas/${name}.schema.json`);
  });

  it('says what it is and what its parts mean', () => {
    const json = toJsonSchema(schema, { target: 'draft-2020-12', ignoreActions: ['finite'] });
    expect(json.title).toMatch(/^Lantu/);
    expect(JSON.stringify(json).match(/"description"/g)?.length).toBeGreaterThan(5);
  });
});
