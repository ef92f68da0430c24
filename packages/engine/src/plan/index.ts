export type { ResultColumns } from './expected.ts';
export { type Plan, planQuery } from './plan.ts';
