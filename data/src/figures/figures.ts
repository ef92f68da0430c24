import type { Table } from '@lantu/bake';
import { Problems } from '@lantu/bake';
import { type Category, EXACTNESSES, type Exactness, type Field, type LocalizedText, type Origin } from '@lantu/spec';
import type { Division } from '../areas/divisions.ts';
import type { AreaSources } from '../areas/sources.ts';
import { BATCHES } from '../dimensions.ts';
import { readSource } from '../source/files.ts';
import { texts } from '../source/texts.ts';
import type { WrittenUnit } from '../units.ts';
import { checkFigures } from './check.ts';
import { parseExcerpts } from './excerpts.ts';
import { type Indicator, metricOf, readIndicators } from './indicators.ts';
import { readArticles } from './origins.ts';
import {
  FIGURE_KINDS,
  type Figure,
  type FigureKind,
  PERIOD_BASES,
  type PeriodBasis,
  parseFigures,
} from './transcription.ts';

/** The transcribed figures and what describes them. */
export interface Transcription {
  readonly figures: readonly Figure[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly origins: readonly Origin[];
}

/**
 * The figures of `sources/figures/`, checked.
 *
 * @throws {LantuError} `data/import` with all faults
 */
export function readFigures(
  divisions: readonly Division[],
  { formerCodes }: AreaSources,
  units: ReadonlyMap<string, WrittenUnit>,
): Transcription {
  const problems = new Problems();
  const indicators = readIndicators(units);
  const file = 'figures/figures.csv';
  const rows = parseFigures(readSource(file), file, problems);
  checkFigures(rows, {
    areas: new Map(divisions.map((each) => [each.code, each])),
    currentCodes: new Map([...formerCodes].flatMap(([current, codes]) => codes.map((code) => [code, current]))),
    indicators,
    units,
    excerpts: parseExcerpts(readSource('figures/excerpts.md'), 'figures/excerpts.md'),
  });
  problems.throwIfAny();
  const figures = rows.map((each) => each.figure);
  const cited = new Set(figures.map((each) => each.origin));
  return { figures, indicators, origins: readArticles().filter((each) => cited.has(each.id)) };
}

/** The dataset `figures`. */
export function figuresTable({ figures, indicators, origins }: Transcription): Table {
  const column = <Value>(of: (figure: Figure) => Value | undefined) => figures.map((each) => of(each) ?? null);
  return {
    name: 'figures',
    title: texts('转录数据', 'ངོ་བཤུས་གྲངས་ཐོ', 'Transcribed figures'),
    description: texts(
      '报纸版面文字中的数据，逐条附原文。各条的地区级别不同，不能跨地区相加。',
      undefined,
      'Figures of a newspaper page, each with its quote. They are of areas of different levels and do not add up over them.',
    ),
    fields: fields([...indicators.values()]),
    columns: {
      id: column((each) => each.id),
      area: column((each) => each.area),
      period: column((each) => each.period?.last),
      period_start: column((each) => each.period?.first),
      period_text: column((each) => each.periodText),
      period_basis: column((each) => each.periodBasis),
      batch: column((each) => each.batch),
      indicator: column((each) => each.indicator),
      kind: column((each) => each.kind),
      value: column((each) => each.value),
      unit: column((each) => each.unit),
      exactness: column((each) => each.exactness),
      nature: column(() => 'transcribed'),
      status: column(() => 'A'),
      origin: column((each) => each.origin),
      quote: column((each) => each.quote),
      note: column((each) => each.note),
    },
    primaryKey: ['id'],
    foreignKeys: [{ fields: 'area', reference: { resource: 'areas', fields: 'code' } }],
    origins,
    asOf: asOf(figures),
    provenance: { nature: 'nature', status: 'status', origin: 'origin', quote: 'quote', exactness: 'exactness' },
    metrics: [...indicators.values()].map(metricOf),
  };
}

/** The latest day that the source itself gives; its own date is not known. */
function asOf(figures: readonly Figure[]): string {
  const days = figures.flatMap(({ period, kind, periodBasis }) =>
    period && (kind === 'event' || periodBasis === 'stated') ? [period.last] : [],
  );
  return days.sort().at(-1) ?? '';
}

const KIND_TITLES: Readonly<Record<FigureKind, LocalizedText>> = {
  amount: texts('数量', 'གྲངས་འབོར', 'amount'),
  ordinal: texts('次序', 'གོ་རིམ', 'place in a sequence'),
  name: texts('名称中的数字', 'མིང་ནང་གི་གྲངས', 'number in a name'),
  event: texts('事件', 'དོན་རྐྱེན', 'event'),
};

const BASIS_TITLES: Readonly<Record<PeriodBasis, LocalizedText>> = {
  stated: texts('原文写明', 'ཡིག་ནང་གསལ་བ', 'stated'),
  resolved: texts('据版面推定', 'པར་ངོས་ལས་ཤེས་པ', 'worked out from the page'),
  assumed: texts('取其一种读法', 'ཚོད་དཔག་བྱས་པ', 'one of several readings'),
  unstated: texts('原文未写', 'ཡིག་ནང་མི་གསལ་བ', 'not stated'),
};

const EXACTNESS_TITLES: Readonly<Record<Exactness, LocalizedText>> = {
  exact: texts('如原文', 'གྲངས་ངོ་མ', 'as stated'),
  'more-than': texts('多于', 'ལས་མང་བ', 'more than'),
  'less-than': texts('少于', 'ལས་ཉུང་བ', 'less than'),
  'at-least': texts('至少', 'མ་མཐར་ཡང', 'at least'),
  about: texts('约', 'ཧ་ལམ', 'about'),
};

function fields(indicators: readonly Indicator[]): Field[] {
  const attribute = (name: string, title: LocalizedText, type: Field['type'] = 'string'): Field => ({
    name,
    type,
    title: title['zh-CN'],
    'lantu:title': title,
    'lantu:role': 'attribute',
  });
  const required = { constraints: { required: true } };
  const coded = (name: string, title: LocalizedText, categories: Category[]): Field => ({
    ...attribute(name, title),
    'lantu:role': 'dimension',
    categories,
  });
  return [
    { ...attribute('id', texts('编号', 'ཨང་རྟགས', 'Id')), constraints: { required: true, unique: true } },
    {
      ...attribute('area', texts('地区', 'ས་ཁུལ', 'Area')),
      ...required,
      description: 'Code of an area of any level.',
      'lantu:role': 'dimension',
      'lantu:dimension': 'area',
    },
    {
      ...attribute('period', texts('时期', 'དུས་ཡུན', 'Period'), 'date'),
      description: 'Last day of the calendar period that the figure is given to; null where none can be given.',
      'lantu:role': 'dimension',
      'lantu:dimension': 'period',
    },
    {
      ...attribute('period_start', texts('时期起始', 'དུས་ཡུན་འགོ', 'Start of the period'), 'date'),
      description: 'First day of that period.',
    },
    {
      ...attribute('period_text', texts('原文的时间', 'མ་ཡིག་གི་དུས་ཚོད', 'The source’s words for the time')),
      description: 'Words of the source; null where it has none.',
    },
    {
      ...coded(
        'period_basis',
        texts('时期依据', 'དུས་ཡུན་གྱི་གཞི', 'How the period is known'),
        categories(PERIOD_BASES, BASIS_TITLES),
      ),
      ...required,
    },
    {
      ...coded(
        'batch',
        texts('驻村批次', 'གྲོང་སྡོད་ཐེངས', 'Batch'),
        BATCHES.map(({ value, title }) => category(value, title)),
      ),
      'lantu:dimension': 'batch',
    },
    {
      ...coded(
        'indicator',
        texts('指标', 'དམིགས་ཚད', 'Indicator'),
        indicators.map(({ code, title }) => category(code, title)),
      ),
      ...required,
    },
    {
      ...coded('kind', texts('数字性质', 'གྲངས་ཀྱི་རིགས', 'Kind of number'), categories(FIGURE_KINDS, KIND_TITLES)),
      ...required,
    },
    {
      ...attribute('value', texts('数值', 'གྲངས་ཐང', 'Value'), 'number'),
      ...required,
      description: 'In the unit of the same row: money in yuan, percentages from 0 to 1.',
      'lantu:role': 'measure',
    },
    { ...attribute('unit', texts('单位', 'ཚད་གཞི', 'Unit')), ...required, 'lantu:role': 'dimension' },
    {
      ...coded('exactness', texts('精确程度', 'གྲངས་ཀྱི་ཏག་ཚད', 'Exactness'), categories(EXACTNESSES, EXACTNESS_TITLES)),
      ...required,
    },
    { ...attribute('nature', texts('数据性质', 'གཞི་གྲངས་ཀྱི་ངོ་བོ', 'Nature')), ...required },
    { ...attribute('status', texts('观测状态', 'གནས་བབ', 'Observation status')), ...required },
    { ...attribute('origin', texts('来源', 'འབྱུང་ཁུངས', 'Source')), ...required },
    { ...attribute('quote', texts('原文', 'མ་ཡིག', 'Quote')), ...required },
    { ...attribute('note', texts('说明', 'མཆན', 'Note')), description: 'How the figure was read, in English.' },
  ];
}

function category(value: string, title: LocalizedText): Category {
  return { value, label: title['zh-CN'], 'lantu:title': title };
}

function categories<Value extends string>(
  values: readonly Value[],
  titles: Readonly<Record<Value, LocalizedText>>,
): Category[] {
  return values.map((value) => category(value, titles[value]));
}
