/**
 * One published sum: the value of cell `total` is the sum of the values of `parts`. Cells are numbered from 0; a total may be a
 * part of a larger one.
 */
export interface Equation {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * The cells of `equation` that a reader cannot see, and whose sum one can therefore work out from the others.
 */
export function hiddenCells(equation: Equation, suppressed: ReadonlySet<number>): number[] {
  return [equation.total, ...equation.parts].filter((cell) => suppressed.has(cell));
}
