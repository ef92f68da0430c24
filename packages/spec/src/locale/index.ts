export type { AxisFormat, AxisOptions } from './axis.ts';
export {
  type CompactOptions,
  type DatedValue,
  type Formatter,
  formatter,
  isLoaded,
  type PercentOptions,
} from './formatter.ts';
export { loadControls, loadLanguage } from './load.ts';
export type { MessageArguments, MessageKey } from './messages.ts';
export type { PeriodForm } from './period.ts';
export type { ValueParts } from './units.ts';
