export { barExamples } from '../bar/bar.example.ts';
export { kpiExamples } from '../kpi/kpi.example.ts';
export { lineExamples } from '../line/line.example.ts';
export type { ChartExample } from './example.ts';
