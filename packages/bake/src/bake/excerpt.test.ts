import { checkCatalog, Model, type Query, type Rollup, resolveQuery } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../package/read.ts';
import { excerptOf } from './excerpt.ts';

const { catalog } = openPackage('data/dist');

const rollup = (query: Query, ...datasets: string[]): Rollup => ({
  query,
  vintage: datasets.map((each) => `${each}:0123456789abcdef`).join(' '),
  rows: 0,
  dimensions: [],
  statistics: [],
});

describe('the part of a catalog beside a rollup', () => {
  const query: Query = {
    dataset: 'funding',
    dimensions: [{ field: 'area', grain: 'prefecture' }],
    metrics: [{ metric: 'funding.disbursement' }],
  };
  const excerpt = excerptOf(catalog, [rollup(query, 'funding', 'areas')]);

  it('is a catalog that holds together', () => {
    expect(checkCatalog(JSON.parse(JSON.stringify(excerpt)), 'the excerpt').resources.map((each) => each.name)).toEqual(
      ['areas', 'funding'],
    );
  });

  it('has the metrics that the rollup answers, and no others', () => {
    expect(excerpt['lantu:metrics'].map((each) => each.code)).toEqual(['funding.disbursement']);
  });

  it('understands the rollup’s question as the whole catalog does', () => {
    const [part, whole] = [excerpt, catalog].map((each) => resolveQuery(new Model(each), query));
    expect(part?.query).toEqual(whole?.query);
    expect(part?.dimensions[0]?.area).toEqual(whole?.dimensions[0]?.area);
  });

  it('brings the parts of a ratio, and parents that a rule of adding up speaks of', () => {
    const ratio = {
      code: 'funding.part',
      measure: { op: 'ratio', numerator: 'funding.disbursement', denominator: 'funding.expenditure' },
    } as const;
    const ruled = catalog['lantu:metrics'].map((each) =>
      each.code === 'funding.expenditure' ? { ...each, additivity: { 'project.industry': 'none' as const } } : each,
    );
    const base = ruled.find((each) => each.code === 'funding.disbursement');
    if (!base) throw new Error('the data have no disbursement');
    const extended = { ...catalog, 'lantu:metrics': [...ruled, { ...base, ...ratio }] };
    const found = excerptOf(extended, [
      rollup({ dataset: 'funding', metrics: [{ metric: 'funding.part' }] }, 'funding'),
    ]);
    expect(found['lantu:metrics'].map((each) => each.code).sort()).toEqual([
      'funding.disbursement',
      'funding.expenditure',
      'funding.part',
    ]);
    expect(found.resources.map((each) => each.name)).toEqual(['projects', 'funding']);
  });
});
