import type { Problem } from '../report/problems.ts';

/** An `error` makes a package unfit for publication; a `warning` is something a person should look at. */
export interface Finding extends Problem {
  readonly severity: 'error' | 'warning';
}

/** Takes findings of one dataset as they are made. */
export type Report = (severity: Finding['severity'], problem: Omit<Problem, 'file'>) => void;
