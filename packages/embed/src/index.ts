export * from './code/index.ts';
