import type { Dimension } from '@lantu/spec';
import { texts } from './source/texts.ts';

/** The dimensions that the datasets share. */
export const DIMENSIONS: readonly Dimension[] = [
  {
    kind: 'area',
    name: 'area',
    title: texts('地区', 'ས་ཁུལ', 'Area'),
    dataset: 'areas',
    key: 'code',
    level: 'level',
    names: { 'zh-CN': 'name_zh', bo: 'name_bo', en: 'name_en' },
  },
  { kind: 'time', name: 'period', title: texts('时期', 'དུས་ཡུན', 'Period') },
  { kind: 'category', name: 'batch', title: texts('驻村批次', 'གྲོང་སྡོད་ཐེངས', 'Batch') },
];

/** The batches of village cadres and the handovers between them, in order: the values of the dimension `batch`. */
export const BATCHES = [
  { value: 'batch-14', ordinals: [14], title: texts('第十四批', 'ཐེངས་བཅུ་བཞི་པ', 'Fourteenth batch') },
  {
    value: 'batch-14-to-15',
    ordinals: [14, 15],
    title: texts(
      '第十四批与第十五批轮换',
      'ཐེངས་བཅུ་བཞི་པ་དང་བཅོ་ལྔ་པའི་བརྗེ་རེས',
      'Handover from the fourteenth to the fifteenth batch',
    ),
  },
  { value: 'batch-15', ordinals: [15], title: texts('第十五批', 'ཐེངས་བཅོ་ལྔ་པ', 'Fifteenth batch') },
] as const;
