import { type FilterControl, filteredQuery, Model, type Query, queryKey } from '@lantu/spec';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Counts, casesBlueprint, writeCases } from '../../test/cases.ts';
import { Sandbox } from '../../test/sandbox.ts';
import { openPackage } from '../package/read.ts';
import { NativeDuckDB } from './duckdb/native.ts';
import { LIMITS, nearOf } from './near.ts';
import { rollupFor } from './rollup-for.ts';
import { type BakedWidget, bakeWidget } from './widget.ts';

const KIND = { type: 'choice', field: 'kind' } as const;
const MONTHS = { type: 'range', field: 'period', grain: 'month' } as const;

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => {
  box.remove();
});

async function baked(filters: FilterControl[], query: Partial<Query> = {}, counts?: Counts): Promise<BakedWidget> {
  writeCases(box, counts);
  const from = openPackage(`${box.folder}/data`);
  const duckdb = await NativeDuckDB.open(from);
  try {
    return await bakeWidget(duckdb, new Model(from.catalog), casesBlueprint('cases', { filters }, query), ['zh-CN']);
  } finally {
    duckdb.close();
  }
}

describe('the near places of a widget', () => {
  it('are a rollup by the dimensions of the query and the fields of the filters, where it covers every state', async () => {
    const { rollup, states, left, answers } = await baked([KIND, MONTHS]);
    expect(rollup?.query.dimensions).toEqual([
      { field: 'area' },
      { field: 'kind' },
      { field: 'period', grain: 'month' },
    ]);
    expect(states).toEqual({ rollup: 3 * (1 + 3 + 3 + 6), snapshot: 0, engine: 0 });
    expect(left).toEqual([]);
    expect(answers).toHaveLength(3);
  });

  it('are answers where no rollup covers a state, if they are few', async () => {
    const { rollup, states, answers } = await baked([KIND], { dimensions: [], metrics: [{ metric: 'cases.median' }] });
    expect(rollup).toBeUndefined();
    expect(states).toEqual({ rollup: 0, snapshot: 3, engine: 0 });
    expect(
      answers.filter((each) => each.query.metrics[0]?.metric === 'cases.median' && each.columns.length === 1),
    ).toHaveLength(4);
  });

  it('are a rollup for a median too, where each group of any state is one row of it', async () => {
    const byKind = { dimensions: [{ field: 'kind' }], metrics: [{ metric: 'cases.median' }] };
    const { rollup, states } = await baked([KIND], byKind);
    expect(rollup?.query.dimensions).toEqual([{ field: 'kind' }]);
    expect(states).toEqual({ rollup: 3, snapshot: 0, engine: 0 });
  });

  it('answer the first question once', async () => {
    const { answers, input } = await baked([{ ...KIND, value: 'loan', required: true }]);
    expect(input.settings).toEqual([{ value: 'loan' }]);
    expect(answers.filter((each) => queryKey(each.query) === queryKey(input.answer.query))).toHaveLength(1);
    expect(answers.every((each) => each.answeredBy === 'snapshot' && each.sql === undefined)).toBe(true);
  });

  it('publish what a filter offers without figures', async () => {
    const { answers } = await baked([KIND]);
    const offer = answers.find((each) => each.columns[0]?.name === 'option');
    expect(offer?.columns.map((each) => [each.name, each.values])).toEqual([['option', ['loan', 'visit']]]);
  });

  it('leave to the engine what is beyond the limits, and say which and why', async () => {
    writeCases(box);
    const from = openPackage(`${box.folder}/data`);
    const [duckdb, model] = [await NativeDuckDB.open(from), new Model(from.catalog)];
    const blueprint = casesBlueprint('cases', { filters: [KIND] });
    const options = [[{ value: 'loan' }, { value: 'visit' }]];
    const first = await duckdb.answer(model, blueprint.query);
    const within = (limits: Partial<typeof LIMITS>) =>
      nearOf(duckdb, model, blueprint, options, first, { ...LIMITS, rollupRows: 4, ...limits });
    const few = await within({ answers: 2 });
    expect(few.rollup).toBeUndefined();
    expect(few.states).toEqual({ rollup: 0, snapshot: 1, engine: 2 });
    const reason = 'its rollup would have 6 rows, more than 4';
    expect(few.left).toEqual([
      {
        filters: 'kind: one value',
        states: 2,
        reason: `${reason}; and they are 3 states, more than the 2 answers that a widget carries`,
      },
    ]);
    expect((await within({ answerBytes: 100 })).left[0]?.reason).toMatch(
      /their answers take \d+ bytes, more than the 100/,
    );
    expect((await within({})).states).toEqual({ rollup: 0, snapshot: 3, engine: 0 });
    duckdb.close();
  });

  it('are refused where a filter offers more than anyone can choose from', async () => {
    const counts = Array.from({ length: 3001 }, (_, index) => [`area-${index}`, '2024-01', 'loan', 1] as const);
    await expect(baked([{ type: 'choice', field: 'area' }], { dimensions: [] }, counts)).rejects.toThrow(
      /filter on "area": the filter offers more values than travel with a widget; received 3001 values; allowed 3000/,
    );
  });

  it('are refused, with the state, where a metric has no answer to it', async () => {
    writeCases(box);
    const from = openPackage(`${box.folder}/data`);
    const metrics = from.catalog['lantu:metrics'].map((each) =>
      each.code === 'cases.amount' ? { ...each, additivity: { kind: 'none' as const } } : each,
    );
    const model = new Model({ ...from.catalog, 'lantu:metrics': metrics });
    const duckdb = await NativeDuckDB.open(from);
    const free = casesBlueprint('cases', { filters: [{ ...KIND, value: 'loan' }] });
    await expect(bakeWidget(duckdb, model, free, ['zh-CN'])).rejects.toThrow(
      /with its filters at kind: all: the metric does not add up over "kind"/,
    );
    duckdb.close();
  });
});

describe('rollupFor', () => {
  const model = () => {
    writeCases(box);
    return new Model(openPackage(`${box.folder}/data`).catalog);
  };

  it('takes a dimension that a finer one of the same column tells only once', () => {
    const years = { type: 'range', field: 'month', grain: 'year' } as const;
    const blueprint = casesBlueprint('w', { filters: [years] }, { dimensions: [{ field: 'period', grain: 'month' }] });
    expect(rollupFor(model(), blueprint).dimensions).toEqual([{ field: 'period', grain: 'month' }]);
    const coarse = casesBlueprint(
      'w',
      { filters: [{ ...years, grain: 'month' }] },
      { dimensions: [{ field: 'period', grain: 'year' }] },
    );
    expect(rollupFor(model(), coarse).dimensions).toEqual([{ field: 'month', grain: 'month' }]);
  });

  it('keeps the query’s own filters, and its metrics without what is done to them', () => {
    const own = { field: 'area', op: 'in' as const, values: ['a'] };
    const blueprint = casesBlueprint(
      'w',
      { filters: [KIND] },
      {
        metrics: [{ metric: 'cases.amount', transform: { op: 'share' }, as: 'part' }],
        filters: [own],
      },
    );
    expect(rollupFor(model(), blueprint)).toMatchObject({ metrics: [{ metric: 'cases.amount' }], filters: [own] });
    expect(filteredQuery(blueprint, [{ value: 'loan' }]).filters).toHaveLength(2);
  });
});
