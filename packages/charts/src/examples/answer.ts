import type {
  Answer,
  AnswerUnit,
  CellProvenance,
  Column,
  DimensionColumn,
  LocalizedText,
  MetricColumn,
  Nature,
  ObservationStatus,
  Value,
} from '@lantu/spec';

export const YUAN: AnswerUnit = { code: 'CNY', title: { 'zh-CN': '元', bo: 'སྒོར།', en: 'yuan' }, kind: 'money' };
export const PERSON: AnswerUnit = {
  code: 'person',
  title: { 'zh-CN': '人', bo: 'མི་གྲངས།', en: 'people' },
  kind: 'count',
};
export const VILLAGE: AnswerUnit = {
  code: 'village',
  title: { 'zh-CN': '个村', bo: 'གྲོང་ཚོ།', en: 'villages' },
  kind: 'count',
};
export const SHARE: AnswerUnit = { code: 'percent', title: { 'zh-CN': '%' }, kind: 'ratio' };

export const INCOME: LocalizedText = { 'zh-CN': '集体经济收入', bo: 'ཐུན་མོང་དཔལ་འབྱོར་ཡོང་འབབ།', en: 'Collective income' };
export const YEAR: LocalizedText = { 'zh-CN': '年份', bo: 'ལོ།', en: 'Year' };

/** A dimension of an example answer. */
export function dimension(
  name: string,
  title: LocalizedText,
  values: readonly Value[],
  more: Partial<Pick<DimensionColumn, 'type' | 'grain' | 'labels' | 'ordered' | 'binWidth'>> = {},
): DimensionColumn {
  return { role: 'dimension', name, title, values, type: 'string', ...more };
}

/** Calendar periods as a dimension called `period`. */
export function periods(
  values: readonly (string | null)[],
  grain: 'year' | 'quarter' | 'month' | 'day' = 'year',
): DimensionColumn {
  return dimension('period', YEAR, values, { type: 'time', grain });
}

/** A metric of an example answer. */
export function metric(
  name: string,
  title: LocalizedText,
  values: readonly (number | null)[],
  unit: AnswerUnit = YUAN,
  decimals = 0,
): MetricColumn {
  return { role: 'metric', name, title, values, type: 'number', unit, decimals, metric: `example.${name}` };
}

export interface AnswerOptions {
  readonly natures?: readonly Nature[];
  /** By metric: a status a row; the others are normal. */
  readonly statuses?: Readonly<Record<string, readonly (ObservationStatus | null)[]>>;
  readonly cells?: Answer['cells'];
  readonly othersRows?: readonly number[];
}

/** An answer of those columns, as the engine would give it. */
export function answer(columns: readonly Column[], options: AnswerOptions = {}): Answer {
  const natures = options.natures ?? ['transcribed'];
  const rowCount = columns[0]?.values.length ?? 0;
  const cells = options.cells ?? cellsOf(options.statuses, natures, rowCount);
  return {
    query: {
      dataset: 'example',
      metrics: columns.filter((each) => each.role === 'metric').map((each) => ({ metric: each.metric })),
    },
    columns,
    rowCount,
    ...(options.othersRows ? { othersRows: options.othersRows } : {}),
    ...(cells ? { cells } : {}),
    provenance: {
      origins: [
        natures.includes('simulated')
          ? {
              id: 'simulation',
              title: { 'zh-CN': '蓝图模拟数据', bo: 'ལན་ཐུའུ་ལད་བཟོས་གཞི་གྲངས།', en: 'Lantu simulation' },
              producer: { 'zh-CN': '蓝图', en: 'Lantu' },
              citation: { 'zh-CN': '蓝图模拟数据', bo: 'ལན་ཐུའུ་ལད་བཟོས་གཞི་གྲངས།', en: 'Lantu simulation' },
            }
          : {
              id: 'blueprint-article',
              title: { 'zh-CN': '一张蓝图绘到底' },
              producer: { 'zh-CN': '西藏日报' },
              citation: { 'zh-CN': '《一张蓝图绘到底》' },
            },
      ],
      natures,
      statuses: ['A'],
      asOf: '2025-12-31',
    },
    answeredBy: 'snapshot',
    vintage: 'example',
  };
}

function cellsOf(
  statuses: AnswerOptions['statuses'],
  natures: readonly Nature[],
  rowCount: number,
): Answer['cells'] | undefined {
  if (!statuses) return undefined;
  return Object.fromEntries(
    Object.entries(statuses).map(([name, list]) => [
      name,
      Array.from({ length: rowCount }, (_, row): CellProvenance => {
        return { origins: [], natures: natures.slice(0, 1), statuses: [list[row] ?? 'A'], quotes: [] };
      }),
    ]),
  );
}
