import { type Equation, hiddenCells } from './equation.ts';

/** A prime below 2^26, so that products of two residues are exact in a double. */
const PRIME = 67_108_859;

/**
 * The hidden cells that can be worked out exactly from what is published: none, if the hiding is sound.
 *
 * Every equation says what its hidden cells add up to. A cell can be worked out if and only if its unit vector lies in the row
 * space of that system, that is, if a row of its reduced echelon form has a single entry. Cells that stand in the same equations
 * (the townships of a county in one month, say) can never be told apart; they are eliminated as one column. Elimination runs
 * modulo a prime: exact, and a rank lost by chance would need a minor divisible by it.
 */
export function audit(suppressed: ReadonlySet<number>, equations: readonly Equation[]): number[] {
  const recovered = components(suppressed, equations).flatMap((connected) => recoveredIn(suppressed, connected));
  return recovered.sort((a, b) => a - b);
}

function recoveredIn(suppressed: ReadonlySet<number>, equations: readonly Equation[]): number[] {
  const columns = columnsOf(suppressed, equations);
  const rows = equations.map((_, index) => rowOf(index, columns));
  return echelon(rows, columns.length).flatMap((row) => {
    const entries = [...row.keys()].filter((column) => row[column] !== 0);
    const members = entries.length === 1 ? columns[entries[0] as number]?.cells : undefined;
    return members?.length === 1 ? members : [];
  });
}

/** The equations in groups that share no hidden cell, so that each is a small system of its own. */
function components(suppressed: ReadonlySet<number>, equations: readonly Equation[]): Equation[][] {
  const parents = equations.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] as number;
    for (let at = index; parents[at] !== root; ) {
      const next = parents[at] as number;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  const firstWith = new Map<number, number>();
  const groups = new Map<number, Equation[]>();
  const open = [...equations.keys()].filter(
    (index) => hiddenCells(equations[index] as Equation, suppressed).length > 0,
  );
  for (const index of open) {
    for (const cell of hiddenCells(equations[index] as Equation, suppressed)) {
      const first = firstWith.get(cell);
      if (first === undefined) firstWith.set(cell, index);
      else parents[rootOf(index)] = rootOf(first);
    }
  }
  for (const index of open) {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), equations[index] as Equation]);
  }
  return [...groups.values()];
}

interface Column {
  readonly cells: number[];
  /** By equation: 1 as a part, −1 as the total. */
  readonly signs: ReadonlyMap<number, number>;
}

function columnsOf(suppressed: ReadonlySet<number>, equations: readonly Equation[]): Column[] {
  const signs = new Map<number, Map<number, number>>();
  for (const [index, equation] of equations.entries()) {
    for (const cell of hiddenCells(equation, suppressed)) {
      const own = signs.get(cell) ?? new Map<number, number>();
      own.set(index, cell === equation.total ? -1 : 1);
      signs.set(cell, own);
    }
  }
  const columns = new Map<string, Column>();
  for (const [cell, own] of signs) {
    const key = [...own].map(([index, sign]) => `${sign}*${index}`).join(' ');
    const column = columns.get(key);
    if (column) column.cells.push(cell);
    else columns.set(key, { cells: [cell], signs: own });
  }
  return [...columns.values()];
}

function rowOf(index: number, columns: readonly Column[]): Float64Array {
  return Float64Array.from(columns, ({ signs }) => {
    const sign = signs.get(index) ?? 0;
    return sign < 0 ? PRIME - 1 : sign;
  });
}

/** Gauss and Jordan: reduced row echelon form, in place; the rows that are not zero. */
function echelon(rows: Float64Array[], width: number): Float64Array[] {
  let rank = 0;
  for (let column = 0; column < width && rank < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= rank && row[column] !== 0);
    if (found < 0) continue;
    const pivot = rows[found] as Float64Array;
    rows[found] = rows[rank] as Float64Array;
    rows[rank] = pivot;
    scale(pivot, inverse(pivot[column] as number));
    for (const [index, row] of rows.entries()) {
      const factor = row[column] as number;
      if (index === rank || factor === 0) continue;
      for (let i = column; i < width; i++) {
        const entry = pivot[i] as number;
        if (entry !== 0) row[i] = ((row[i] as number) + (PRIME - factor) * entry) % PRIME;
      }
    }
    rank += 1;
  }
  return rows.slice(0, rank);
}

function scale(row: Float64Array, factor: number): void {
  for (let i = 0; i < row.length; i++) row[i] = ((row[i] as number) * factor) % PRIME;
}

/** By Fermat: the power PRIME − 2. */
function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
