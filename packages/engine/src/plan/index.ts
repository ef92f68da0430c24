export type { ResultColumns } from '../answer/expected.ts';
export { type Plan, planQuery } from './plan.ts';
