import { AREA_LEVELS, type Field, LantuError, quoteValue } from '@lantu/spec';
import type { AreaIndex } from '../area/index-of-areas.ts';
import { isTotal } from '../cell/total.ts';
import { answersOf, type ColumnMapping, type Mapping, type Question } from '../mapping/mapping.ts';
import type { Cell } from '../package/table.ts';
import { isBlank, type RawColumn, type RawTable } from '../read/source.ts';
import type { Problem } from '../report/problems.ts';
import { convertAreas } from './areas.ts';
import { type Provenance, provenanceOf } from './dataset-questions.ts';
import { columnName, Findings } from './findings.ts';
import { convertNumbers, EXACTNESS_CATEGORIES } from './numbers.ts';
import { convertFlags, convertTexts } from './texts.ts';
import { convertTimes } from './times.ts';

/** A table in the types and units of its mapping, and what came up on the way. Usable where there is no problem and no open question. */
export interface Converted {
  readonly fields: readonly Field[];
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
  readonly rowCount: number;
  /** The number (from 1) by which a user finds row `index` in the file. */
  readonly rowNumber: (index: number) => number;
  /** The field that says how exact the one measure with inexact figures is. */
  readonly exactness?: string;
  readonly provenance: Provenance;
  readonly problems: readonly Problem[];
  /** Every question that the data raise, with its answer where the mapping has one. */
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
}

export interface ConvertOptions {
  readonly areas: AreaIndex | undefined;
  /** Told before each column: its number (from 1) and how many there are. */
  readonly onColumn?: (number: number, count: number) => void;
}

interface MappedColumn {
  readonly raw: RawColumn;
  readonly mapping: ColumnMapping;
}

/** @throws {LantuError} `data/import` where the mapping names a column that the table lacks, or areas without a dataset of areas. */
export function convertTable(table: RawTable, mapping: Mapping, { areas, onColumn }: ConvertOptions): Converted {
  const findings = new Findings(table, answersOf(mapping));
  const provenance = provenanceOf(mapping, findings);
  const mapped = matchColumns(table, mapping, findings);
  const used = mapped.filter(({ mapping: { use } }) => use === 'field');
  const parents = mapped.filter(({ mapping: { use } }) => use === 'within');
  const dropped = mapping.source.totals === 'keep' ? new Set<number>() : totalRows(table, findings);
  const converted = used.map((column, index) => {
    onColumn?.(index + 1, used.length);
    return convertColumn(column, { parents, areas, findings, dropped });
  });
  const area = converted.find(({ mapping: { dimension } }) => dimension === 'area');
  if (area && areas) for (const row of coarserRows(area, areas, findings)) dropped.add(row);
  reportFaults(table, mapped, findings);
  requireValues(converted, findings);
  const kept = Array.from({ length: table.rowCount }, (_, index) => index).filter((index) => !dropped.has(index));
  const fields: Field[] = [];
  const columns: Record<string, readonly Cell[]> = {};
  const companions: string[] = [];
  for (const { mapping: each, cells, exactness } of converted) {
    const own = kept.map((index) => cells[index] ?? null);
    fields.push(fieldOf(each, own));
    columns[each.field] = own;
    if (!exactness) continue;
    const name = `${each.field}_exactness`;
    companions.push(name);
    fields.push({
      name,
      type: 'string',
      categories: EXACTNESS_CATEGORIES,
      'lantu:role': 'attribute',
      constraints: { required: true },
    });
    columns[name] = kept.map((index) => exactness[index] ?? 'exact');
    findings.note(`${each.field}: some numbers are not exact (余, 不足, 约 …); the field ${name} says which`);
  }
  return {
    fields,
    columns,
    rowCount: kept.length,
    rowNumber: (index) => table.rowNumber(kept[index] ?? index),
    ...(companions.length === 1 && companions[0] && { exactness: companions[0] }),
    provenance,
    problems: findings.problems(dropped),
    questions: findings.questions,
    notes: findings.notes,
  };
}

function matchColumns(table: RawTable, mapping: Mapping, findings: Findings): MappedColumn[] {
  const headers = new Map(table.columns.map((raw) => [raw.header, raw]));
  const lacking = mapping.columns.filter((each) => each.use !== 'ignore' && !headers.has(each.column));
  if (lacking.length > 0) {
    throw new LantuError('data/import', 'the file lacks columns of the mapping', {
      where: table.sheet === undefined ? table.file : `${table.file}, sheet ${quoteValue(table.sheet)}`,
      received: table.columns.map((each) => quoteValue(each.header)).join(', '),
      allowed: `also ${lacking.map((each) => quoteValue(each.column)).join(', ')}`,
    });
  }
  const named = new Set(mapping.columns.map((each) => each.column));
  for (const raw of table.columns)
    if (!named.has(raw.header)) findings.note(`column ${columnName(raw)} is not in the mapping and is left out`);
  return mapping.columns.flatMap((each) => {
    const raw = headers.get(each.column);
    return raw && each.use !== 'ignore' ? [{ raw, mapping: each }] : [];
  });
}

interface ColumnContext {
  readonly parents: readonly MappedColumn[];
  readonly areas: AreaIndex | undefined;
  readonly findings: Findings;
  readonly dropped: ReadonlySet<number>;
}

interface ConvertedColumn extends MappedColumn {
  readonly cells: readonly Cell[];
  readonly exactness?: readonly string[];
}

function convertColumn(
  { raw, mapping }: MappedColumn,
  { parents, areas, findings, dropped }: ColumnContext,
): ConvertedColumn {
  const done = (cells: readonly Cell[]) => ({ raw, mapping, cells });
  if (mapping.dimension === 'area') {
    if (areas) return done(convertAreas(raw, mapping, parents, areas, findings, dropped));
    throw new LantuError('data/import', 'a column holds areas and there is no dataset of areas to know them by', {
      where: columnName(raw),
      allowed: '--areas datapackage.json',
    });
  }
  const { type } = mapping;
  switch (type) {
    case 'integer':
    case 'number':
      return { ...done([]), ...convertNumbers(raw, mapping, findings, dropped) };
    case 'date':
    case 'yearmonth':
    case 'year':
      return done(convertTimes(raw, { ...mapping, type }, findings));
    case 'boolean':
      return done(convertFlags(raw, mapping, findings));
    case 'string':
      return done(convertTexts(raw, mapping, findings));
  }
}

/** Rows in which a cell says 合计 or the like: they would be counted twice. */
function totalRows(table: RawTable, findings: Findings): Set<number> {
  const rows = new Set<number>();
  for (const raw of table.columns) {
    for (const [index, value] of raw.values.entries()) {
      if (typeof value === 'string' && isTotal(value)) rows.add(index);
    }
  }
  const numbers = [...rows].sort((a, b) => a - b).map((index) => findings.rowNumber(index));
  if (numbers.length > 0)
    findings.note(
      `rows of totals left out: ${numbers.slice(0, 10).join(', ')}${numbers.length > 10 ? `, … (${numbers.length})` : ''}; "totals": "keep" in the mapping keeps them`,
    );
  return rows;
}

/** Rows of areas that other rows' areas lie in, where the user says that they are totals. */
function coarserRows({ raw, mapping, cells }: ConvertedColumn, areas: AreaIndex, findings: Findings): number[] {
  const found = cells.map((code) => (typeof code === 'string' ? areas.byCode(code) : undefined));
  const levels = AREA_LEVELS.filter((level) => found.some((area) => area?.level === level));
  const [finest] = levels;
  if (levels.length < 2 || finest === undefined) return [];
  const inside = new Set(found.flatMap((area) => (area ? area.within.filter((code) => code !== area.code) : [])));
  const coarser = found.flatMap((area, index) => (area && inside.has(area.code) ? [index] : []));
  if (coarser.length === 0) return [];
  const answer = findings.ask({
    key: `totals:${mapping.field}`,
    question: `Column ${columnName(raw)}: ${coarser.length} rows are of areas that other rows lie in. Are they totals of those?`,
    evidence: coarser.slice(0, 5).map((index) => `row ${findings.rowNumber(index)}: ${found[index]?.name}`),
    choices: [
      { answer: 'totals', means: 'yes: they are left out, so that nothing is counted twice' },
      { answer: 'own-figures', means: 'no: they are figures of their own and are kept' },
    ],
  });
  return answer === 'totals' ? coarser : [];
}

function reportFaults(table: RawTable, mapped: readonly MappedColumn[], findings: Findings): void {
  for (const { row, column, problem, received, allowed } of table.faults) {
    const raw = table.columns[column];
    if (raw && mapped.some((each) => each.raw === raw)) findings.bad(raw, row, problem, received, allowed);
  }
}

function requireValues(converted: readonly ConvertedColumn[], findings: Findings): void {
  for (const { raw, mapping, cells } of converted) {
    if (!mapping.required) continue;
    for (const [index, cell] of cells.entries()) {
      const value = raw.values[index] ?? null;
      if (cell === null && (isBlank(value) || mapping.missing.includes(String(value))))
        findings.bad(raw, index, 'a required value is missing', value, 'a value');
    }
  }
}

function fieldOf(
  { field, type, role, title, dimension, level, unit, required }: ColumnMapping,
  cells: readonly Cell[],
): Field {
  const complete = cells.every((cell) => cell !== null);
  return {
    name: field,
    type,
    ...((required || (complete && role === 'dimension')) && { constraints: { required: true } }),
    ...(title && { title: title['zh-CN'], 'lantu:title': title }),
    'lantu:role': role,
    ...(dimension !== undefined && { 'lantu:dimension': dimension }),
    ...(level !== undefined && { 'lantu:level': level }),
    ...(unit !== undefined && role === 'measure' && { 'lantu:unit': unit }),
  };
}
