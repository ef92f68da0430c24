import { createHash } from 'node:crypto';
import { type Catalog, firstDayOf, quoteValue } from '@lantu/spec';
import type { AreaIndex } from '../area/index-of-areas.ts';
import { type Converted, convertTable } from '../convert/convert.ts';
import { proposeMapping } from '../guess/propose.ts';
import type { Mapping, Question } from '../mapping/mapping.ts';
import type { PackageFiles } from '../package/package.ts';
import type { Table } from '../package/table.ts';
import type { HeaderRows } from '../read/header.ts';
import { readTable } from '../read/read.ts';
import type { RawTable } from '../read/source.ts';
import type { Problem } from '../report/problems.ts';
import type { Progress } from '../report/progress.ts';
import { assemblePackage } from './assemble.ts';
import { guessKey, repeatedRows } from './keys.ts';

/** A file to import and what is known about it. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  /** Its name as messages and the mapping give it. */
  readonly file: string;
  readonly dataset: string;
  readonly sheet?: string;
  readonly header?: HeaderRows;
  /** Undefined for a first run. */
  readonly mapping?: Mapping;
  readonly areas?: { readonly catalog: Catalog; readonly index: AreaIndex; readonly table: Table } | undefined;
  readonly progress: Progress;
}

/** What came of it. `mapping` is the one given or proposed, its questions as the data raise them now. */
export type ImportResult =
  | Sheets
  | ({ readonly kind: 'mapping' } & ImportReport)
  | ({ readonly kind: 'package'; readonly files: PackageFiles } & ImportReport);

/** The sheets of a workbook, one of which must be chosen first. */
export interface Sheets {
  readonly kind: 'sheets';
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
}

/** A file as its mapping has it. */
export interface ConvertedFile {
  readonly kind: 'converted';
  readonly report: ImportReport;
  readonly converted: Converted;
  /** Of the file, in hexadecimal digits. */
  readonly sha256: string;
  /** True where nothing stands against writing it: the mapping was given, no question is open, no cell is bad. */
  readonly isReady: boolean;
}

export interface ImportReport {
  readonly mapping: Mapping;
  readonly open: readonly Question[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  readonly rowCount: number;
  readonly sheet?: string;
}

/**
 * Reads a file as its mapping says, or proposes one. The files of a package come of it only with a given mapping, no open
 * question and no bad cell.
 *
 * @throws {LantuError} `data/import` where the file or the mapping cannot be read; `catalog/invalid`
 */
export async function importFile(request: ImportRequest): Promise<ImportResult> {
  const file = await convertFile(request);
  if (file.kind === 'sheets') return file;
  const { report, converted, sha256, isReady } = file;
  if (!isReady) return { kind: 'mapping', ...report };
  request.progress.step('writing Arrow');
  const holdsAreas = converted.fields.some((each) => each['lantu:dimension'] === 'area');
  const areas = holdsAreas ? request.areas : undefined;
  return { kind: 'package', files: assemblePackage({ mapping: report.mapping, converted, sha256, areas }), ...report };
}

/** Reads a file as its mapping says, or as one that is proposed. @throws {LantuError} as {@link importFile} */
export async function convertFile(request: ImportRequest): Promise<Sheets | ConvertedFile> {
  const { bytes, file, areas, progress } = request;
  const given = request.mapping;
  const sheet = request.sheet ?? given?.source.sheet;
  const header = request.header ?? headerOf(given);
  progress.step(`reading ${file}`);
  const read = await readTable(bytes, file, { ...(sheet !== undefined && { sheet }), ...(header && { header }) });
  if (read.kind === 'sheets') return read;
  const { table } = read;
  progress.step(given ? 'reading the mapping' : 'guessing what the columns are');
  const proposed = given ? undefined : propose(table, request);
  const mapping = given ?? (proposed?.mapping as Mapping);
  const converted = convertTable(table, mapping, {
    areas: areas?.index,
    onColumn: (number, count) => progress.step(`converting ${table.rowCount} rows`, number, count),
  });
  const finished = given ?? completed(mapping, converted);
  const problems = [...converted.problems, ...repeatedKeys(table, finished, converted)];
  const questions = converted.questions.filter(({ key }) => key !== 'as-of' || finished.dataset.asOf === null);
  const open = questions.filter((each) => each.answer === null);
  const report: ImportReport = {
    mapping: { ...finished, questions },
    open,
    problems,
    notes: [...table.notes, ...(proposed?.notes ?? []), ...converted.notes],
    rowCount: converted.rowCount,
    ...(table.sheet !== undefined && { sheet: table.sheet }),
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const isReady = given !== undefined && open.length === 0 && problems.length === 0;
  return { kind: 'converted', report, converted, sha256, isReady };
}

function headerOf(mapping: Mapping | undefined): HeaderRows | undefined {
  const [first, last] = mapping?.source.headerRows ?? [];
  return first === undefined || last === undefined ? undefined : { first, last };
}

function propose(table: RawTable, { dataset, areas, header }: ImportRequest) {
  return proposeMapping(table, {
    dataset,
    areas: areas?.index,
    dimensions: areas?.catalog['lantu:dimensions'].map((each) => each.name) ?? ['area', 'period'],
    ...(header && { headerRows: [header.first, header.last] as const }),
  });
}

/** A proposal with what only the converted values show: the key, and the day up to which the data speak. */
function completed(mapping: Mapping, converted: Converted): Mapping {
  const asOf = lastDay(mapping, converted);
  return {
    ...mapping,
    dataset: { ...mapping.dataset, primaryKey: guessKey(mapping, converted), ...(asOf !== undefined && { asOf }) },
  };
}

/** The last day of the last period in the data. */
function lastDay({ columns }: Mapping, converted: Converted): string | undefined {
  const period = columns.find((each) => each.dimension === 'period' && each.use === 'field');
  const last = (converted.columns[period?.field ?? ''] ?? []).reduce<string>(
    (latest, cell) => (cell !== null && String(cell) > latest ? String(cell) : latest),
    '',
  );
  if (last === '' || !period) return undefined;
  if (period.type === 'date') return last;
  const [year = 0, month = 12] = last.split('-').map(Number);
  const day = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return firstDayOf(day, 'day') && day;
}

function repeatedKeys(
  table: RawTable,
  { dataset: { primaryKey } }: Mapping,
  { columns, rowCount, rowNumber }: Converted,
): Problem[] {
  if (primaryKey.length === 0) return [];
  const unknown = primaryKey.filter((field) => !columns[field]);
  const where = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) };
  if (unknown.length > 0) {
    return [
      {
        file: 'mapping, dataset.primaryKey',
        problem: 'a key of what is no field',
        received: unknown.map((each) => quoteValue(each)).join(', '),
        allowed: Object.keys(columns).join(', '),
      },
    ];
  }
  return repeatedRows(columns, primaryKey, rowCount).map(({ row, first }) => ({
    ...where,
    row: rowNumber(row),
    column: primaryKey.join(', '),
    problem: `the key of row ${rowNumber(first)} again`,
    received: quoteValue(primaryKey.map((field) => columns[field]?.[row])),
    allowed: 'rows that differ in the primary key',
  }));
}
