import { describe, expect, it } from 'vitest';
import { testModel } from '../test/catalog.ts';
import { refusalOf } from '../test/refusal.ts';
import type { Query } from './query.ts';
import { resolveQuery } from './resolve.ts';

const refused = (query: unknown) => refusalOf(() => resolveQuery(testModel(), query as Query));

const villages: Query = {
  dataset: 'stock',
  dimensions: [{ field: 'area' }, { field: 'period' }, { field: 'kind' }],
  metrics: [{ metric: 'stock.villages' }],
};

describe('resolveQuery', () => {
  it('looks up every name', () => {
    const resolved = resolveQuery(testModel(), {
      dataset: 'payments',
      dimensions: [
        { field: 'project.stage', as: 'stage' },
        { field: 'area', grain: 'county' },
      ],
      metrics: [{ metric: 'payments.amount', transform: { op: 'share', within: ['stage'] } }],
      filters: [{ field: 'period', grain: 'year', op: 'in', values: ['2024'] }],
      order: [{ by: 'payments.amount:share', direction: 'desc' }],
      limit: { rows: 5 },
    });
    expect(resolved.dimensions.map((each) => [each.name, each.column.field.name, each.shared])).toEqual([
      ['stage', 'stage', false],
      ['area', 'area', true],
    ]);
    expect(resolved.metrics[0]?.name).toBe('payments.amount:share');
    expect(resolved.order).toEqual([
      { by: 'payments.amount:share', direction: 'desc' },
      { by: 'stage', direction: 'asc' },
      { by: 'area', direction: 'asc' },
    ]);
  });

  it('takes a ratio apart', () => {
    const [density] = resolveQuery(testModel(), { ...villages, metrics: [{ metric: 'stock.density' }] }).metrics;
    expect(density?.measures.map((each) => each.metric.code)).toEqual(['stock.villages', 'stock.rows']);
  });

  it('refuses what is no query', () => {
    expect(refused({ dataset: 'stock', metrics: [] }).code).toBe('spec/invalid');
    expect(refused({ ...villages, metrics: [{ metric: 'stock.rows' }], limits: 3 }).problem).toBe('an unknown key');
    const infinite = { field: 'villages', op: 'range', lt: Number.POSITIVE_INFINITY };
    expect(refused({ ...villages, filters: [infinite] }).code).toBe('spec/invalid');
  });

  it('refuses two columns of one name, and says how to tell them apart', () => {
    const error = refused({ ...villages, dimensions: [{ field: 'area' }, { field: 'area', grain: 'region' }] });
    expect(error.code).toBe('spec/invalid');
    expect(error.received).toBe('"area"');
    expect(error.allowed).toContain('"as"');
  });

  it.each<[string, Partial<Query>, string]>([
    ['order', { order: [{ by: 'kinds' }] }, '"kind"'],
    ['share', { metrics: [{ metric: 'stock.rows', transform: { op: 'share', within: ['kinds'] } }] }, '"kind"'],
    [
      'running total',
      { metrics: [{ metric: 'stock.rows', transform: { op: 'running-total', along: 'kinds' } }] },
      '"kind"',
    ],
    ['top', { limit: { top: 1, of: 'kinds', by: 'stock.villages' } }, '"kind"'],
    ['top by', { limit: { top: 1, of: 'kind', by: 'stock.village' } }, '"stock.villages"'],
  ])('refuses a column that the answer does not have: %s', (_, change, nearest) => {
    const error = refused({ ...villages, ...change });
    expect(error.code).toBe('spec/unknown-field');
    expect(error.allowed?.startsWith(nearest)).toBe(true);
  });

  it('refuses a change without one dimension of time', () => {
    const change = { op: 'change', to: 'previous', form: 'ratio' } as const;
    const query: Query = { dataset: 'stock', metrics: [{ metric: 'stock.rows', transform: change }] };
    expect(refused(query).code).toBe('spec/unsupported');
    expect(refused({ ...query, dimensions: [{ field: 'period' }, { field: 'year' }] }).received).toBe(
      '"period", "year"',
    );
  });

  it('refuses bins of what are no numbers, and a top by a transformed metric', () => {
    expect(refused({ ...villages, dimensions: [{ field: 'kind', bin: { width: 5 } }] }).code).toBe('spec/unsupported');
    const ranked = { metric: 'stock.rows', transform: { op: 'rank' }, as: 'rank' };
    const error = refused({
      ...villages,
      metrics: [{ metric: 'stock.rows' }, ranked],
      limit: { top: 3, of: 'kind', by: 'rank' },
    });
    expect(error.code).toBe('spec/unsupported');
    expect(error.allowed).toBe('"stock.rows"');
  });
});

describe('additivity', () => {
  const accepted = (query: Query) => JSON.stringify(resolveQuery(testModel(), query).query);
  const notAdditive = (query: Query) => {
    const error = refused(query);
    expect(error.code).toBe('spec/not-additive');
    return error;
  };

  it('refuses to add up over a dimension ruled "none", and says what to ask instead', () => {
    const error = notAdditive({ ...villages, dimensions: [{ field: 'area' }] });
    expect(error.message).toBe(
      'metric "stock.villages": the metric does not add up over "kind"; allowed group by "kind" as recorded, or filter it to one value',
    );
  });

  it('accepts grouping as recorded, or one value', () => {
    expect(accepted(villages)).toContain('stock.villages');
    const onlyOne: Query = { ...villages, dimensions: [], filters: [{ field: 'kind', op: 'in', values: ['a'] }] };
    expect(accepted(onlyOne)).toContain('stock.villages');
    notAdditive({ ...villages, dimensions: [], filters: [{ field: 'kind', op: 'in', values: ['a', 'b'] }] });
  });

  it('refuses a coarser grain of such a dimension', () => {
    const query: Query = {
      dataset: 'figures',
      dimensions: [{ field: 'area' }],
      metrics: [{ metric: 'figures.value' }],
    };
    expect(accepted(query)).toContain('figures');
    const error = notAdditive({ ...query, dimensions: [{ field: 'area', grain: 'prefecture' }] });
    expect(error.allowed).toContain('not at the grain prefecture');
  });

  it('holds for the parts of a ratio', () => {
    notAdditive({ dataset: 'stock', metrics: [{ metric: 'stock.density' }] });
  });

  it('refuses shares and running totals of what does not add up', () => {
    const shareOfMedian = { metric: 'payments.middle', transform: { op: 'share' } } as const;
    expect(notAdditive({ dataset: 'payments', metrics: [shareOfMedian] }).allowed).toBe(
      'a share of a total of a sum or a count',
    );
    const share = (within?: string[]): Query => ({
      ...villages,
      metrics: [{ metric: 'stock.villages', transform: { op: 'share', ...(within && { within }) } }],
    });
    expect(notAdditive(share()).allowed).toBe('a share within "kind"');
    notAdditive(share(['kind']));
    expect(accepted(share(['kind', 'period']))).toContain('share');
    const total: Query = {
      ...villages,
      metrics: [{ metric: 'stock.villages', transform: { op: 'running-total', along: 'period' } }],
    };
    expect(notAdditive(total).allowed).toBe('a running total along a dimension that it adds up over');
  });

  it('refuses a top-N that would bring values together', () => {
    const top: Query = { ...villages, limit: { top: 3, of: 'area', by: 'stock.villages' } };
    notAdditive(top);
    const one: Query = { ...top, filters: [{ field: 'kind', op: 'in', values: ['a'] }] };
    expect(accepted(one)).toContain('top');
    const others = (of: string): Query => ({ ...one, limit: { top: 3, of, by: 'stock.villages', others: true } });
    expect(accepted(others('area'))).toContain('others');
    expect(notAdditive(others('period')).allowed).toContain('without "others"');
  });
});
