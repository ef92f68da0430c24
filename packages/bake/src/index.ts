export { type BakeOptions, bake, type WidgetEntry, type WidgetIndex } from './bake/index.ts';
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
export { type PackageFiles, type PackageInfo, packageFiles } from './package/package.ts';
export type { Cell, Table } from './package/table.ts';
export { parseCsv, type Row } from './read/csv.ts';
export { type Problem, Problems } from './report/problems.ts';
export type { Progress } from './report/progress.ts';
