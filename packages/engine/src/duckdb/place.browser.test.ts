import { columnOf } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { CATALOG_URL, FIGURES_URL, INCOME_BY_YEAR, site } from '../../test/village.ts';
import { openCatalog, type Progress, Resolver } from '../index.ts';
import { duckdbPlace } from './index.ts';

describe('duckdbPlace', () => {
  it('answers a query over the datasets of a catalog, and says how far it has come', async () => {
    const { fetch, requests } = await site();
    const opened = await openCatalog(CATALOG_URL, { fetch });
    const progress: Progress[] = [];
    const answer = await new Resolver([duckdbPlace(opened)]).ask(INCOME_BY_YEAR, {
      onProgress: (each) => progress.push(each),
    });
    expect(columnOf(answer, 'year').values).toEqual(['2023', '2024']);
    expect(columnOf(answer, 'figures.income').values).toEqual([1_400_000, 2_160_000]);
    expect(answer.answeredBy).toBe('duckdb-wasm');
    expect(answer.vintage).toMatch(/^figures:[0-9a-f]{16}$/);
    expect(requests).toEqual([CATALOG_URL, FIGURES_URL]);
    expect(progress.map((each) => each.state)).toEqual(
      expect.arrayContaining(['fetching-engine', 'starting-engine', 'fetching-data', 'running']),
    );
  });
});
