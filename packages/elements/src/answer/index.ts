export type { FilterOptions } from '../filters/options.ts';
export { type as typeStyles } from '../styles/tokens.styles.ts';
export { type Body, type BodyHost, type Reading, SIZES, type Size } from './body.ts';
export { AnswerController, type Answered, type AnswerState, type Answers } from './controller.ts';
export { AnswerElement, THEMES, type Theme } from './element.ts';
