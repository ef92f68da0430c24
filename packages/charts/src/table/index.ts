export { answerTable } from './answer-table.ts';
export { csvOf, exportGrid, type Grid, natureText, tsvOf } from './export.ts';
export { tableOf } from './table.ts';
