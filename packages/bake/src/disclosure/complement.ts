import { type Equation, hiddenCells } from './equation.ts';

/**
 * Hides further cells until no equation has exactly one hidden cell, for that one could be worked out by subtraction. Of the
 * cells that could be hidden, the cheapest is: the one with the smallest value, and of equal values the first.
 *
 * @param values a number a cell, or null where there is none (known to be missing: nothing to hide).
 * @param primary the cells hidden by themselves.
 * @returns the further cells, in the order in which they were hidden.
 * @throws {RangeError} where an equation has one hidden cell and no other that could be hidden: its total must not be published.
 */
export function complement(
  values: readonly (number | null)[],
  primary: Iterable<number>,
  equations: readonly Equation[],
): number[] {
  const hidden = new Set(primary);
  const equationsOf = new Map<number, number[]>();
  for (const [index, equation] of equations.entries()) {
    for (const cell of [equation.total, ...equation.parts])
      equationsOf.set(cell, [...(equationsOf.get(cell) ?? []), index]);
  }
  const added: number[] = [];
  const pending = new Set(equations.keys());
  for (const index of pending) {
    pending.delete(index);
    const equation = equations[index] as Equation;
    if (hiddenCells(equation, hidden).length !== 1) continue;
    const cheapest = cheapestOf(equation, values, hidden);
    if (cheapest === undefined)
      throw new RangeError(
        `cell ${hiddenCells(equation, hidden)[0]} is the only part of the published total ${equation.total} and cannot be hidden`,
      );
    hidden.add(cheapest);
    added.push(cheapest);
    for (const touched of equationsOf.get(cheapest) ?? []) pending.add(touched);
  }
  return added;
}

function cheapestOf(
  equation: Equation,
  values: readonly (number | null)[],
  hidden: ReadonlySet<number>,
): number | undefined {
  let cheapest: number | undefined;
  for (const cell of [...equation.parts, equation.total]) {
    const value = values[cell];
    if (hidden.has(cell) || value === null || value === undefined || value === 0) continue;
    if (cheapest === undefined || Math.abs(value) < Math.abs(values[cheapest] ?? 0)) cheapest = cell;
  }
  return cheapest;
}
