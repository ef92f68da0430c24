export { rollupFromArrow } from './read.ts';
export { rollupToArrow } from './write.ts';
