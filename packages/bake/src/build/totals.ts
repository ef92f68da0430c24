import { type Field, LantuError, quoteValue } from '@lantu/spec';
import type { AreaIndex } from '../area/index-of-areas.ts';
import type { Cell, Table } from '../package/table.ts';
import type { Disclosure, Totals } from './description.ts';

/** A table of totals, and for each of its rows the rows (from 0) of the table that it adds up. */
export interface TotalsTable {
  readonly table: Table;
  readonly parts: readonly (readonly number[])[];
}

/**
 * The sums of a table over one dimension: to a coarser level of areas, or over all of it. The other dimensions stay; attributes
 * and other measures fall away. Missing parts count for nothing; where all are missing, so is the sum.
 *
 * @throws {LantuError} `data/disclosure` where a level is asked of what holds no areas, or an area has no parent at that level
 */
export function totalsOf(
  table: Table,
  { measure, rule }: Disclosure,
  totals: Totals,
  areas: AreaIndex | undefined,
): TotalsTable {
  const dimensions = table.fields.filter(
    (each) => each['lantu:role'] === 'dimension' && (each.name !== totals.over || totals.to),
  );
  const lift = totals.to === undefined ? (cell: Cell) => cell : lifter(table, totals, areas);
  const groups = new Map<string, { key: Cell[]; rows: number[] }>();
  for (const row of (table.columns[measure] ?? []).keys()) {
    const key = dimensions.map(({ name }) =>
      name === totals.over ? lift(table.columns[name]?.[row] ?? null) : (table.columns[name]?.[row] ?? null),
    );
    const id = JSON.stringify(key);
    const group = groups.get(id) ?? { key, rows: [] };
    groups.set(id, group);
    group.rows.push(row);
  }
  const found = [...groups.values()];
  const parts = found.map((each) => each.rows);
  const combined = (field: string, combine: (cells: readonly number[]) => number): Cell[] =>
    parts.map((rows) => {
      const cells = rows.map((row) => table.columns[field]?.[row]).filter((cell) => typeof cell === 'number');
      return cells.length === 0 ? null : combine(cells);
    });
  const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + cell, 0);
  const secret =
    rule.kind === 'money'
      ? { [rule.contributorsField]: sum, [rule.largestField]: (cells: readonly number[]) => Math.max(...cells) }
      : {};
  const numbers = Object.entries({ [measure]: sum, ...secret });
  const fields = [
    ...dimensions.map((each) => (each.name === totals.over ? lifted(each, totals) : each)),
    ...numbers.flatMap(([name]) => table.fields.find((each) => each.name === name) ?? []),
  ];
  const { foreignKeys: _, provenance: __, ...rest } = table;
  return {
    parts,
    table: {
      ...rest,
      name: totals.name,
      title: totals.title,
      description: totals.title,
      fields: fields.map((each) => (each.name === measure ? { ...each, type: 'number' as const } : each)),
      columns: Object.fromEntries([
        ...dimensions.map((each, index) => [each.name, found.map(({ key }) => key[index] ?? null)] as const),
        ...numbers.map(([name, combine]) => [name, combined(name, combine)] as const),
      ]),
      primaryKey: dimensions.map((each) => each.name),
      metrics: table.metrics
        .filter((each) => 'field' in each.measure && each.measure.field === measure)
        .map((each) => ({
          ...each,
          dataset: totals.name,
          code: each.code.replace(`${table.name}.`, `${totals.name}.`),
        })),
    },
  };
}

function lifted(field: Field, { to }: Totals): Field {
  return to === undefined ? field : { ...field, 'lantu:level': to };
}

function lifter(table: Table, { over, to, name }: Totals, areas: AreaIndex | undefined): (cell: Cell) => Cell {
  const field = table.fields.find((each) => each.name === over);
  if (!areas || field?.['lantu:dimension'] !== 'area') {
    throw new LantuError('data/disclosure', 'only areas have levels', {
      where: `totals ${quoteValue(name)}`,
      received: quoteValue(over),
      allowed: 'a field of the dimension area',
    });
  }
  return (cell) => {
    const area = typeof cell === 'string' ? areas.byCode(cell) : undefined;
    const parent = area?.within.map((code) => areas.byCode(code)).find((each) => each?.level === to);
    if (parent) return parent.code;
    throw new LantuError('data/disclosure', `an area lies in no ${to}`, {
      where: `totals ${quoteValue(name)}`,
      received: quoteValue(cell),
      allowed: `areas that lie in a ${to}`,
    });
  };
}
