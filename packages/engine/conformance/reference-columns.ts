import type { Catalog, Dataset, Field, Filter, Grain, Value } from '@lantu/spec';
import type { Cell, Fixture, Row } from './fixture.ts';

/** How a query's column is read off a row of its dataset: written without looking at how the planner does it. */
export interface ReferenceColumn {
  /** The same for the same column, whatever it was called. */
  readonly id: string;
  readonly field: Field;
  readonly read: (row: Row) => Cell;
  /** The parents it is read through. */
  readonly parents: readonly string[];
}

/** The values of a column at a grain: time as ISO text, areas as codes. */
export interface ReferenceValues extends ReferenceColumn {
  readonly at: (row: Row) => Value;
  readonly recorded: boolean;
  readonly grain?: Grain;
}

const RECORDED = { date: 'day', yearmonth: 'month', year: 'year' } as const;

/** Reads columns of a fixture by the names of a query. */
export class ReferenceColumns {
  readonly #catalog: Catalog;
  readonly #tables: Fixture['tables'];

  constructor({ catalog, tables }: Fixture) {
    this.#catalog = catalog;
    this.#tables = tables;
  }

  column(dataset: string, name: string): ReferenceColumn {
    const found = this.#column(dataset, name);
    if (!found) throw new Error(`${dataset} has no ${name}`);
    return found;
  }

  values(dataset: string, name: string, grain?: Grain): ReferenceValues {
    const column = this.column(dataset, name);
    const { type } = column.field;
    if (type === 'date' || type === 'yearmonth' || type === 'year') {
      const wanted = grain ?? RECORDED[type];
      return {
        ...column,
        grain: wanted,
        recorded: wanted === RECORDED[type],
        at: (row) => period(column.read(row), wanted),
      };
    }
    const level = column.field['lantu:level'];
    if (grain === undefined || grain === level) return { ...column, recorded: true, at: column.read };
    return { ...column, grain, recorded: false, at: (row) => this.#ancestor(column.read(row), grain) };
  }

  filter(dataset: string, filter: Filter): (row: Row) => boolean {
    const { at } = this.values(dataset, filter.field, filter.grain);
    if (filter.op !== 'range') {
      return (row) => filter.values.includes(at(row)) === (filter.op === 'in');
    }
    const { gte, gt, lte, lt } = filter;
    return (row) => {
      const value = at(row);
      if (value === null) return false;
      const compare = (bound: string | number) => compareValues(value, bound);
      return (
        (gte === undefined || compare(gte) >= 0) &&
        (gt === undefined || compare(gt) > 0) &&
        (lte === undefined || compare(lte) <= 0) &&
        (lt === undefined || compare(lt) < 0)
      );
    };
  }

  #dataset(name: string): Dataset {
    const dataset = this.#catalog.resources.find((each) => each.name === name);
    if (!dataset) throw new Error(`no dataset ${name}`);
    return dataset;
  }

  #column(name: string, wanted: string): ReferenceColumn | undefined {
    const { fields, foreignKeys = [] } = this.#dataset(name).schema;
    const own =
      fields.find((each) => each.name === wanted) ?? fields.find((each) => each['lantu:dimension'] === wanted);
    if (own) return { id: own.name, field: own, parents: [], read: (row) => row[own.name] ?? null };
    for (const { fields: key, reference } of foreignKeys) {
      const rest = wanted.startsWith(`${key}.`) ? wanted.slice(key.length + 1) : undefined;
      const isDimension = this.#catalog['lantu:dimensions'].some((each) => each.name === wanted);
      const column = rest === undefined && !isDimension ? undefined : this.#column(reference.resource, rest ?? wanted);
      if (!column) continue;
      const parents = new Map((this.#tables[reference.resource] ?? []).map((each) => [each[reference.fields], each]));
      return {
        id: `${key}>${column.id}`,
        field: column.field,
        parents: [reference.resource, ...column.parents],
        read: (row) => {
          const parent = parents.get(row[key] ?? null);
          return parent ? column.read(parent) : null;
        },
      };
    }
    return undefined;
  }

  #ancestor(code: Cell, level: Grain): string | null {
    const area = (this.#tables['areas'] ?? []).find((each) => each['code'] === code);
    if (!area) return null;
    if (area['level'] === level) return String(area['code']);
    return level === 'village' ? null : (area[level] as string | null);
  }
}

function period(value: Cell, grain: Grain): string | null {
  if (value === null) return null;
  const iso = String(value);
  if (grain === 'year') return iso.slice(0, 4);
  if (grain === 'quarter') return `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`;
  return grain === 'month' ? iso.slice(0, 7) : iso;
}

/** The order of stored values of one type: numbers by size, false before true, texts by code point. */
export function compareValues(a: Cell, b: Cell): number {
  if (typeof a !== 'string' || typeof b !== 'string') return Number(a) - Number(b);
  const [left, right] = [[...a], [...b]];
  for (const [index, letter] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = (letter.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
