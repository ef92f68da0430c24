import type { AreaLevel } from '@lantu/spec';
import type { AreaIndex } from '../area/index-of-areas.ts';
import { comparableCode } from '../area/names.ts';
import { isMissingMarker } from '../cell/missing.ts';
import { parseNumber, scaled } from '../cell/number.ts';
import { isTotal } from '../cell/total.ts';
import { captionUnit, headerUnit, type WrittenUnit } from '../cell/unit.ts';
import type { ColumnMapping, Mapping } from '../mapping/mapping.ts';
import type { RawColumn, RawTable } from '../read/source.ts';
import { guessType, isPeriodHeader, type TypeGuess } from './type.ts';

/** A mapping as far as the data say it, and what was taken for granted in it. */
export interface Proposal {
  readonly mapping: Mapping;
  readonly notes: readonly string[];
}

/** What a proposal rests on besides the table. */
export interface ProposalContext {
  readonly dataset: string;
  /** Undefined where there is no dataset of areas: then no column can be recognised as areas. */
  readonly areas: AreaIndex | undefined;
  /** The names of the package's shared dimensions: a field may not bear one without holding it. */
  readonly dimensions: readonly string[];
  readonly headerRows?: readonly [number, number];
}

const MONEY_HEADER =
  /收入|支出|金额|资金|投资|预算|经费|产值|利润|盈余|补助|补贴|成本|费用|款|投入|拨付|工资|贷款|\b(cny|rmb|yuan)\b/i;
const RATIO_HEADER = /占比|比例|比重|率$/;
const COUNTER_HEADER = /^(序号|编号|no\.?|#|行号)$/i;
const TIME_TYPES = ['date', 'yearmonth', 'year'] as const;
const CATEGORY_LIMIT = 100;

const LEVEL_HEADERS: readonly (readonly [RegExp, AreaLevel])[] = [
  [/村|社区|village/i, 'village'],
  [/乡|镇|街道|township/i, 'township'],
  [/县|市.*区|区县|county/i, 'county'],
  [/地市|市地|地区|州|市|prefecture/i, 'prefecture'],
  [/自治区|省|province|region/i, 'region'],
];

/** The mapping that the table's own words and values suggest. Nothing in it is decided that they leave open. */
export function proposeMapping(table: RawTable, context: ProposalContext): Proposal {
  const notes: string[] = [];
  const caption = captionUnit(table.captions);
  const areas = areaColumns(table, context.areas);
  const taken = new Set(context.dimensions);
  const others = table.columns.filter((each) => !areas.has(each));
  const guesses = new Map(others.map((each) => [each, guessType(each)]));
  const period = periodColumn(guesses);
  const columns = table.columns.map((column): ColumnMapping => {
    const place = `column ${column.position} ${column.header}`;
    const area = areas.get(column);
    if (area) return areaMapping(column, area, taken);
    const guess = guesses.get(column) ?? guessType(column);
    notes.push(...guess.notes.map((note) => `${place}: ${note}`));
    if (!context.areas && LEVEL_HEADERS.some(([form]) => form.test(column.header)) && guess.type === 'string') {
      notes.push(`${place}: looks like areas; give --areas to recognise them`);
    }
    if (column === period) {
      return {
        ...base(column, 'period'),
        type: guess.type as ColumnMapping['type'],
        role: 'dimension',
        dimension: 'period',
        missing: [...guess.missing],
      };
    }
    return plainMapping(column, guess, table, caption, taken, notes);
  });
  const { sheet } = table;
  const mapping: Mapping = {
    version: 1,
    source: {
      file: table.file,
      ...(sheet !== undefined && { sheet }),
      ...(context.headerRows && { headerRows: [...context.headerRows] }),
    },
    dataset: {
      name: context.dataset,
      title: { 'zh-CN': table.captions[0] ?? sheet ?? table.file.replace(/\.[^.]+$/, '') },
      nature: null,
      asOf: null,
      primaryKey: [],
      origin: { producer: null, title: { 'zh-CN': table.file } },
    },
    columns,
    questions: [],
  };
  return { mapping, notes };
}

/** The column of the rows' own time: one whose header says so, else the first that holds time. */
function periodColumn(guesses: ReadonlyMap<RawColumn, TypeGuess>): RawColumn | undefined {
  const times = [...guesses].flatMap(([column, { type }]) =>
    TIME_TYPES.some((each) => each === type) ? [column] : [],
  );
  return times.find(({ header }) => isPeriodHeader(header)) ?? times[0];
}

function base(
  column: RawColumn,
  field: string,
): Pick<ColumnMapping, 'column' | 'position' | 'use' | 'field' | 'title'> {
  const { title } = headerUnit(column.header);
  return {
    column: column.header,
    position: column.position,
    use: 'field',
    field,
    title: { 'zh-CN': title || column.header },
  };
}

function plainMapping(
  column: RawColumn,
  guess: TypeGuess,
  table: RawTable,
  caption: WrittenUnit | undefined,
  taken: Set<string>,
  notes: string[],
): ColumnMapping {
  const { title } = headerUnit(column.header);
  const own = { ...base(column, fieldName(title || column.header, taken)), missing: [...guess.missing] };
  if (guess.type === 'nested') return { ...own, use: 'ignore', type: 'string', role: 'attribute' };
  if (guess.type === 'integer' && isCounter(column)) {
    notes.push(`column ${column.position} ${column.header}: only counts the rows; left out`);
    return { ...own, use: 'ignore', type: 'integer', role: 'attribute' };
  }
  if (guess.type === 'integer' || guess.type === 'number') {
    const unit = unitGuess(column, caption);
    if (unit.multiplier !== undefined && unit.multiplier !== 1) {
      notes.push(
        `column ${column.position} ${column.header}: numbers are multiplied by ${unit.multiplier} to give ${unit.unit}`,
      );
    }
    return {
      ...own,
      type: numberType(column, guess.type, unit),
      role: 'measure',
      aggregation: unit.unit === 'percent' || unit.unit === undefined ? 'mean' : 'sum',
      ...unit,
    };
  }
  const distinct = new Set(column.values).size;
  const grouping = guess.type === 'string' && distinct <= CATEGORY_LIMIT && distinct * 2 <= table.rowCount;
  return { ...own, type: guess.type, role: grouping || guess.type === 'boolean' ? 'dimension' : 'attribute' };
}

interface UnitGuess {
  readonly unit?: string;
  readonly multiplier?: number;
}

/** The unit by the header, else by the cells, else by the caption; a multiplier only where one of them says it. */
function unitGuess(column: RawColumn, caption: WrittenUnit | undefined): UnitGuess {
  const { unit, scale } = headerUnit(column.header);
  const isMoney = MONEY_HEADER.test(column.header);
  if (unit?.code === 'percent') return { unit: 'percent', multiplier: column.percent ? 1 : 0.01 };
  if (unit) return { unit: unit.code, multiplier: 10 ** unit.power };
  if (column.percent) return { unit: 'percent', multiplier: 1 };
  const inCells = cellUnit(column);
  if (inCells === 'percent') return { unit: 'percent', multiplier: 0.01 };
  if (scale !== undefined) return { unit: isMoney ? 'CNY' : 'number', multiplier: 10 ** scale };
  if (inCells !== undefined) return { unit: inCells, multiplier: 1 };
  if (isMoney && caption?.code === 'CNY') return { unit: 'CNY', multiplier: 10 ** caption.power };
  if (isMoney) return { unit: 'CNY' };
  if (RATIO_HEADER.test(column.header)) return { unit: 'percent' };
  return {};
}

/** The unit that most of the cells that name one name. */
function cellUnit(column: RawColumn): string | undefined {
  const counts = new Map<string, number>();
  for (const value of column.values) {
    const unit = typeof value === 'string' ? parseNumber(value)?.unit : undefined;
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function numberType(
  column: RawColumn,
  guessed: 'integer' | 'number',
  { unit, multiplier }: UnitGuess,
): 'integer' | 'number' {
  if (unit === 'percent' || (unit === 'CNY' && multiplier === undefined)) return 'number';
  const power = Math.log10(multiplier ?? 1);
  if (power === 0 && guessed === 'number') return 'number';
  const whole = column.values.every((value) => {
    const written = typeof value === 'string' ? parseNumber(value) : undefined;
    const digits =
      written?.digits ?? (typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined);
    if (digits === undefined) return true;
    const number = scaled(digits, written?.power ?? power);
    return Number.isInteger(number) && Math.abs(number) < 2 ** 31;
  });
  return whole ? 'integer' : 'number';
}

function isCounter({ header, values }: RawColumn): boolean {
  return (
    COUNTER_HEADER.test(header.trim()) &&
    values.every(
      (value, index) => value === null || (typeof value === 'string' && isTotal(value)) || Number(value) === index + 1,
    )
  );
}

function fieldName(title: string, taken: Set<string>): string {
  const name =
    title
      .normalize('NFKC')
      .replaceAll(/\p{Cc}/gu, '')
      .trim()
      .replaceAll(/[\s/]+/g, '_')
      .toLowerCase() || 'column';
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) candidate = `${name}_${number}`;
  taken.add(candidate);
  return candidate;
}

interface AreaGuess {
  readonly level: AreaLevel | undefined;
  readonly use: 'field' | 'within' | 'ignore';
}

/** The columns that hold areas: the finest is the row's area, by code rather than by name; the others say what it lies in. */
function areaColumns(table: RawTable, areas: AreaIndex | undefined): ReadonlyMap<RawColumn, AreaGuess> {
  if (!areas) return new Map();
  const found = table.columns.flatMap((column) => {
    const match = areaMatch(column, areas);
    return match ? [{ column, ...match }] : [];
  });
  const rank = ({ level, byCode }: (typeof found)[number]) =>
    ['village', 'township', 'county', undefined, 'prefecture', 'region'].indexOf(level) * 2 + (byCode ? 0 : 1);
  const [finest] = found.toSorted((a, b) => rank(a) - rank(b));
  return new Map(
    found.map((each): [RawColumn, AreaGuess] => {
      const { column, level } = each;
      if (each === finest) return [column, { level, use: 'field' }];
      return [column, { level, use: level === finest?.level ? 'ignore' : 'within' }];
    }),
  );
}

/** Of how many different texts of a column the areas are looked up. */
const LOOKED_UP = 500;

function areaMatch(column: RawColumn, areas: AreaIndex): { level: AreaLevel | undefined; byCode: boolean } | undefined {
  const texts = [...new Set(column.values)]
    .filter((each) => typeof each === 'string' || typeof each === 'number' || typeof each === 'bigint')
    .map(String)
    .filter((each) => !isMissingMarker(each) && !isTotal(each))
    .slice(0, LOOKED_UP);
  const hinted = LEVEL_HEADERS.find(([form]) => form.test(column.header))?.[1];
  const isCode = texts.length > 0 && texts.every((each) => comparableCode(each) !== undefined);
  const looksLikeCodes = isCode && texts.every((each) => each.length >= 6);
  if (isCode && !looksLikeCodes && !/代码|区划|code/i.test(column.header)) return undefined;
  const anyLevel = texts.map((text) => areas.levelsOf(text));
  const asHinted = hinted === undefined || isCode ? anyLevel : texts.map((text) => areas.levelsOf(text, hinted));
  const found = (each: readonly AreaLevel[]) => each.length > 0;
  const hits =
    asHinted.filter(found).length < anyLevel.filter(found).length ? anyLevel.filter(found) : asHinted.filter(found);
  const share = hinted === undefined && !looksLikeCodes ? 0.6 : 0.3;
  if (hits.length === 0 || hits.length < texts.length * share) return undefined;
  const common = LEVEL_HEADERS.map(([, level]) => level).filter((level) => hits.every((each) => each.includes(level)));
  const level = common.length === 1 ? common[0] : common.find((each) => each === hinted);
  return { level, byCode: isCode };
}

function areaMapping(column: RawColumn, { level, use }: AreaGuess, taken: Set<string>): ColumnMapping {
  const levelPart = level && { level };
  if (use !== 'field') {
    return {
      ...base(column, fieldName(column.header, taken)),
      use,
      type: 'string',
      role: 'attribute',
      missing: [],
      ...levelPart,
    };
  }
  return { ...base(column, 'area'), type: 'string', role: 'dimension', dimension: 'area', missing: [], ...levelPart };
}
