export type { ResultColumns } from './answer.ts';
export { type Plan, planQuery } from './plan.ts';
