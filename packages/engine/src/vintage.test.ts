import { describe, expect, it } from 'vitest';
import { catalogOf, figuresStream } from '../test/village.ts';
import { isCurrent, vintageOf } from './vintage.ts';

describe('vintageOf', () => {
  it('names each dataset once with the beginning of its hash', async () => {
    const catalog = await catalogOf(figuresStream());
    const [dataset] = catalog.resources;
    expect(vintageOf(catalog, ['figures', 'figures'])).toBe(`figures:${dataset?.hash.slice(7, 23)}`);
  });

  it('throws for a dataset that the catalog does not have', async () => {
    const catalog = await catalogOf(figuresStream());
    expect(() => vintageOf(catalog, ['people'])).toThrow('no dataset "people"');
  });
});

describe('isCurrent', () => {
  it('is true while the datasets are the same files', async () => {
    const catalog = await catalogOf(figuresStream());
    const vintage = vintageOf(catalog, ['figures']);
    expect(isCurrent(vintage, catalog)).toBe(true);
    expect(isCurrent(vintage, await catalogOf(figuresStream(['income'])))).toBe(false);
  });
});
