export { tokens } from '../styles/tokens.styles.ts';
export { isInTooltip, type Picture, Pointing } from './pointing.ts';
export { tooltipStyles } from './tooltip.styles.ts';
export { placeTooltip, tooltipOf } from './tooltip.ts';
