import { audit } from './audit.ts';
import { complement } from './complement.ts';
import type { Equation } from './equation.ts';
import type { DisclosureReason } from './rules.ts';

/**
 * Every cell that has to be hidden, with why: those hidden by themselves, and as many others as it takes until the audit can
 * work out none of them.
 *
 * Equations with one hidden cell are closed first ({@link complement}); where the audit still works a cell out from several
 * equations together, the cheapest shown cell that shares an equation with it is hidden too, and so on.
 *
 * @param primary the cells hidden by themselves, with their reasons.
 * @throws {RangeError} where that cannot be done by hiding more cells: then a total must not be published.
 */
export function protect(
  values: readonly (number | null)[],
  primary: ReadonlyMap<number, DisclosureReason>,
  equations: readonly Equation[],
): ReadonlyMap<number, DisclosureReason> {
  const hidden = new Map(primary);
  const hide = (cells: Iterable<number>) => {
    for (const cell of cells) hidden.set(cell, 'complementary');
  };
  hide(complement(values, hidden.keys(), equations));
  for (
    let recovered = audit(new Set(hidden.keys()), equations);
    recovered.length > 0;
    recovered = audit(new Set(hidden.keys()), equations)
  ) {
    for (const cell of recovered) hide([companionOf(cell, values, hidden, equations)]);
    hide(complement(values, hidden.keys(), equations));
  }
  return hidden;
}

function companionOf(
  cell: number,
  values: readonly (number | null)[],
  hidden: ReadonlyMap<number, unknown>,
  equations: readonly Equation[],
): number {
  const shown = equations
    .map((equation) => [equation.total, ...equation.parts])
    .filter((cells) => cells.includes(cell))
    .flat()
    .filter((each) => !hidden.has(each) && (values[each] ?? 0) !== 0)
    .sort((a, b) => Math.abs(values[a] ?? 0) - Math.abs(values[b] ?? 0) || a - b);
  const cheapest = shown[0];
  if (cheapest === undefined)
    throw new RangeError(
      `cell ${cell} can be worked out from the published totals, and nothing beside it is left to hide`,
    );
  return cheapest;
}
