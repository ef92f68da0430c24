import type { Blueprint } from '@lantu/spec';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COUNTS, casesBlueprint, writeCases } from '../../../test/cases.ts';
import { Sandbox } from '../../../test/sandbox.ts';
import { makeWidgets } from '../bake.ts';

const AREA = [{ field: 'area' }];
const MONTH = [{ field: 'month' }];
const COUNT = [{ metric: 'cases.count' }];

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
  writeCases(box);
});
afterEach(() => {
  box.remove();
});

/** The problems of publishing these blueprints, as sentences. */
async function problemsOf(...blueprints: Blueprint[]): Promise<string[]> {
  for (const each of blueprints) box.writeJson(`blueprints/${each.id}.json`, each);
  const nothing = { picturesOf: async () => new Map(), pagesOf: () => new Map() };
  const paths = blueprints.map((each) => `${box.folder}/blueprints/${each.id}.json`);
  const { problems } = await makeWidgets({ blueprints: paths, data: `${box.folder}/data` }, nothing);
  return problems.map((each) => [each.file, each.problem, each.received, each.allowed].filter(Boolean).join('; '));
}

describe('the cells of a widget', () => {
  it('are published where each rests on enough cases', async () => {
    expect(await problemsOf(casesBlueprint('areas', {}, { metrics: COUNT }))).toEqual([]);
  });

  it('are refused where one rests on too few, with the cell, its cases and what is allowed', async () => {
    writeCases(box, [...COUNTS, ['d', '2024-01', 'loan', 3]]);
    const [problem] = await problemsOf(casesBlueprint('areas', {}, { metrics: COUNT }));
    expect(problem).toContain('areas.json; metric "cases.count": cells rest on fewer cases than may be published');
    expect(problem).toContain('area d: 3; no case, or at least 5');
  });

  it.each([
    ['a sum of money, by the rows behind it', [{ metric: 'cases.guarded-amount' }], 'area d: 3'],
    [
      'a transformed number, by what it was before',
      [{ metric: 'cases.count', transform: { op: 'share' as const } }],
      'area d: 3',
    ],
    ['a ratio, by its parts', [{ metric: 'cases.loans-part' }], 'area d: 3'],
    ['a count of some rows, by these', [{ metric: 'cases.loans' }], 'area d: 3'],
  ])('are refused for %s', async (_, metrics, cell) => {
    writeCases(box, [...COUNTS, ['d', '2024-01', 'loan', 3]]);
    expect((await problemsOf(casesBlueprint('areas', {}, { metrics }))).join()).toContain(cell);
  });

  it('are not looked at where the metric has no rule', async () => {
    writeCases(box, [...COUNTS, ['d', '2024-01', 'loan', 3]]);
    expect(await problemsOf(casesBlueprint('areas'))).toEqual([]);
  });

  it('count as far as an answer shows them: what a limit cuts off is not published', async () => {
    writeCases(box, [...COUNTS, ['d', '2024-01', 'loan', 3]]);
    const order = [{ by: 'cases.count', direction: 'desc' as const }];
    expect(await problemsOf(casesBlueprint('top', {}, { metrics: COUNT, order, limit: { rows: 2 } }))).toEqual([]);
    const others = { top: 3, of: 'area', by: 'cases.count', others: true };
    expect(await problemsOf(casesBlueprint('top', {}, { metrics: COUNT, limit: others }))).toEqual([
      expect.stringContaining('all others: 3'),
    ]);
  });

  it('are refused in a rollup, though no first view shows them', async () => {
    writeCases(box, [...COUNTS, ['a', '2024-03', 'loan', 2]]);
    const month = { type: 'choice', field: 'month' } as const;
    const [problem] = await problemsOf(casesBlueprint('areas', { filters: [month] }, { metrics: COUNT }));
    expect(problem).toContain('area a, month 2024-03: 2');
  });
});

describe('what is published together', () => {
  const total = casesBlueprint('total', { chart: { type: 'kpi' } }, { dimensions: [], metrics: COUNT });
  const shown = (...values: string[]) =>
    casesBlueprint('shown', {}, { dimensions: AREA, metrics: COUNT, filters: [{ field: 'area', op: 'in', values }] });

  it('is refused where a total less the parts that are shown rests on too few cases', async () => {
    writeCases(box, [...COUNTS, ['d', '2024-01', 'loan', 3]]);
    expect(await problemsOf(total)).toEqual([]);
    expect(await problemsOf(shown('a', 'b', 'c'))).toEqual([]);
    const [problem, ...others] = await problemsOf(total, shown('a', 'b', 'c'));
    expect(others).toEqual([]);
    expect(problem).toContain('numbers that rest on too few cases could be worked out from those that are published');
    expect(problem).toContain('area d: 3; no case, or at least 5');
  });

  it('is refused where several parts together rest on too few cases', async () => {
    writeCases(box, [...COUNTS, ['d', '2024-01', 'loan', 1], ['e', '2024-01', 'loan', 2]]);
    expect(await problemsOf(total, shown('a', 'b', 'c'))).toEqual([expect.stringMatching(/area [de] and others: 3/)]);
  });

  it('may leave out parts that rest on enough cases', async () => {
    writeCases(box, [...COUNTS, ['d', '2024-01', 'loan', 1], ['e', '2024-01', 'loan', 4]]);
    expect(await problemsOf(total, shown('a', 'b', 'c'))).toEqual([]);
  });

  it('is refused where a metric of some rows tells the others apart', async () => {
    writeCases(box, [
      ['a', '2024-01', 'loan', 20],
      ['a', '2024-01', 'visit', 2],
    ]);
    const loans = casesBlueprint('loans', {}, { dimensions: [], metrics: [{ metric: 'cases.loans' }] });
    expect(await problemsOf(total, loans)).toEqual([expect.stringContaining('kind visit: 2')]);
  });

  it('is refused where two tables with other margins give a cell away', async () => {
    writeCases(box, [
      ['a', '2024-01', 'loan', 10],
      ['a', '2024-02', 'loan', 2],
      ['b', '2024-01', 'loan', 10],
      ['b', '2024-02', 'loan', 20],
    ]);
    const areas = casesBlueprint('areas', {}, { dimensions: AREA, metrics: COUNT });
    const months = casesBlueprint('months', {}, { dimensions: MONTH, metrics: COUNT });
    const first = (value: string) =>
      casesBlueprint(
        `first-${value}`,
        {},
        { dimensions: AREA, metrics: COUNT, filters: [{ field: 'month', op: 'in', values: [value] }] },
      );
    expect(await problemsOf(areas, months)).toEqual([]);
    expect((await problemsOf(areas, first('2024-01'))).join()).toContain('area a, month 2024-02: 2');
  });
});

describe('what the package has hidden', () => {
  const DISCLOSED = { dataset: 'cases', reason: 'small-count', cells: 2, of: 10 };

  it('must still be hidden, as often as suppressions.json says', async () => {
    box.writeJson('data/suppressions.json', [DISCLOSED]);
    expect(await problemsOf(casesBlueprint('areas'))).toEqual([
      expect.stringContaining(
        'dataset "cases": fewer cells are hidden than suppressions.json says; 0 rows of status Q; at least 2',
      ),
    ]);
  });

  it('must hold no number', async () => {
    writeCases(box, COUNTS, 'Q');
    expect(await problemsOf(casesBlueprint('areas'))).toEqual([
      expect.stringContaining('cells that are marked as suppressed hold numbers; 67 of 67 rows of status Q'),
    ]);
  });

  it('is nothing to ask where other datasets are read', async () => {
    box.writeJson('data/suppressions.json', [{ ...DISCLOSED, dataset: 'others' }]);
    expect(await problemsOf(casesBlueprint('areas'))).toEqual([]);
  });
});
