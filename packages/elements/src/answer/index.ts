export { type Body, type BodyHost, SIZES, type Size } from './body.ts';
export { AnswerController, type Answered, type AnswerState, type Answers, type FilterOptions } from './controller.ts';
export { AnswerElement, THEMES, type Theme } from './element.ts';
