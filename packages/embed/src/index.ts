export * from './widget/index.ts';
