export { type Fetch, type OpenCatalog, type OpenCatalogOptions, openCatalog } from './catalog.ts';
export { AnswerMemory, memoryPlace } from './memory.ts';
export { type AnswerPlace, type AskContext, lazyPlace, type Question } from './place.ts';
export { type Plan, planQuery } from './plan/index.ts';
export { type Bytes, type OnProgress, PROGRESS_STATES, type Progress, type ProgressState } from './progress.ts';
export { type AskOptions, Resolver } from './resolver.ts';
export { isCurrent, vintageOf } from './vintage.ts';
