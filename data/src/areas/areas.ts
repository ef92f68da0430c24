import type { Table } from '@lantu/bake';
import {
  AREA_LEVELS,
  type AreaLevel,
  type Field,
  type LocalizedText,
  type Metric,
  originSchema,
  parseAs,
} from '@lantu/spec';
import { texts } from '../source/texts.ts';
import { readYamlList } from '../source/yaml.ts';
import { DIVISION_KINDS, type Division } from './divisions.ts';
import type { AreaSources } from './sources.ts';

/** The day of the list of divisions. */
const AS_OF = '2023-06-30';

/** The dataset `areas`: the dimension table of all others, one row a division. */
export function areasTable(divisions: readonly Division[], { names, tiles, formerCodes }: AreaSources): Table {
  const column = <Value>(of: (division: Division) => Value | undefined) => divisions.map((each) => of(each) ?? null);
  const file = 'areas/origins.yaml';
  return {
    name: 'areas',
    title: texts('西藏行政区划', 'བོད་ལྗོངས་ཀྱི་སྲིད་འཛིན་ས་ཁོངས', 'Administrative divisions of Xizang'),
    description: texts(
      '自治区、7个地（市）、74个县（市、区）、705个乡级单位、5580个村级单位；其中4个乡级、4个村级单位属于开发区（kind 为 zone），不属于任何县。',
      undefined,
      'The region, 7 prefectures, 74 counties, 705 townships, 5,580 villages and communities; 4 of the townships and 4 of the villages are units of development zones (kind zone) and lie in no county.',
    ),
    fields: FIELDS,
    columns: {
      code: column((each) => each.code),
      level: column((each) => each.level),
      kind: column((each) => each.kind),
      name_zh: column((each) => each.name),
      name_bo: column((each) => names.get(each.code)?.bo),
      name_en: column((each) => names.get(each.code)?.en),
      parent: column((each) => each.parent),
      township: column((each) => each.within.township),
      county: column((each) => each.within.county),
      prefecture: column((each) => each.within.prefecture),
      region: column((each) => each.within.region),
      tile_col: column((each) => tiles.get(each.code)?.col),
      tile_row: column((each) => tiles.get(each.code)?.row),
      former_codes: column((each) => formerCodes.get(each.code)?.join(' ')),
    },
    primaryKey: ['code'],
    origins: readYamlList(file).map((entry, index) =>
      parseAs(originSchema, entry, `${file}, entry ${index + 1}`, 'data/import'),
    ),
    asOf: AS_OF,
    nature: 'official',
    status: 'A',
    metrics: [
      metric('villages', 'village', texts('村（社区）数', 'གྲོང་ཚོའི་གྲངས', 'Villages and communities'), 'village'),
      metric('townships', 'township', texts('乡（镇、街道）数', 'ཤང་གི་གྲངས', 'Townships'), 'township'),
      metric('counties', 'county', texts('县（市、区）数', 'རྫོང་གི་གྲངས', 'Counties'), 'county'),
    ],
  };
}

function metric(name: string, level: AreaLevel, title: LocalizedText, unit: string): Metric {
  return {
    code: `areas.${name}`,
    dataset: 'areas',
    title,
    unit,
    decimals: 0,
    measure: { op: 'count', where: [{ field: 'level', op: 'in', values: [level] }] },
  };
}

const LEVEL_TITLES: Readonly<Record<AreaLevel, LocalizedText>> = {
  village: texts('村（社区）', 'གྲོང་ཚོ', 'village'),
  township: texts('乡（镇、街道）', 'ཤང', 'township'),
  county: texts('县（市、区）', 'རྫོང', 'county'),
  prefecture: texts('地（市）', 'ས་ཁུལ', 'prefecture'),
  region: texts('自治区', 'རང་སྐྱོང་ལྗོངས', 'region'),
};

const KIND_TITLES: Readonly<Record<Division['kind'], LocalizedText>> = {
  division: texts('行政区划', 'སྲིད་འཛིན་ས་ཁོངས', 'administrative division'),
  zone: texts('开发区统计单位', 'གསར་སྤེལ་ཁུལ', 'unit of a development zone'),
};

const FIELDS: readonly Field[] = [
  {
    ...field('code', texts('区划代码', 'ས་ཁོངས་ཨང་རྟགས', 'Code')),
    description: 'Digits of the national list: 2 for the region, 4, 6, 9, and 12 for a village.',
    constraints: { required: true, unique: true },
    'lantu:role': 'dimension',
    'lantu:dimension': 'area',
  },
  {
    ...field('level', texts('级别', 'རིམ་པ', 'Level')),
    constraints: { required: true },
    categories: AREA_LEVELS.map((value) => category(value, LEVEL_TITLES[value])),
    'lantu:role': 'dimension',
  },
  {
    ...field('kind', texts('类别', 'རིགས', 'Kind')),
    constraints: { required: true },
    categories: DIVISION_KINDS.map((value) => category(value, KIND_TITLES[value])),
    'lantu:role': 'dimension',
  },
  { ...field('name_zh', texts('中文名', 'རྒྱ་ཡིག་གི་མིང', 'Chinese name')), constraints: { required: true } },
  {
    ...field('name_bo', texts('藏文名', 'བོད་ཡིག་གི་མིང', 'Tibetan name')),
    description: 'Null where no source gives it, as for townships and villages: show the Chinese name.',
  },
  {
    ...field('name_en', texts('拉丁转写', 'ལ་ཏིན་སྒྲ་སྦྱོར', 'Romanised name')),
    description: 'Null where no source gives it, as for townships and villages: show the Chinese name.',
  },
  {
    ...field('parent', texts('上级区划', 'གོང་རིམ་ས་ཁོངས', 'Parent')),
    description: 'Code of the next division up; null for the region.',
  },
  ...AREA_LEVELS.filter((level) => level !== 'village').map((level) => ({
    ...field(level, LEVEL_TITLES[level]),
    description: `Code of the ${level} that the area lies in; its own for a ${level}; null above.`,
  })),
  {
    ...field('tile_col', texts('格图列', 'དྲ་མིག་གཤར་ཕྲེང', 'Tile column'), 'integer'),
    description: 'Of counties: column of the schematic grid, 0 in the west.',
  },
  {
    ...field('tile_row', texts('格图行', 'དྲ་མིག་འཕྲེད་ཕྲེང', 'Tile row'), 'integer'),
    description: 'Of counties: row of the schematic grid, 0 in the north.',
  },
  {
    ...field('former_codes', texts('旧代码', 'ཨང་རྟགས་རྙིང་པ', 'Former codes')),
    description: 'Codes that the county had in lists since 2015, separated by blanks.',
  },
];

function field(name: string, title: LocalizedText, type: Field['type'] = 'string'): Field {
  return { name, type, title: title['zh-CN'], 'lantu:title': title, 'lantu:role': 'attribute' };
}

function category(value: string, title: LocalizedText) {
  return { value, label: title['zh-CN'], 'lantu:title': title };
}
