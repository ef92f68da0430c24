import type { AnswerUnit } from '../src/answer.ts';

export const CNY: AnswerUnit = { code: 'CNY', title: { 'zh-CN': '元', bo: 'སྒོར', en: 'yuan' }, kind: 'money' };
export const VILLAGE: AnswerUnit = {
  code: 'village',
  title: { 'zh-CN': '个村', bo: 'གྲོང་ཚོ', en: 'villages' },
  kind: 'count',
};
export const PERCENT: AnswerUnit = { code: 'percent', title: { 'zh-CN': '百分比' }, kind: 'ratio' };
export const KILOWATT: AnswerUnit = { code: 'kilowatt', title: { 'zh-CN': '千瓦', en: 'kW' }, kind: 'quantity' };
export const INDEX: AnswerUnit = { code: 'index', title: { 'zh-CN': '指数' }, kind: 'index' };
