export { answerTable } from './answer-table.ts';
export { csvOf, exportGrid, type Grid, tsvOf } from './export.ts';
