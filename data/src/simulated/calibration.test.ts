import type { Cell, Table } from '@lantu/bake';
import { describe, expect, it } from 'vitest';
import { readDivisions } from '../areas/divisions.ts';
import { readAreaSources } from '../areas/sources.ts';
import { villagesOf } from '../datasets.ts';
import { readFigures } from '../figures/figures.ts';
import { simulateHandover } from '../simulation/handover.ts';
import { targetsFrom } from '../simulation/targets.ts';
import type { Village } from '../simulation/village.ts';
import { readUnits } from '../units.ts';
import { readChecklist } from './checklist.ts';
import { SEED } from './describe.ts';
import { simulatedTables } from './index.ts';

const divisions = readDivisions('54');
const villages = villagesOf(divisions);
const { figures } = readFigures(divisions, readAreaSources(divisions), readUnits());
const { tables } = simulatedTables(villages, figures);

type Row = Readonly<Record<string, Cell>>;

function rowsOf(name: string): Row[] {
  const table = tables.find((each) => each.name === name);
  if (!table) throw new Error(`there is no table ${name}`);
  return rows(table);
}

function rows({ fields, columns }: Table): Row[] {
  const first = columns[fields[0]?.name ?? ''] ?? [];
  return first.map((_, index) => Object.fromEntries(fields.map(({ name }) => [name, columns[name]?.[index] ?? null])));
}

/** What the source says, by the figure's id. */
function said(id: string): { value: number; area: string } {
  const figure = figures.find((each) => each.id === id);
  if (!figure) throw new Error(`the figure ${id} is not transcribed`);
  return figure;
}

function sum(of: readonly Row[], field: string): number {
  return of.reduce((total, row) => total + Number(row[field] ?? 0), 0);
}

describe('the simulated villages', () => {
  const income = rowsOf('collective-income');
  const of2025 = income.filter((row) => row.period === 2025);

  it.each([
    ['income-zharinanmucuo-2023', 2023],
    ['income-zharinanmucuo-2024', 2024],
  ])('hold the income of the community as transcribed (%s)', (id, year) => {
    const { area, value } = said(id);
    expect(income.filter((row) => row.area === area && row.period === year).map((row) => row.income_cny)).toEqual([
      value,
    ]);
  });

  it('number as many in Lhasa at or above one million yuan at the end of 2025 as reported', () => {
    const { area, value } = said('income-lhasa-2025');
    const above = of2025.filter((row) => String(row.area).startsWith(area) && Number(row.income_cny) >= 1_000_000);
    expect(above).toHaveLength(value);
  });

  it('went from below to above 50,000 yuan in more than 500 cases, and not in 600', () => {
    const { value } = said('lifted-xizang');
    const lifted = of2025.filter(
      (row) =>
        row.baseline_income_cny !== null && Number(row.baseline_income_cny) < 50_000 && Number(row.income_cny) > 50_000,
    );
    expect(lifted.length).toBeGreaterThan(value);
    expect(lifted.length).toBeLessThan(value + 100);
  });

  it('turned from loss to profit in more than 300 cases, and not in 400', () => {
    const { value } = said('profitable-xizang');
    const turned = of2025.filter(
      (row) => row.baseline_profit_cny !== null && Number(row.baseline_profit_cny) < 0 && Number(row.profit_cny) > 0,
    );
    expect(turned.length).toBeGreaterThan(value);
    expect(turned.length).toBeLessThan(value + 100);
  });

  it('earn what their kinds of income add up to', () => {
    const byVillageAndYear = new Map<string, number>();
    for (const row of rowsOf('collective-income-by-kind')) {
      const key = `${row.area}/${row.period}`;
      byVillageAndYear.set(key, (byVillageAndYear.get(key) ?? 0) + Number(row.amount_cny));
    }
    const differing = income.filter(
      (row) => row.income_cny !== null && byVillageAndYear.get(`${row.area}/${row.period}`) !== row.income_cny,
    );
    expect(differing).toEqual([]);
  });

  it('are skewed, unequal between prefectures, and not all reported', () => {
    const amounts = of2025
      .flatMap((row) => (row.income_cny === null ? [] : [Number(row.income_cny)]))
      .sort((a, b) => a - b);
    const median = amounts[Math.floor(amounts.length / 2)] ?? 0;
    const mean = amounts.reduce((a, b) => a + b, 0) / amounts.length;
    expect(mean / median).toBeGreaterThan(1.5);
    expect(income.filter((row) => row.status === 'L').length).toBeGreaterThan(100);
    expect(income.filter((row) => row.status === 'E').length).toBeGreaterThan(100);
    expect(income.filter((row) => Number(row.corrections) > 0).length).toBeGreaterThan(100);
  });
});

describe('the simulated projects and funds', () => {
  const projects = rowsOf('projects');
  const funding = rowsOf('funding');

  it('are as many projects filed in the three years as reported', () => {
    expect(projects).toHaveLength(said('projects-filed-xizang').value);
    expect(projects.every((row) => String(row.filed_on) >= '2023-01-01' && String(row.filed_on) <= '2025-12-31')).toBe(
      true,
    );
  });

  it('are eight projects in the community, none of them given up', () => {
    const { area, value } = said('projects-zharinanmucuo');
    const own = projects.filter((row) => row.area === area);
    expect(own).toHaveLength(value);
    expect(own.filter((row) => row.stage === 'withdrawn')).toEqual([]);
  });

  it('add up to the reported work funds paid out in the three years', () => {
    const paid = funding.filter(
      (row) =>
        row.stream === 'work' &&
        row.transaction === 'disbursement' &&
        String(row.date) >= '2023' &&
        String(row.date) < '2026',
    );
    expect(sum(paid, 'amount_cny')).toBe(said('work-funding-xizang').value);
  });

  it('never spend or return more on a project than was paid out for it', () => {
    const balances = new Map<string, number>();
    for (const row of funding.filter((each) => each.stream === 'project')) {
      const way = row.transaction === 'disbursement' ? 1 : row.transaction === 'commitment' ? 0 : -1;
      balances.set(String(row.project), (balances.get(String(row.project)) ?? 0) + way * Number(row.amount_cny));
    }
    expect([...balances].filter(([, balance]) => balance < 0)).toEqual([]);
  });

  it('peak in spring', () => {
    const month = (wanted: string) => projects.filter((row) => String(row.filed_on).slice(5, 7) === wanted).length;
    expect(month('04')).toBeGreaterThan(3 * month('12'));
  });
});

describe('the simulated handover', () => {
  const handover = rowsOf('handover');

  it('has as many teams in Qamdo as reported, each with every item handed over', () => {
    const { area, value } = said('teams-rotated-qamdo');
    const own = handover.filter((row) => String(row.area).startsWith(area));
    expect(new Set(own.map((row) => row.team)).size).toBe(value);
    expect(own.filter((row) => row.state === 'outstanding')).toEqual([]);
  });

  it('takes in as many villages of Jiacha as reported', () => {
    const { area, value } = said('villages-jiacha');
    const own = handover.filter((row) => String(row.area).startsWith(area));
    expect(new Set(own.map((row) => row.area)).size).toBe(value);
  });
});

describe('the simulated services', () => {
  it.each([
    ['errands-zharinanmucuo', 'errands'],
    ['medical-zharinanmucuo', 'accompanied-medical-visits'],
    ['disputes-zharinanmucuo', 'disputes-mediated'],
    ['hazards-zharinanmucuo', 'hazards-rectified'],
  ])('of the county in 2026 are no fewer than what the community alone did (%s)', (id, kind) => {
    const { area, value } = said(id);
    const own = rowsOf('county-services').filter(
      (row) => row.area === area.slice(0, 6) && row.kind === kind && String(row.month) >= '2026-01',
    );
    expect(sum(own, 'count')).toBeGreaterThanOrEqual(value);
  });

  it('show no count of residents’ cases from 1 to 9, and mark what is hidden', () => {
    const cases = ['errands', 'accompanied-medical-visits', 'home-visits', 'disputes-mediated'];
    for (const name of ['services', 'county-services']) {
      const own = rowsOf(name).filter((row) => cases.includes(String(row.kind)));
      expect(own.filter((row) => Number(row.count) > 0 && Number(row.count) < 10)).toEqual([]);
      expect(own.filter((row) => row.status === 'Q' && row.count !== null)).toEqual([]);
      expect(own.filter((row) => row.status === 'Q').length).toBeGreaterThan(100);
    }
  });

  it('never leave one township hidden beside its county’s published count', () => {
    const hidden = new Map<string, number>();
    for (const row of rowsOf('services').filter((each) => each.status === 'Q')) {
      const key = `${String(row.area).slice(0, 6)}/${row.month}/${row.kind}`;
      hidden.set(key, (hidden.get(key) ?? 0) + 1);
    }
    const published = new Set(
      rowsOf('county-services')
        .filter((row) => row.count !== null)
        .map((row) => `${row.area}/${row.month}/${row.kind}`),
    );
    expect([...hidden].filter(([key, count]) => count === 1 && published.has(key))).toEqual([]);
  });
});

describe('every simulated dataset', () => {
  it.each(tables.map((table) => [table.name, table] as const))(
    'says in every row that it is simulated (%s)',
    (_, table) => {
      expect(new Set(table.columns.nature)).toEqual(new Set(['simulated']));
      expect(table.origins.map((each) => each.id)).toEqual(['simulation']);
    },
  );

  it('draws the same for a village, whatever other villages there are', () => {
    const targets = targetsFrom(figures);
    const checklist = readChecklist();
    const make = (of: readonly Village[]) => simulateHandover(SEED, of, checklist, 'batch-14-to-15', targets);
    const keyed = (of: readonly Village[]) => new Map(make(of).map((row) => [`${row.team}/${row.item}`, row]));
    const inside = villages.filter((village) => village.prefecture === targets.teams.prefecture);
    const all = keyed(villages);
    expect(
      [...keyed(inside.reverse())].filter(([key, row]) => JSON.stringify(all.get(key)) !== JSON.stringify(row)),
    ).toEqual([]);
  });
});
