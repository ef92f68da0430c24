export { audit } from './disclosure/audit.ts';
export type { Equation } from './disclosure/equation.ts';
export { protect } from './disclosure/protect.ts';
export {
  type Contribution,
  type CountRule,
  type DisclosureReason,
  type MoneyRule,
  primaryReason,
  RESIDENT_CASES,
} from './disclosure/rules.ts';
