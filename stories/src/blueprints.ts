import type { Blueprint, Filter } from '@lantu/spec';

/** The catalog that `data/` builds, beside Storybook's own files. */
export const CATALOG = 'data/datapackage.json';

const community: Filter = { field: 'area', op: 'in', values: ['542527100002'] };
const indicator = (name: string): Filter => ({ field: 'indicator', op: 'in', values: [name] });

/** Two transcribed figures with their sentences. */
export const communityIncome: Blueprint = {
  version: 1,
  id: 'community-income',
  title: {
    'zh-CN': '扎日南木措社区集体经济收入',
    bo: 'བཀྲ་རི་གནམ་མཚོ་སྡེ་ཁུལ་གྱི་མཉམ་སྡེའི་དཔལ་འབྱོར་ཡོང་འབབ།',
    en: 'Collective income of the Zharinanmucuo community',
  },
  subtitle: { 'zh-CN': '阿里地区措勤县', bo: 'མངའ་རིས་ས་ཁུལ་མཚོ་ཆེན་རྫོང་།', en: 'Coqên County, Ngari' },
  query: {
    dataset: 'figures',
    dimensions: [{ field: 'period', grain: 'year' }],
    metrics: [{ metric: 'figures.collective-income' }],
    filters: [community, indicator('collective-income')],
    provenance: 'cells',
  },
  chart: { type: 'bar' },
};

export const communityIncomeKpi: Blueprint = {
  ...communityIncome,
  id: 'community-income-latest',
  chart: { type: 'kpi' },
};

/** One figure that its source does not give exactly: 300余. */
export const turnedToProfit: Blueprint = {
  version: 1,
  id: 'turned-to-profit',
  title: {
    'zh-CN': '扭亏为盈的村集体经济',
    bo: 'གྱོང་ནས་ཁེ་རུ་གྱུར་པའི་གྲོང་ཚོའི་མཉམ་སྡེའི་དཔལ་འབྱོར།',
    en: 'Village collectives turned from loss to profit',
  },
  subtitle: { 'zh-CN': '西藏自治区，三年来', bo: 'བོད་རང་སྐྱོང་ལྗོངས། ལོ་གསུམ་རིང་།', en: 'Xizang, over three years' },
  query: {
    dataset: 'figures',
    metrics: [{ metric: 'figures.villages-turned-profitable' }],
    filters: [{ field: 'area', op: 'in', values: ['54'] }, indicator('villages-turned-profitable')],
    provenance: 'cells',
  },
  chart: { type: 'kpi' },
};

export const villagesByPrefecture: Blueprint = {
  version: 1,
  id: 'villages-by-prefecture',
  title: {
    'zh-CN': '七个地市的村（社区）数量',
    bo: 'ས་ཁུལ་བདུན་གྱི་གྲོང་ཚོའི་གྲངས།',
    en: 'Villages and communities by prefecture',
  },
  subtitle: { 'zh-CN': '西藏自治区，2023年', bo: 'བོད་རང་སྐྱོང་ལྗོངས། 2023 ལོ།', en: 'Xizang, 2023' },
  query: {
    dataset: 'areas',
    dimensions: [{ field: 'area', grain: 'prefecture' }],
    metrics: [{ metric: 'areas.villages', as: 'villages' }],
    filters: [{ field: 'level', op: 'in', values: ['village'] }],
    order: [{ by: 'villages', direction: 'desc' }],
  },
  chart: { type: 'bar', orientation: 'horizontal' },
};

export const servicesByMonth: Blueprint = {
  version: 1,
  id: 'services-by-month',
  title: {
    'zh-CN': '驻村工作队为民服务次数',
    bo: 'གྲོང་སྡོད་རུ་ཁག་གི་མི་དམངས་ཞབས་ཞུའི་ཐེངས་གྲངས།',
    en: 'Services by village work teams',
  },
  subtitle: { 'zh-CN': '按月，拉萨市', bo: 'ཟླ་རེ་བཞིན། ལྷ་ས།', en: 'By month, Lhasa' },
  query: {
    dataset: 'county-services',
    dimensions: [{ field: 'period', grain: 'month' }],
    metrics: [{ metric: 'county-services.errands' }, { metric: 'county-services.home-visits' }],
    filters: [{ field: 'area', grain: 'prefecture', op: 'in', values: ['5401'] }],
  },
  chart: { type: 'line' },
};

export const medianIncome: Blueprint = {
  version: 1,
  id: 'median-income',
  title: {
    'zh-CN': '村集体经济收入中位数',
    bo: 'གྲོང་ཚོའི་མཉམ་སྡེའི་ཡོང་འབབ་ཀྱི་དཀྱིལ་གྲངས།',
    en: 'Median collective income of a village',
  },
  subtitle: { 'zh-CN': '西藏自治区', bo: 'བོད་རང་སྐྱོང་ལྗོངས།', en: 'Xizang' },
  query: {
    dataset: 'collective-income',
    dimensions: [{ field: 'period', grain: 'year' }],
    metrics: [{ metric: 'collective-income.median-income' }],
  },
  chart: { type: 'kpi' },
};

export const incomeByPrefecture: Blueprint = {
  version: 1,
  id: 'income-by-prefecture',
  title: {
    'zh-CN': '各地市村集体经济收入',
    bo: 'ས་ཁུལ་ཁག་གི་མཉམ་སྡེའི་དཔལ་འབྱོར་ཡོང་འབབ།',
    en: 'Collective income by prefecture',
  },
  query: {
    dataset: 'collective-income',
    dimensions: [{ field: 'area', grain: 'prefecture' }],
    metrics: [
      { metric: 'collective-income.income', as: 'income' },
      { metric: 'collective-income.cost' },
      { metric: 'collective-income.profit' },
      { metric: 'collective-income.loss-share' },
    ],
    filters: [{ field: 'period', grain: 'year', op: 'in', values: ['2025'] }],
    order: [{ by: 'income', direction: 'desc' }],
  },
  chart: { type: 'table' },
};

export const incomeByYear: Blueprint = {
  version: 1,
  id: 'income-by-year',
  title: { 'zh-CN': '村集体经济收入与支出', bo: 'མཉམ་སྡེའི་དཔལ་འབྱོར་ཡོང་འབབ་དང་འགྲོ་སོང་།', en: 'Collective income and cost' },
  subtitle: { 'zh-CN': '西藏自治区', bo: 'བོད་རང་སྐྱོང་ལྗོངས།', en: 'Xizang' },
  query: {
    dataset: 'collective-income',
    dimensions: [{ field: 'period', grain: 'year' }],
    metrics: [{ metric: 'collective-income.income' }, { metric: 'collective-income.cost' }],
  },
  chart: { type: 'bar' },
};
