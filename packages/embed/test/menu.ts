import {
  type Answer,
  type Blueprint,
  canonicalQuery,
  firstSettings,
  type MetricColumn,
  optionsQuery,
} from '@lantu/spec';
import type { MenuState } from '../src/menu/state.ts';

/** A blueprint that readers filter by year and by county, with simulated figures. */
export const blueprint: Blueprint = {
  version: 1,
  id: 'village-income',
  title: { 'zh-CN': '村集体经济收入', bo: 'གྲོང་ཚོའི་ཐུན་མོང་དཔལ་འབྱོར་ཡོང་འབབ།', en: 'Collective income of villages' },
  subtitle: { 'zh-CN': '按年份', bo: 'ལོ་རེ་བཞིན།', en: 'By year' },
  notes: { 'zh-CN': '仅供演示。', en: 'For demonstration only.' },
  query: {
    dataset: 'income',
    dimensions: [{ field: 'period', grain: 'year' }],
    metrics: [{ metric: 'income.total', as: 'income' }],
    provenance: 'cells',
  },
  chart: { type: 'bar' },
  filters: [{ type: 'choice', field: 'county' }],
};

const yuan: MetricColumn['unit'] = { code: 'CNY', title: { 'zh-CN': '元', bo: 'སྒོར།', en: 'yuan' }, kind: 'money' };

export const income: MetricColumn = {
  role: 'metric',
  type: 'number',
  name: 'income',
  metric: 'income.total',
  title: { 'zh-CN': '集体经济收入', bo: 'ཐུན་མོང་དཔལ་འབྱོར་ཡོང་འབབ།', en: 'Collective income' },
  values: [1_400_000, 2_160_000, null],
  unit: yuan,
  decimals: 0,
};

const cell = (status: 'A' | 'Q', more: object = {}) => ({
  origins: ['lantu'],
  natures: ['simulated'] as const,
  statuses: [status],
  quotes: [],
  ...more,
});

export const answer: Answer = {
  query: canonicalQuery(blueprint.query),
  columns: [
    {
      role: 'dimension',
      type: 'time',
      grain: 'year',
      name: 'period',
      title: { 'zh-CN': '年份', bo: 'ལོ།', en: 'Year' },
      values: ['2023', '2024', '2025'],
    },
    income,
  ],
  rowCount: 3,
  provenance: {
    origins: [
      {
        id: 'lantu',
        title: { 'zh-CN': '蓝图模拟数据', en: 'Lantu simulation' },
        producer: { 'zh-CN': '蓝图', en: 'Lantu' },
        citation: { 'zh-CN': '蓝图模拟数据，2026年', en: 'Lantu simulation, 2026' },
        url: 'https://example.org/simulation',
        datePublished: '2026-01-05',
        licence: { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
      },
    ],
    natures: ['simulated'],
    statuses: ['A', 'Q'],
    asOf: '2025-12-31',
  },
  cells: { income: [cell('A'), cell('A', { exactness: 'more-than' }), cell('Q')] },
  answeredBy: 'snapshot',
  vintage: 'v1',
};

/** What the filter offers. */
export const counties: Answer = {
  ...answer,
  query: canonicalQuery(optionsQuery(blueprint, 0)),
  columns: [
    {
      role: 'dimension',
      type: 'string',
      name: 'option',
      title: { 'zh-CN': '县', bo: 'རྫོང་།', en: 'County' },
      values: ['540528', '540127'],
      labels: {
        '540528': { 'zh-CN': '加查县', bo: 'རྒྱ་ཚ་རྫོང་།', en: 'Gyaca' },
        '540127': { 'zh-CN': '墨竹工卡县', en: 'Maizhokunggar' },
      },
    },
    { ...income, values: [1, 2] },
  ],
  rowCount: 2,
};

/** A version of the widget as published at `base`, an absolute address that ends with a slash. */
export function published(base: string, kind: 'live' | 'frozen' = 'live'): Pick<MenuState, 'document' | 'documentUrl'> {
  const version = '0123456789abcdef';
  return {
    documentUrl: kind === 'live' ? `${base}widget.json` : `${base}${version}/widget.json`,
    document: {
      lantu: 1,
      version,
      folder: kind === 'live' ? `./${version}/` : './',
      blueprint,
      answers: [answer, counties],
      locales: ['zh-CN', 'bo', 'en'],
    },
  };
}

/** The state of a widget that shows {@link answer}. What it is asked to do it does not do. */
export function stateOf(more: Partial<MenuState> = {}): MenuState {
  return {
    blueprint,
    answer,
    settings: firstSettings(blueprint),
    query: blueprint.query,
    size: 'regular',
    openTable: () => {},
    openSources: () => {},
    say: () => {},
    ...more,
  };
}
